package io.helyos.persistence.embedded;

import io.helyos.model.port.CrashPoints;
import io.helyos.model.port.OutsideCall;
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
    var file = Path.of(config.getString("file"));
    var readers = config.getInt("readers");
    var points =
        system
            .settings()
            .setup()
            .get(EmbeddedSetup.class)
            .map(EmbeddedSetup::points)
            .orElse(CrashPoints.UNHEEDED);
    var store =
        points.during(OutsideCall.OPEN_JOURNAL, () -> new EmbeddedStore(file, readers, points));
    system.registerOnTermination(store::close);
    return store;
  }
}
