package io.helyos.persistence.embedded;

import org.apache.pekko.persistence.japi.snapshot.JavaSnapshotStoreSpec;
import org.junit.runner.RunWith;
import org.scalatestplus.junit.JUnitRunner;

/// Pekko's own requirements on every snapshot store.
@RunWith(JUnitRunner.class)
public class EmbeddedSnapshotStoreSpecTest extends JavaSnapshotStoreSpec {
  public EmbeddedSnapshotStoreSpecTest() {
    super(TestSystems.onNewFile());
  }
}
