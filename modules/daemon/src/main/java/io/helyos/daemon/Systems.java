package io.helyos.daemon;

import com.typesafe.config.ConfigFactory;
import io.helyos.model.port.CrashPoints;
import io.helyos.persistence.embedded.EmbeddedSetup;
import java.util.Map;
import org.apache.pekko.actor.BootstrapSetup;
import org.apache.pekko.actor.setup.ActorSystemSetup;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.cluster.typed.Cluster;
import org.apache.pekko.cluster.typed.Join;

/// The actor system of a daemon that is a cluster of one.
final class Systems {
  private Systems() {}

  static ActorSystem<Void> start(DaemonSettings settings, CrashPoints points) {
    var own =
        ConfigFactory.parseMap(
            Map.of(
                "helyos.embedded.file",
                settings.dataDir().resolve("journal.db").toAbsolutePath().toString()));
    var config =
        own.withFallback(ConfigFactory.parseResources("helyosd.conf"))
            .withFallback(ConfigFactory.load());
    ActorSystem<Void> system =
        ActorSystem.create(
            Behaviors.empty(),
            "helyos",
            ActorSystemSetup.create(BootstrapSetup.create(config), new EmbeddedSetup(points)));
    var cluster = Cluster.get(system);
    cluster.manager().tell(Join.create(cluster.selfMember().address()));
    return system;
  }
}
