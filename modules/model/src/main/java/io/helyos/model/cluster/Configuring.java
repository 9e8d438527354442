package io.helyos.model.cluster;

import static io.helyos.model.Decision.accept;
import static io.helyos.model.Decision.reject;
import static io.helyos.model.Decision.unchanged;

import io.helyos.model.Decision;
import io.helyos.model.Rejection;
import io.helyos.model.Undo;
import io.helyos.model.cluster.Cluster.Founded;
import io.helyos.model.cluster.ClusterCommand.ChooseNodeTimeout;
import io.helyos.model.cluster.ClusterCommand.ChooseScheduler;
import io.helyos.model.cluster.ClusterEvent.ClusterConfigured;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// How operators change what holds for the whole cluster, and take it back.
final class Configuring {
  private Configuring() {}

  static Decision<ClusterEvent> scheduler(Founded cluster, ChooseScheduler choice) {
    return to(cluster, cluster.config().with(choice.strategy()));
  }

  static Decision<ClusterEvent> nodeTimeout(Founded cluster, ChooseNodeTimeout choice) {
    return choice
        .timeout()
        .filter(Configuring::isOut)
        .map(Configuring::refused)
        .orElseGet(() -> to(cluster, cluster.config().withNodeTimeout(choice.timeout())));
  }

  private static boolean isOut(Duration timeout) {
    return timeout.compareTo(ClusterConfig.SHORTEST_TIMEOUT) < 0
        || timeout.compareTo(ClusterConfig.LONGEST_TIMEOUT) > 0;
  }

  private static Decision<ClusterEvent> refused(Duration timeout) {
    return reject(
        Rejection.invalid(
            "Expected a node timeout from 5s to 24h, found %ds: choose another."
                .formatted(timeout.toSeconds())));
  }

  private static Decision<ClusterEvent> to(Founded cluster, ClusterConfig next) {
    return next.equals(cluster.config())
        ? unchanged()
        : accept(new ClusterConfigured(cluster.config(), next));
  }

  static Undo<ClusterCommand> back(ClusterConfig was, ClusterConfig is) {
    var commands = new ArrayList<ClusterCommand>();
    if (was.scheduler() != is.scheduler()) commands.add(new ChooseScheduler(was.scheduler()));
    if (!was.nodeTimeout().equals(is.nodeTimeout())) {
      commands.add(new ChooseNodeTimeout(was.nodeTimeout()));
    }
    return new Undo.By<>(List.copyOf(commands));
  }
}
