package io.helyos.simulator;

import java.time.Duration;

/// How long an engine takes for its work, beyond what the container itself takes.
public record Delays(Duration create, Duration start, Duration stop, Duration pull) {
  public static final Delays NONE =
      new Delays(Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO);

  /// About what Docker takes on a small machine.
  public static final Delays LIKE_DOCKER =
      new Delays(
          Duration.ofMillis(50),
          Duration.ofMillis(200),
          Duration.ofMillis(100),
          Duration.ofMillis(800));
}
