package io.helyos.daemon;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import io.helyos.daemon.cluster.NodeTls;
import io.helyos.model.port.CrashPoints;
import io.helyos.persistence.embedded.EmbeddedSetup;
import java.util.Map;
import org.apache.pekko.actor.BootstrapSetup;
import org.apache.pekko.actor.setup.ActorSystemSetup;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.cluster.typed.Cluster;
import org.apache.pekko.cluster.typed.Join;

/// The actor system of a daemon. With a journal of its own it is a cluster of one; otherwise it
/// joins later, when the journal can be asked who else is there.
final class Systems {
  private Systems() {}

  static ActorSystem<Void> start(DaemonSettings settings, CrashPoints points) {
    var rest =
        settings
            .pekko()
            .atKey("pekko")
            .withFallback(address(settings.cluster()))
            .withFallback(handOver(settings.journal()))
            .withFallback(ConfigFactory.parseResources("helyosd.conf"))
            .withFallback(ConfigFactory.load());
    var config = journal(settings.journal(), rest);
    ActorSystem<Void> system =
        ActorSystem.create(
            Behaviors.empty(),
            "helyos",
            ActorSystemSetup.create(BootstrapSetup.create(config), new EmbeddedSetup(points)));
    if (settings.journal() instanceof JournalChoice.Embedded) {
      var cluster = Cluster.get(system);
      cluster.manager().tell(Join.create(cluster.selfMember().address()));
    }
    return system;
  }

  private static Config address(ClusterSettings cluster) {
    if (!cluster.isOpen()) return ConfigFactory.empty();
    var artery = "pekko.remote.artery.canonical.";
    var at =
        ConfigFactory.parseMap(
            Map.of(artery + "hostname", cluster.host(), artery + "port", cluster.port()));
    return cluster
        .tls()
        .map(tls -> at.withFallback(NodeTls.config(tls.authority(), tls.certificate(), tls.key())))
        .orElse(at);
  }

  /// Alone, there is nobody to hand entities over to, and what they still say to each other would
  /// be kept for whoever takes over, until the patience of the phase is at its end.
  private static Config handOver(JournalChoice choice) {
    var timeout = "pekko.coordinated-shutdown.phases.cluster-sharding-shutdown-region.timeout";
    return switch (choice) {
      case JournalChoice.Embedded _ -> ConfigFactory.parseMap(Map.of(timeout, "3s"));
      case JournalChoice.Cassandra _ -> ConfigFactory.empty();
    };
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
