package io.helyos.daemon;

import com.typesafe.config.Config;
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
    var config =
        journal(
            settings.journal(),
            ConfigFactory.parseResources("helyosd.conf").withFallback(ConfigFactory.load()));
    ActorSystem<Void> system =
        ActorSystem.create(
            Behaviors.empty(),
            "helyos",
            ActorSystemSetup.create(BootstrapSetup.create(config), new EmbeddedSetup(points)));
    var cluster = Cluster.get(system);
    cluster.manager().tell(Join.create(cluster.selfMember().address()));
    return system;
  }

  private static Config journal(JournalChoice choice, Config rest) {
    return switch (choice) {
      case JournalChoice.Embedded(var file) ->
          ConfigFactory.parseMap(Map.of("helyos.embedded.file", file.toAbsolutePath().toString()))
              .withFallback(rest);
      case JournalChoice.Cassandra(var settings) -> settings.over(rest);
    };
  }
}
