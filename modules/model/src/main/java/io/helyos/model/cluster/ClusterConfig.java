package io.helyos.model.cluster;

import io.helyos.model.scheduling.Strategy;
import java.time.Duration;
import java.util.Optional;

/// What operators have chosen for the whole cluster, at run time.
///
/// @param scheduler for pods that are placed from now on
/// @param nodeTimeout after which a silent machine is given up; empty for what the daemons were
///   started with
public record ClusterConfig(Strategy scheduler, Optional<Duration> nodeTimeout) {
  public static final ClusterConfig DEFAULT = new ClusterConfig(Strategy.SPREAD, Optional.empty());

  /// What is shorter gives up machines that are only busy.
  public static final Duration SHORTEST_TIMEOUT = Duration.ofSeconds(5);

  /// What is longer is no waiting any more.
  public static final Duration LONGEST_TIMEOUT = Duration.ofHours(24);

  ClusterConfig with(Strategy next) {
    return new ClusterConfig(next, nodeTimeout);
  }

  ClusterConfig withNodeTimeout(Optional<Duration> next) {
    return new ClusterConfig(scheduler, next);
  }
}
