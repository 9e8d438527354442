package io.helyos.orchestrator.entity;

import com.typesafe.config.ConfigFactory;
import io.helyos.model.EntityId;
import io.helyos.model.delivery.Answer;
import io.helyos.model.journal.EncodedEvent;
import io.helyos.model.journal.Recorded;
import io.helyos.orchestrator.Request;
import io.helyos.orchestrator.entity.EntityMessage.Execute;
import io.helyos.orchestrator.view.LiveView;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.ManualTime;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.cluster.sharding.typed.javadsl.ClusterSharding;
import org.apache.pekko.persistence.testkit.PersistenceTestKitPlugin;
import org.apache.pekko.persistence.testkit.PersistenceTestKitSnapshotPlugin;
import org.apache.pekko.persistence.testkit.javadsl.PersistenceTestKit;

/// One entity in its shell, on a journal in memory, in a time that stands still until it is told.
final class World implements AutoCloseable {
  static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  static final EntityId SHOP = EntityId.project("shop");

  private final ActorTestKit kit =
      ActorTestKit.create(
          ManualTime.config()
              .withFallback(
                  ConfigFactory.parseString(
                      "pekko.persistence.testkit.events.serialize = off\n"
                          + "pekko.persistence.testkit.snapshots.serialize = off"))
              .withFallback(PersistenceTestKitPlugin.config())
              .withFallback(PersistenceTestKitSnapshotPlugin.config())
              .withFallback(ConfigFactory.load()));

  final PersistenceTestKit journal = PersistenceTestKit.create(kit.system());
  final HeldCarrier carrier = new HeldCarrier();
  final LiveView view = new LiveView();
  final TestProbe<ClusterSharding.ShardCommand> shard = kit.createTestProbe();
  private final ManualTime time = ManualTime.get(kit.system());
  private final PocketCodec codec = new PocketCodec();
  private final SlowWrites writes = new SlowWrites();
  private volatile Instant now = START;
  private ActorRef<EntityMessage> entity;

  World() {
    journal.withPolicy(writes);
    entity = start();
  }

  private ActorRef<EntityMessage> start() {
    return kit.spawn(
        ModelEntity.create(
            SHOP, new Wiring("daemon-1", codec, view, carrier, () -> now), shard.getRef()));
  }

  /// The entity is gone and comes back from its journal.
  void restart() {
    kit.stop(entity);
    entity = start();
    entity.tell(new EntityMessage.Wake());
  }

  TestProbe<Answer> probe() {
    return kit.createTestProbe();
  }

  /// Tells a command without waiting for the answer.
  TestProbe<Answer> tell(Object command, Request request) {
    var probe = probe();
    entity.tell(new Execute(command, request, probe.getRef()));
    return probe;
  }

  Answer ask(Object command, Request request) {
    return tell(command, request).receiveMessage();
  }

  void ask(Object command) {
    ask(command, user("change-of-" + command.getClass().getSimpleName()));
  }

  static Request user(String change) {
    return Request.of(change, "ann");
  }

  /// What follows from an event of another entity.
  static Request caused(String cause) {
    return new Request("change-1", "ann", "", "", cause, START, Optional.empty());
  }

  /// Lets the entity's clock and its timers go on.
  void pass(Duration time) {
    now = now.plus(time);
    this.time.timePasses(time);
  }

  void forgetEvents() {
    journal.clearByPersistenceId(SHOP.toString());
  }

  void clock(Instant instant) {
    now = instant;
  }

  List<Recorded> stored() {
    return journal.persistedInStorage(SHOP.toString()).stream().map(Recorded.class::cast).toList();
  }

  List<Object> events() {
    return stored().stream()
        .map(e -> codec.decode(new EncodedEvent(e.type(), e.version(), e.bytes())))
        .toList();
  }

  /// From now on writes wait for the answer's count-down.
  CountDownLatch holdWrites() {
    return writes.hold();
  }

  SlowWrites writes() {
    return writes;
  }

  @Override
  public void close() {
    writes.release();
    kit.shutdownTestKit();
  }
}
