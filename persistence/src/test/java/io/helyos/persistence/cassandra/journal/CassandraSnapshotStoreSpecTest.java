package io.helyos.persistence.cassandra.journal;

import io.helyos.persistence.cassandra.server.CassandraProcess;
import org.apache.pekko.persistence.japi.snapshot.JavaSnapshotStoreSpec;
import org.junit.runner.RunWith;
import org.scalatestplus.junit.JUnitRunner;

/// Pekko's own requirements on every snapshot store.
@RunWith(JUnitRunner.class)
public class CassandraSnapshotStoreSpecTest extends JavaSnapshotStoreSpec {
  public CassandraSnapshotStoreSpecTest() {
    super(new CassandraUnderTest(CassandraProcess.shared().fresh()).config());
  }
}
