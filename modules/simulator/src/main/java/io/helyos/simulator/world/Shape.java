package io.helyos.simulator.world;

import io.helyos.simulator.Delays;
import java.time.Duration;

/// What a world is like before anything goes wrong in it.
///
/// @param pods that each machine may run until the faults are over
/// @param skew most that a daemon's clock is off
/// @param failover after which the entities of a daemon that is gone live elsewhere
/// @param lag most that a view is behind what other daemons have written
record Shape(
    int daemons,
    int machines,
    int pods,
    Duration skew,
    Duration failover,
    Duration lag,
    Delays delays) {
  static Shape drawn(Dice dice) {
    var daemons = 1 + dice.below(3);
    return new Shape(
        daemons,
        Math.max(daemons, 1 + dice.below(4)),
        dice.chance(0.3) ? 2 + dice.below(3) : 110,
        dice.chance(0.3) ? dice.seconds(0, 3) : Duration.ZERO,
        dice.seconds(5, 25),
        dice.chance(0.3) ? dice.millis(200, 4000) : Duration.ofMillis(20),
        dice.chance(0.5) ? Delays.LIKE_DOCKER : Delays.NONE);
  }

  /// One daemon with its machines, where nothing takes any time.
  static Shape plain(int machines) {
    return new Shape(
        1,
        machines,
        110,
        Duration.ZERO,
        Duration.ofSeconds(10),
        Duration.ofMillis(20),
        Delays.NONE);
  }
}
