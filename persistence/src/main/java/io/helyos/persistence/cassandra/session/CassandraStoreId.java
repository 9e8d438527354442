package io.helyos.persistence.cassandra.session;

import org.apache.pekko.actor.AbstractExtensionId;
import org.apache.pekko.actor.ExtendedActorSystem;

/// Ties one session to one actor system.
final class CassandraStoreId extends AbstractExtensionId<CassandraStore> {
  static final CassandraStoreId ID = new CassandraStoreId();

  private CassandraStoreId() {}

  @Override
  public CassandraStore createExtension(ExtendedActorSystem system) {
    var store = new CassandraStore(system.settings().config());
    system.registerOnTermination(store::close);
    return store;
  }
}
