package io.helyos.http.logs;

import static java.util.concurrent.CompletableFuture.completedStage;

import io.helyos.http.exchange.Call;
import io.helyos.model.PodId;
import io.helyos.model.pod.Pod;
import io.helyos.model.view.Row;
import io.helyos.orchestrator.logs.ContainerLogs;
import io.helyos.orchestrator.logs.PodContainer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.apache.pekko.NotUsed;
import org.apache.pekko.japi.Pair;
import org.apache.pekko.stream.javadsl.Source;

/// All that one pod writes, container after container, until there is no such pod.
///
/// It looks for the next container when the view has news of the pod, and now and then without:
/// while the journal is away containers are restarted and nobody hears of it. A container is left
/// only after it has been read once more when it was dead: a followed log may end a little early.
final class PodFollower {
  private static final Duration SOON = Duration.ofMillis(100);
  private static final Duration GLANCE = Duration.ofMillis(250);
  private static final Duration LATEST = Duration.ofSeconds(10);

  private final Call call;
  private final ContainerLogs logs;
  private final PodId pod;
  private final LogRequest wanted;
  private final boolean fresh;
  private final PodReader reader;
  private Duration wait = Duration.ZERO;
  private long seen = -1;

  /// Whether at the last look everything had been read.
  private boolean idle;

  /// Follows a pod from a place on, or from the beginning.
  ///
  /// @param fresh without a place: the pod ran when the stream began, so of its container the
  ///   client gets what it has asked for at first; else all, of all that are left
  PodFollower(
      Call call,
      ContainerLogs logs,
      PodId pod,
      LogRequest wanted,
      Optional<Place> place,
      boolean fresh) {
    this.call = call;
    this.logs = logs;
    this.pod = pod;
    this.wanted = wanted;
    this.fresh = fresh;
    this.reader = new PodReader(logs, pod, place);
  }

  Source<Move, NotUsed> moves() {
    return Source.unfoldAsync(this, PodFollower::step).flatMapConcat(moves -> moves);
  }

  private CompletionStage<Optional<Pair<PodFollower, Source<Move, NotUsed>>>> step() {
    return waited(System.nanoTime() + wait.toNanos())
        .thenCompose(row ->
            row.isEmpty()
                ? completedStage(Optional.empty())
                : look(row.get()).thenApply(moves -> Optional.of(Pair.create(this, moves))));
  }

  /// The pod as it stands when there is news of it or the time is over; empty when it is gone.
  private CompletionStage<Optional<Row<Pod>>> waited(long until) {
    var row = PodLife.row(call.view(), pod);
    var left = until - System.nanoTime();
    if (row.isEmpty() || row.get().sequence() != seen || left <= 0) return completedStage(row);
    var later =
        CompletableFuture.delayedExecutor(Math.min(GLANCE.toNanos(), left), TimeUnit.NANOSECONDS);
    return CompletableFuture.supplyAsync(() -> until, later).thenCompose(this::waited);
  }

  private CompletionStage<Source<Move, NotUsed>> look(Row<Pod> row) {
    var news = row.sequence() != seen;
    seen = row.sequence();
    if (!news && idle && PodLife.isAtRest(row.state())) return completedStage(Source.empty());
    wait = news ? SOON : min(wait.multipliedBy(2), LATEST);
    return logs.of(pod).handle((found, failure) -> failure == null ? moves(found) : Source.empty());
  }

  private Source<Move, NotUsed> moves(List<PodContainer> found) {
    var unread = found.stream().filter(reader::wants).toList();
    idle = unread.isEmpty();
    if (idle) return Source.empty();
    var late = fresh && reader.knowsNothing();
    var container = late ? unread.getLast() : unread.getFirst();
    var first = late || reader.isFirst(container);
    var follow = container.isRunning();
    var moves = first ? reader.first(container, wanted, follow) : reader.rest(container, follow);
    return moves
        .map(move -> {
          wait = move.line().isPresent() ? SOON : min(wait, SOON);
          return move;
        })
        // It may be gone, or its engine: the next look tells, and goes on where this broke off.
        .recoverWithRetries(1, RuntimeException.class, Source::empty);
  }

  private static Duration min(Duration a, Duration b) {
    return a.compareTo(b) < 0 ? a : b;
  }
}
