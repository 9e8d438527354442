package io.helyos.orchestrator;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Random;

/// Ids of changes: short, unlike any other, and in the order of their time.
public final class ChangeId {
  private static final Random RANDOM = new SecureRandom();
  private static final int RANDOM_BITS = 40;

  private ChangeId() {}

  /// Seventeen digits and letters: the milliseconds, then forty random bits.
  public static String next(InstantSource clock) {
    var random = RANDOM.nextLong() & ((1L << RANDOM_BITS) - 1);
    return pad(Long.toString(clock.millis(), Character.MAX_RADIX), 9)
        + pad(Long.toString(random, Character.MAX_RADIX), 8);
  }

  private static String pad(String text, int width) {
    return "0".repeat(Math.max(0, width - text.length())) + text;
  }
}
