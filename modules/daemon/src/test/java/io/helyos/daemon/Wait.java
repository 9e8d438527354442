package io.helyos.daemon;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.Callable;
import org.awaitility.core.ThrowingRunnable;

/// Waits for what must come true, as long as a slow machine may take.
final class Wait {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private Wait() {}

  static void until(String what, Callable<Boolean> holds) {
    await(what).atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).until(holds);
  }

  static void untilAsserted(String what, ThrowingRunnable assertion) {
    await(what).atMost(PATIENCE).pollInterval(Duration.ofMillis(100)).untilAsserted(assertion);
  }
}
