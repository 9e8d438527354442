package io.helyos.orchestrator.watch;

import io.helyos.model.cluster.Cluster;
import io.helyos.model.cluster.ClusterCommand.ReportSilence;
import io.helyos.model.delivery.Answer;
import io.helyos.model.view.View;
import io.helyos.orchestrator.neighbour.Neighbours;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Predicate;

/// What a watcher hears of the machines, and whom it tells.
///
/// @param isHere whether a node belongs to this daemon, which hears itself
/// @param patience after which a silent machine is given up, unless the cluster has another
/// @param tell carries a report to the cluster
/// @param wakeAll wakes what has something to do
public record Watch(
    View view,
    Neighbours neighbours,
    Predicate<String> isHere,
    Duration patience,
    Function<ReportSilence, CompletionStage<Answer>> tell,
    Runnable wakeAll) {
  /// Shorter pauses are everyday life.
  private static final Duration SILENT = Duration.ofSeconds(4);

  /// What the cluster does not know yet; empty when it knows.
  Optional<ReportSilence> news() {
    var silent = new HashMap<String, Duration>();
    var heard = new HashSet<String>();
    for (var row : view.nodes()) {
      var node = row.id().name();
      var silence = isHere.test(node) ? Duration.ZERO : neighbours.silence(node);
      if (silence.compareTo(SILENT) >= 0) silent.put(node, silence);
      else if (isHere.test(node) || neighbours.knows(node)) heard.add(node);
    }
    return view.cluster()
        .map(row -> row.state())
        .flatMap(state ->
            state instanceof Cluster.Founded founded
                ? report(founded, silent, heard)
                : Optional.empty());
  }

  private Optional<ReportSilence> report(
      Cluster.Founded cluster, Map<String, Duration> silent, Set<String> heard) {
    var due = cluster.config().nodeTimeout().orElse(patience);
    return Optional.of(new ReportSilence(silent, heard, due))
        .filter(news -> news.isNewsTo(cluster.losses()));
  }

  CompletionStage<Answer> report(ReportSilence news) {
    return tell.apply(news);
  }

  void deaf() {
    neighbours.deafUntilNow();
  }

  void wake() {
    wakeAll.run();
  }
}
