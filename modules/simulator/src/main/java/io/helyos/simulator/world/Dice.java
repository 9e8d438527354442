package io.helyos.simulator.world;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;

/// Where all chance comes from. Each part of the world has dice of its own, so that one more throw
/// here does not change what happens there.
final class Dice {
  private final SplittableRandom random;

  Dice(long seed) {
    this(new SplittableRandom(seed));
  }

  private Dice(SplittableRandom random) {
    this.random = random;
  }

  Dice split() {
    return new Dice(random.split());
  }

  boolean chance(double probability) {
    return probability > 0 && random.nextDouble() < probability;
  }

  /// From 0 up to, but not including, the bound.
  int below(int bound) {
    return random.nextInt(bound);
  }

  double upTo(double most) {
    return random.nextDouble() * most;
  }

  <T> T pick(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  Duration between(Duration least, Duration most) {
    return Duration.ofNanos(random.nextLong(least.toNanos(), most.toNanos() + 1));
  }

  Duration millis(int least, int most) {
    return between(Duration.ofMillis(least), Duration.ofMillis(most));
  }

  Duration seconds(int least, int most) {
    return between(Duration.ofSeconds(least), Duration.ofSeconds(most));
  }
}
