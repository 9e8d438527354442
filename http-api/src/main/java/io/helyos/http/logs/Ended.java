package io.helyos.http.logs;

import io.helyos.http.exchange.Call;
import io.helyos.http.problem.ProblemKind;
import io.helyos.http.problem.Refusal;
import io.helyos.model.PodId;
import io.helyos.model.port.RuntimeFailure;
import io.helyos.model.port.RuntimeFailure.Kind;
import io.helyos.orchestrator.logs.ContainerLogs;
import io.helyos.orchestrator.logs.PodContainer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import org.apache.pekko.NotUsed;
import org.apache.pekko.japi.pf.PFBuilder;
import org.apache.pekko.stream.Graph;
import org.apache.pekko.stream.SourceShape;
import org.apache.pekko.stream.javadsl.Source;
import org.apache.pekko.util.ByteString;

/// A stream of what there is, pod after pod, that ends with the last line: of the present
/// containers, or of those before them.
final class Ended {
  private final Call call;
  private final ContainerLogs logs;
  private final LogRequest wanted;
  private final List<PodContainer> chosen;

  /// @param found of all wanted pods, by age
  Ended(Call call, ContainerLogs logs, LogRequest wanted, List<PodContainer> found) {
    this.call = call;
    this.logs = logs;
    this.wanted = wanted;
    var pods =
        found.stream()
            .filter(container -> wanted.wants(container.pod()))
            .collect(
                Collectors.groupingBy(it -> it.pod().index(), TreeMap::new, Collectors.toList()));
    this.chosen = pods.values().stream().flatMap(all -> choose(all).stream()).toList();
  }

  boolean isEmpty() {
    return chosen.isEmpty();
  }

  Source<ByteString, NotUsed> frames() {
    var frames = new Frames(wanted, Map.of());
    return Source.from(chosen)
        .filter(container -> container.pod().index() >= begin())
        .flatMapConcat(this::moves)
        .filter(move -> move.line().isPresent())
        .map(frames::of);
  }

  private Optional<PodContainer> choose(List<PodContainer> all) {
    var place = place(all.getFirst().pod());
    return all.stream()
        .filter(it -> place.map(at -> at.isIn(it)).orElseGet(() -> isWanted(it)))
        .reduce((_, newer) -> newer);
  }

  private boolean isWanted(PodContainer container) {
    return !wanted.previous()
        || PodLife.row(call.view(), container.pod())
            .flatMap(row -> row.state().lived())
            .filter(now ->
                container.isBefore(
                    now.incarnation(), PodLife.attempt(now, container.seat().companion())))
            .isPresent();
  }

  private Source<Move, NotUsed> moves(PodContainer container) {
    var place = place(container.pod());
    var reader = new PodReader(logs, container.pod(), place);
    var moves =
        place.filter(at -> !at.isUnopened()).isPresent()
            ? reader.rest(container, false)
            : reader.first(container, wanted, false);
    // It may be gone before its log is opened; the others are still there.
    return moves.recoverWithRetries(
        1,
        new PFBuilder<Throwable, Graph<SourceShape<Move>, NotUsed>>()
            .match(
                RuntimeFailure.class,
                failure -> failure.kind() == Kind.NOT_FOUND,
                _ -> Source.<Move>empty())
            .build());
  }

  private Optional<Place> place(PodId pod) {
    return places().getOrDefault(pod.index(), Optional.empty());
  }

  /// The pods before the one that was being read are through.
  private int begin() {
    return places().keySet().stream().mapToInt(index -> index).min().orElse(0);
  }

  private Map<Integer, Optional<Place>> places() {
    return wanted.cursor().map(Cursor::places).orElse(Map.of());
  }

  /// What the client is told when no engine says which containers there are.
  static Refusal refusal(Throwable failure) {
    if (failure instanceof CompletionException && failure.getCause() != null) {
      return refusal(failure.getCause());
    }
    if (failure instanceof RuntimeFailure engine && engine.kind() != Kind.INVALID) {
      return Refusal.of(
          ProblemKind.UNAVAILABLE,
          "The engine does not say which containers there are: %s.".formatted(engine.getMessage()));
    }
    throw new CompletionException(failure);
  }
}
