package io.helyos.simulator;

import java.time.Duration;

/// What a simulated engine is like.
///
/// @param callTimeout after which a caller gives up on a call that gets no answer
/// @param failureRate share of changing calls (0..1) that fail: half of these are not carried out,
///   the other half are, and only their answer is lost
/// @param seed of the choice which calls fail
public record EngineSettings(
    Delays delays,
    int cpus,
    long memoryBytes,
    Duration callTimeout,
    double failureRate,
    long seed) {
  /// Eight cores, 16 GiB, no delay, no failure.
  public static final EngineSettings DEFAULT =
      new EngineSettings(Delays.NONE, 8, 16L << 30, Duration.ofSeconds(30), 0, 1);

  public EngineSettings {
    if (!(failureRate >= 0 && failureRate <= 1)) {
      throw new IllegalArgumentException(
          "expected a failure rate from 0 to 1, found " + failureRate);
    }
  }

  public EngineSettings withDelays(Delays value) {
    return new EngineSettings(value, cpus, memoryBytes, callTimeout, failureRate, seed);
  }

  public EngineSettings withCallTimeout(Duration value) {
    return new EngineSettings(delays, cpus, memoryBytes, value, failureRate, seed);
  }

  public EngineSettings withFailures(double rate, long newSeed) {
    return new EngineSettings(delays, cpus, memoryBytes, callTimeout, rate, newSeed);
  }
}
