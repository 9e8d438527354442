package io.helyos.persistence.cassandra.journal;

import io.helyos.persistence.cassandra.server.CassandraProcess;
import io.helyos.persistence.contract.JournalContract;
import io.helyos.persistence.contract.JournalUnderTest;

class CassandraJournalTest extends JournalContract {
  private final CassandraUnderTest journal =
      new CassandraUnderTest(CassandraProcess.shared().fresh());

  @Override
  protected JournalUnderTest journal() {
    return journal;
  }
}
