package io.helyos.load;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import io.helyos.model.EntityId;
import io.helyos.model.delivery.Answer;
import io.helyos.model.node.NodeCommand;
import io.helyos.model.node.NodeFacts;
import io.helyos.model.port.Feed;
import io.helyos.orchestrator.ChangeId;
import io.helyos.orchestrator.Request;
import io.helyos.orchestrator.core.Core;
import io.helyos.persistence.cassandra.feed.CassandraFeed;
import io.helyos.persistence.cassandra.session.CassandraSettings;
import io.helyos.persistence.embedded.EmbeddedStore;
import io.helyos.persistence.serialization.JacksonCodec;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.cluster.typed.Cluster;
import org.apache.pekko.cluster.typed.Join;

/// The daemon's core on its journal, without engine and HTTP: node entities that are cordoned and
/// uncordoned as fast as they answer.
final class EntitiesInProcess implements AutoCloseable {
  private static final NodeFacts FACTS =
      new NodeFacts(
          "127.0.0.1",
          "amd64",
          "none",
          1_000,
          1L << 30,
          NodeFacts.FIRST_PORT,
          NodeFacts.LAST_PORT,
          NodeFacts.MAX_PODS);

  private final ActorSystem<Void> system;
  private final Core core;
  private final InstantSource clock = InstantSource.system();

  private EntitiesInProcess(Config config, Function<ActorSystem<?>, Feed> journal) {
    system = ActorSystem.create(Behaviors.empty(), "helyos", config);
    var cluster = Cluster.get(system);
    cluster.manager().tell(Join.create(cluster.selfMember().address()));
    core = new Core(system, "bench", new JacksonCodec(), journal.apply(system), clock);
    core.start("bench").toCompletableFuture().join();
  }

  /// On an embedded journal.
  static EntitiesInProcess onFile(Path journal) {
    return new EntitiesInProcess(
        ConfigFactory.parseMap(Map.of("helyos.embedded.file", journal.toString()))
            .withFallback(ofDaemon()),
        system -> EmbeddedStore.get(system).feed());
  }

  /// On a journal in Cassandra, whose tables are there.
  static EntitiesInProcess onCassandra(CassandraSettings settings) {
    return new EntitiesInProcess(
        settings.over(ofDaemon()),
        system -> {
          var feed = CassandraFeed.get(system);
          feed.caughtUp().toCompletableFuture().join();
          return feed;
        });
  }

  private static Config ofDaemon() {
    return ConfigFactory.parseString("pekko.coordinated-shutdown.exit-jvm = off")
        .withFallback(ConfigFactory.parseResources("helyosd.conf"))
        .withFallback(ConfigFactory.load());
  }

  Feed feed() {
    return core.feed();
  }

  void register(int entities) {
    for (var i = 0; i < entities; i++) {
      execute(i, new NodeCommand.Register(name(i), FACTS, Map.of())).toCompletableFuture().join();
    }
  }

  /// Lets each of so many entities change as often as it can until the time is over; returns when
  /// the last change is durable.
  void change(int entities, long endNanos) {
    var loops = new CompletableFuture<?>[entities];
    for (var i = 0; i < entities; i++) loops[i] = loop(i, true, endNanos).toCompletableFuture();
    CompletableFuture.allOf(loops).join();
  }

  private CompletionStage<Answer> loop(int entity, boolean cordon, long endNanos) {
    var command = cordon ? new NodeCommand.Cordon() : new NodeCommand.Uncordon();
    return execute(entity, command)
        .thenCompose(answer ->
            // Only after an uncordon, so that the next round's cordon is a change again.
            System.nanoTime() > endNanos && !cordon
                ? CompletableFuture.completedStage(answer)
                : loop(entity, !cordon, endNanos));
  }

  private CompletionStage<Answer> execute(int entity, NodeCommand command) {
    var request = Request.of(ChangeId.next(clock), "bench");
    return core.execute(EntityId.node(name(entity)), command, request)
        .thenApply(answer -> {
          if (answer instanceof Answer.Done) return answer;
          throw new IllegalStateException("Expected %s to be done: %s".formatted(command, answer));
        });
  }

  private static String name(int entity) {
    return "node-" + entity;
  }

  @Override
  public void close() {
    system.terminate();
    system.getWhenTerminated().toCompletableFuture().join();
  }
}
