package io.helyos.model.template;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// How a container is asked to end: out of traffic, the drain, a command of its own, the signal,
/// the grace, then SIGKILL.
///
/// @param leave what comes before the signal; empty when nothing does
public record StopPolicy(Duration grace, String signal, Optional<Leave> leave) {
  private static final Duration MOMENT = Duration.ofSeconds(2);

  public static final StopPolicy DEFAULT = new StopPolicy(Duration.ofSeconds(10), "SIGTERM");

  /// What comes before the signal.
  ///
  /// @param drain so long the container goes on without new traffic
  /// @param preStop a command in the container, which the grace has to do for as well; none when
  ///   empty
  public record Leave(Duration drain, List<String> preStop) {
    public Leave {
      preStop = List.copyOf(preStop);
    }
  }

  /// A policy with nothing before the signal.
  public StopPolicy(Duration grace, String signal) {
    this(grace, signal, Optional.empty());
  }

  /// A policy with a drain and a command, either of which may be nothing.
  public static StopPolicy of(Duration grace, String signal, Duration drain, List<String> preStop) {
    return new StopPolicy(
        grace,
        signal,
        drain.isZero() && preStop.isEmpty()
            ? Optional.empty()
            : Optional.of(new Leave(drain, preStop)));
  }

  /// From the end of new traffic to what comes next.
  public Duration drain() {
    return leave.map(Leave::drain).orElse(Duration.ZERO);
  }

  /// The command before the signal; empty when there is none.
  public List<String> preStop() {
    return leave.map(Leave::preStop).orElse(List.of());
  }

  /// What is left of the grace when the command before the signal has taken so long. A process that
  /// has not had its signal yet is always given a moment for it.
  public Duration graceAfter(Duration taken) {
    var left = grace.minus(taken);
    var least = grace.compareTo(MOMENT) < 0 ? grace : MOMENT;
    return left.compareTo(least) > 0 ? left : least;
  }
}
