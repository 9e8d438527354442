package io.helyos.orchestrator.entity;

import io.helyos.model.EntityId;
import io.helyos.model.EntityKind;
import io.helyos.model.delivery.Answer;
import io.helyos.orchestrator.Orchestrator.Unavailable;
import io.helyos.orchestrator.Request;
import io.helyos.orchestrator.entity.EntityMessage.Execute;
import io.helyos.orchestrator.entity.EntityMessage.Leave;
import io.helyos.orchestrator.entity.EntityMessage.Wake;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeoutException;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.cluster.sharding.typed.javadsl.ClusterSharding;
import org.apache.pekko.cluster.sharding.typed.javadsl.Entity;
import org.apache.pekko.cluster.sharding.typed.javadsl.EntityRef;
import org.apache.pekko.cluster.sharding.typed.javadsl.EntityTypeKey;

/// All entities of the cluster, wherever they live: one sharded type for each kind.
public final class Entities {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final ClusterSharding sharding;
  private final Map<EntityKind, EntityTypeKey<EntityMessage>> keys =
      new EnumMap<>(EntityKind.class);

  public Entities(ActorSystem<?> system) {
    this.sharding = ClusterSharding.get(system);
    for (var kind : EntityKind.values()) {
      keys.put(kind, EntityTypeKey.create(EntityMessage.class, kind.word()));
    }
  }

  /// From now on entities live here.
  public void start(Wiring wiring) {
    keys.forEach((kind, key) ->
        sharding.init(
            Entity.of(
                    key,
                    context ->
                        ModelEntity.create(
                            new EntityId(kind, context.getEntityId()), wiring, context.getShard()))
                .withStopMessage(Leave.LEAVE)));
  }

  /// Fails with [Unavailable] when no answer comes in time; the command may or may not be taken.
  public CompletionStage<Answer> execute(EntityId to, Object command, Request request) {
    return ref(to)
        .<Answer>ask(replyTo -> new Execute(command, request, replyTo), PATIENCE)
        .exceptionallyCompose(failure -> CompletableFuture.failedStage(plain(failure, to)));
  }

  public void wake(EntityId id) {
    ref(id).tell(new Wake());
  }

  private EntityRef<EntityMessage> ref(EntityId id) {
    var key = keys.get(id.kind());
    if (key == null) throw new IllegalArgumentException("There are no entities like " + id);
    return sharding.entityRefFor(key, id.name());
  }

  private static Throwable plain(Throwable failure, EntityId to) {
    return failure instanceof TimeoutException || failure.getCause() instanceof TimeoutException
        ? new Unavailable(
            "%s did not answer within %d s. The journal may be away; try again."
                .formatted(to, PATIENCE.toSeconds()))
        : failure;
  }
}
