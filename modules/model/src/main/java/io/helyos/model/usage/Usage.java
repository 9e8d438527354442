package io.helyos.model.usage;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;

/// What pods have used, and how well they ran. Times of several pods at once add up.
///
/// @param held how long they had a place on a node, from its grant until nothing of them was left
///   there
/// @param cpuSeconds cores that were granted, for as long as they were
/// @param memoryByteSeconds bytes that were granted, for as long as they were
/// @param restarts that the restart policy has asked for
/// @param repairs so many failures were mended
/// @param repairing how long those lasted, each from the failure until the pod was ready again
/// @param wanted how long pods were wanted
/// @param ready how long pods that were wanted were ready
public record Usage(
    Duration held,
    BigDecimal cpuSeconds,
    BigDecimal memoryByteSeconds,
    long restarts,
    long repairs,
    Duration repairing,
    Duration wanted,
    Duration ready) {
  private static final int NANO_DIGITS = 9;

  public static final Usage NONE =
      new Usage(
          Duration.ZERO,
          BigDecimal.ZERO,
          BigDecimal.ZERO,
          0,
          0,
          Duration.ZERO,
          Duration.ZERO,
          Duration.ZERO);

  /// A place of this size for so long.
  static Usage holding(Duration time, long cpuMillis, long memoryBytes) {
    var seconds = seconds(time);
    return new Usage(
        time,
        seconds.multiply(BigDecimal.valueOf(cpuMillis, 3)),
        seconds.multiply(BigDecimal.valueOf(memoryBytes)),
        0,
        0,
        Duration.ZERO,
        Duration.ZERO,
        Duration.ZERO);
  }

  static Usage restarting(long times) {
    return NONE.plus(0, times, Duration.ZERO);
  }

  static Usage mending(Duration time) {
    return NONE.plus(1, 0, time);
  }

  static Usage waiting(Duration wanted, Duration ready) {
    return NONE.present(wanted, ready);
  }

  private Usage plus(long moreRepairs, long moreRestarts, Duration time) {
    return new Usage(
        held,
        cpuSeconds,
        memoryByteSeconds,
        restarts + moreRestarts,
        repairs + moreRepairs,
        repairing.plus(time),
        wanted,
        ready);
  }

  public Usage plus(Usage other) {
    var counted = plus(other.repairs, other.restarts, other.repairing);
    return new Usage(
        held.plus(other.held),
        cpuSeconds.add(other.cpuSeconds),
        memoryByteSeconds.add(other.memoryByteSeconds),
        counted.restarts,
        counted.repairs,
        counted.repairing,
        wanted.plus(other.wanted),
        ready.plus(other.ready));
  }

  /// The same with another answer to how much of what was wanted was there.
  Usage present(Duration nowWanted, Duration nowReady) {
    return new Usage(
        held, cpuSeconds, memoryByteSeconds, restarts, repairs, repairing, nowWanted, nowReady);
  }

  /// Whether there is nothing to tell.
  public boolean isNothing() {
    return held.isZero() && wanted.isZero() && restarts == 0 && repairs == 0;
  }

  /// The part of what was wanted that was ready; empty when nothing was wanted.
  public OptionalDouble availability() {
    if (wanted.isZero()) return OptionalDouble.empty();
    return OptionalDouble.of(seconds(ready).doubleValue() / seconds(wanted).doubleValue());
  }

  /// Empty when nothing had to be mended.
  public Optional<Duration> meanTimeToRepair() {
    return repairs == 0 ? Optional.empty() : Optional.of(repairing.dividedBy(repairs));
  }

  private static BigDecimal seconds(Duration time) {
    return BigDecimal.valueOf(time.getSeconds())
        .add(BigDecimal.valueOf(time.getNano(), NANO_DIGITS));
  }
}
