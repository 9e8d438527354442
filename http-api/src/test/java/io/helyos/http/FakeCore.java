package io.helyos.http;

import io.helyos.model.Decider;
import io.helyos.model.Decision;
import io.helyos.model.EntityId;
import io.helyos.model.Rejection;
import io.helyos.model.delivery.Answer;
import io.helyos.model.journal.EncodedEvent;
import io.helyos.model.journal.FeedRow;
import io.helyos.model.journal.Recorded;
import io.helyos.model.port.Codec;
import io.helyos.model.port.Feed;
import io.helyos.model.view.Deciders;
import io.helyos.model.view.Fold;
import io.helyos.model.view.Row;
import io.helyos.model.view.View;
import io.helyos.orchestrator.Orchestrator;
import io.helyos.orchestrator.Request;
import io.helyos.orchestrator.access.ContainerAccess;
import io.helyos.orchestrator.entity.HashChain;
import io.helyos.orchestrator.logs.ContainerLogs;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;

/// A core without actors and disk: commands go through the real deciders, events into a list. What
/// a command would set in motion does not happen.
final class FakeCore implements Orchestrator {
  private volatile Optional<String> engineTrouble = Optional.empty();
  private volatile Optional<String> elsewhere = Optional.empty();
  private final Map<EntityId, Row<?>> rows = new HashMap<>();
  private final Map<EntityId, byte[]> heads = new HashMap<>();
  private final Map<String, Remembered> memory = new HashMap<>();
  private final FakeFeed feed = new FakeFeed();
  private final FakeCodec codec = new FakeCodec();
  private final FakeLogs logs = new FakeLogs();
  private final FakeAccess access = new FakeAccess();
  volatile boolean ready = true;
  volatile boolean journalAway;

  /// How many commands came while it was.
  volatile int askedInVain;

  volatile boolean broken;

  /// Commands that are refused, whatever their entity would say.
  volatile Predicate<Object> refuses = _ -> false;

  /// Waiting for news goes on for ever.
  volatile boolean seesNothing;

  private record Remembered(String digest, Answer answer) {}

  @Override
  public synchronized CompletionStage<Answer> execute(
      EntityId entity, Object command, Request request) {
    if (journalAway) {
      askedInVain++;
      return CompletableFuture.failedStage(new Unavailable("no answer in 2 s"));
    }
    var key = entity + " " + request.commandId();
    var before = request.commandId().isEmpty() ? null : memory.get(key);
    if (before != null && before.digest().equals(request.digest())) {
      return CompletableFuture.completedStage(before.answer());
    }
    if (before != null) {
      var reused = Rejection.invalid("The key was used for another request.");
      return CompletableFuture.completedStage(new Answer.Refused(entity, reused));
    }
    var answer = decided(entity, command, request);
    if (!request.commandId().isEmpty()) memory.put(key, new Remembered(request.digest(), answer));
    return CompletableFuture.completedStage(answer);
  }

  private Answer decided(EntityId entity, Object command, Request request) {
    if (refuses.test(command)) {
      return new Answer.Refused(entity, Rejection.conflict("Somebody came between."));
    }
    var decider = decider(entity);
    var row = row(entity);
    var sequence = row.map(Row::sequence).orElse(0L);
    if (request.expected().filter(expected -> !expected.equals(sequence)).isPresent()) {
      return new Answer.Refused(
          entity, new Rejection(Rejection.Kind.PRECONDITION, "It is at %d.".formatted(sequence)));
    }
    var state = row.<Object>map(Row::state).orElseGet(decider::initial);
    return switch (decider.decide(state, command, Instant.now())) {
      case Decision.Rejected<Object>(var rejection) -> new Answer.Refused(entity, rejection);
      case Decision.Accepted<Object>(var events) -> {
        events.forEach(event -> store(entity, event, request));
        var after = row(entity);
        yield new Answer.Done(
            entity,
            after.map(Row::sequence).orElse(0L),
            after.<Instant>map(Row::updatedAt).orElse(Instant.EPOCH),
            request.change(),
            decider.answer(after.<Object>map(Row::state).orElse(state), command));
      }
    };
  }

  private void store(EntityId entity, Object event, Request request) {
    var sequence = row(entity).map(Row::sequence).orElse(0L) + 1;
    var now = Instant.now();
    rows.put(entity, Fold.apply(row(entity), entity, sequence, now, event));
    var encoded = codec.encode(event);
    var before = heads.getOrDefault(entity, HashChain.root());
    var plain = recorded(encoded, now, request, new byte[0]);
    var hash = HashChain.next(before, entity, sequence, plain);
    heads.put(entity, hash);
    var recorded = recorded(encoded, now, request, hash);
    feed.add(offset -> new FeedRow(offset, entity, sequence, recorded));
  }

  private Recorded recorded(EncodedEvent event, Instant now, Request request, byte[] hash) {
    return new Recorded(
        event.bytes(),
        event.type(),
        event.version(),
        now,
        daemon(),
        request.change(),
        request.author(),
        request.cause(),
        request.commandId(),
        request.digest(),
        hash);
  }

  /// Sends a command of the system and expects that it is accepted.
  void tell(EntityId entity, Object command) {
    var answer =
        execute(entity, command, Request.of("test", "system")).toCompletableFuture().join();
    if (!(answer instanceof Answer.Done)) throw new AssertionError(command + ": " + answer);
  }

  /// As if a newer build had written all that is in the journal.
  void becomeOlder() {
    codec.isOlder = true;
  }

  FakeLogs containers() {
    return logs;
  }

  FakeAccess hands() {
    return access;
  }

  synchronized Optional<Row<?>> row(EntityId entity) {
    return Optional.ofNullable(rows.get(entity));
  }

  synchronized List<Row<?>> rows() {
    if (broken) throw new IllegalStateException("deep inside");
    return List.copyOf(rows.values());
  }

  @Override
  public View view() {
    return new FakeView(this);
  }

  @Override
  public CompletionStage<Void> seen(EntityId entity, long sequence) {
    if (seesNothing) return new CompletableFuture<>();
    return row(entity).filter(row -> row.sequence() >= sequence).isPresent()
        ? CompletableFuture.completedStage(null)
        : CompletableFuture.failedStage(new Unavailable("not seen in 1 s"));
  }

  @Override
  public Feed feed() {
    return feed;
  }

  @Override
  public Codec codec() {
    return codec;
  }

  @Override
  public ContainerLogs logs() {
    return logs;
  }

  @Override
  public ContainerAccess access() {
    return access;
  }

  @Override
  public boolean isReady() {
    return ready;
  }

  /// From now on the engine of the node `one` does not answer.
  void loseEngine() {
    engineTrouble = Optional.of("connection refused");
  }

  /// From now on another daemon has the engines of all nodes.
  void leaveEnginesTo(String api) {
    elsewhere = Optional.of(api);
  }

  @Override
  public Optional<String> elsewhere(String node) {
    return elsewhere;
  }

  @Override
  public Duration silence(String node) {
    return Duration.ofMinutes(trouble(node).isPresent() ? 3 : 0);
  }

  @Override
  public Optional<String> trouble(String node) {
    return engineTrouble.filter(_ -> node.equals(daemon()));
  }

  @Override
  public String daemon() {
    return "one";
  }

  // Each row holds states of its own kind only, as the decider of that kind made them.
  @SuppressWarnings("unchecked")
  private static Decider<Object, Object, Object, ?> decider(EntityId id) {
    return (Decider<Object, Object, Object, ?>) Deciders.of(id.kind());
  }
}
