package io.helyos.persistence.cassandra.journal;

import com.typesafe.config.ConfigFactory;
import io.helyos.persistence.cassandra.server.CassandraProcess;
import org.apache.pekko.persistence.CapabilityFlag;
import org.apache.pekko.persistence.japi.journal.JavaJournalSpec;
import org.junit.runner.RunWith;
import org.scalatestplus.junit.JUnitRunner;

/// Pekko's own requirements on every journal. It deletes events, which we never do.
@RunWith(JUnitRunner.class)
public class CassandraJournalSpecTest extends JavaJournalSpec {
  public CassandraJournalSpecTest() {
    super(
        ConfigFactory.parseString("pekko.persistence.cassandra.journal.support-deletes = on")
            .withFallback(new CassandraUnderTest(CassandraProcess.shared().fresh()).config()));
  }

  /// The plugin lets the write fail instead, and the entity looks again at what is stored.
  @Override
  public CapabilityFlag supportsRejectingNonSerializableObjects() {
    return CapabilityFlag.off();
  }
}
