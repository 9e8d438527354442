package io.helyos.persistence.embedded;

import java.nio.file.Path;
import org.apache.pekko.actor.AbstractExtensionId;
import org.apache.pekko.actor.ExtendedActorSystem;

/// Ties one store to one actor system, as `helyos.embedded` in the configuration says.
final class EmbeddedStoreId extends AbstractExtensionId<EmbeddedStore> {
  static final EmbeddedStoreId ID = new EmbeddedStoreId();

  private EmbeddedStoreId() {}

  @Override
  public EmbeddedStore createExtension(ExtendedActorSystem system) {
    var config = system.settings().config().getConfig("helyos.embedded");
    var store = EmbeddedStore.open(Path.of(config.getString("file")), config.getInt("readers"));
    system.registerOnTermination(store::close);
    return store;
  }
}
