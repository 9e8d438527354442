package io.helyos.persistence.embedded;

import org.apache.pekko.persistence.japi.journal.JavaJournalSpec;
import org.junit.runner.RunWith;
import org.scalatestplus.junit.JUnitRunner;

/// Pekko's own requirements on every journal.
@RunWith(JUnitRunner.class)
public class EmbeddedJournalSpecTest extends JavaJournalSpec {
  public EmbeddedJournalSpecTest() {
    super(TestSystems.onNewFile());
  }
}
