package io.helyos.model.cluster;

import static io.helyos.model.Decision.accept;
import static io.helyos.model.Decision.reject;

import io.helyos.model.Decision;
import io.helyos.model.Rejection;
import io.helyos.model.cluster.ClusterCommand.ConfirmLosses;
import io.helyos.model.cluster.ClusterCommand.ReportSilence;
import io.helyos.model.cluster.ClusterEvent.NodesHeld;
import io.helyos.model.cluster.ClusterEvent.NodesLost;
import io.helyos.model.cluster.ClusterEvent.NodesReturned;
import java.util.ArrayList;
import java.util.Set;
import java.util.TreeSet;

/// Which silent machines are given up, and when nobody is: if most of them fall silent at once, it
/// is more likely that whoever listens has lost the network than that they are all dead.
final class Silence {
  private Silence() {}

  static Decision<ClusterEvent> reported(Losses known, ReportSilence report) {
    var events = new ArrayList<ClusterEvent>();
    var back = new TreeSet<>(report.heard());
    back.removeIf(node -> !known.has(node));
    if (!back.isEmpty()) events.add(new NodesReturned(back));
    var due = due(known, report);
    if (isMost(known, report)) {
      due.removeAll(known.held());
      if (!due.isEmpty()) events.add(new NodesHeld(due));
    } else if (!due.isEmpty()) {
      events.add(new NodesLost(due));
    }
    return accept(events);
  }

  /// Silent for as long as anybody waits, and not given up yet.
  private static Set<String> due(Losses known, ReportSilence report) {
    var due = new TreeSet<String>();
    report
        .silent()
        .forEach((node, silence) -> {
          if (silence.compareTo(report.patience()) >= 0) due.add(node);
        });
    due.removeAll(known.lost());
    return due;
  }

  /// Who was given up long ago does not count: only what vanishes together is suspicious.
  private static boolean isMost(Losses known, ReportSilence report) {
    var missing = new TreeSet<>(report.silent().keySet());
    missing.removeAll(known.lost());
    return missing.size() > report.heard().size();
  }

  static Decision<ClusterEvent> confirmed(Losses known, ConfirmLosses confirm) {
    if (known.held().containsAll(confirm.nodes()) && !confirm.nodes().isEmpty()) {
      return accept(new NodesLost(confirm.nodes()));
    }
    return reject(
        Rejection.conflict(
            "Expected nodes that are held back by the brake (%s), found %s."
                .formatted(
                    known.held().isEmpty() ? "there are none" : String.join(", ", known.held()),
                    String.join(", ", confirm.nodes()))));
  }
}
