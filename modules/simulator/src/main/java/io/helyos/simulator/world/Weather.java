package io.helyos.simulator.world;

import java.time.Duration;
import java.util.List;

/// How bad the network is.
///
/// @param lost share of the messages that never arrive
/// @param doubled share that arrives twice
/// @param slow share that takes seconds
/// @param late share that takes so long that what it is about has moved on
record Weather(Dice dice, double lost, double doubled, double slow, double late)
    implements Network.Fate {
  static final Network.Fate CALM = _ -> List.of(Duration.ofMillis(1));

  static Weather drawn(Dice dice) {
    return new Weather(
        dice, share(dice, 0.3), share(dice, 0.3), share(dice, 0.2), share(dice, 0.1));
  }

  private static double share(Dice dice, double most) {
    return dice.chance(0.5) ? dice.upTo(most) : 0;
  }

  @Override
  public List<Duration> of(Network.Message message) {
    if (dice.chance(lost)) return List.of();
    return dice.chance(doubled) ? List.of(delay(), delay()) : List.of(delay());
  }

  private Duration delay() {
    if (dice.chance(late)) return dice.seconds(10, 180);
    if (dice.chance(slow)) return dice.millis(100, 10_000);
    return dice.millis(1, 20);
  }
}
