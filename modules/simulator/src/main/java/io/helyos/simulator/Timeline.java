package io.helyos.simulator;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// Time as simulated engines know it: the wall's, or one that a test winds on.
public interface Timeline extends InstantSource {
  /// Runs the work once the time has passed, unless it is cancelled before.
  Timer after(Duration delay, Runnable work);

  /// Work that is still to come.
  interface Timer {
    void cancel();
  }

  /// The time of this machine.
  static Timeline of(InstantSource clock, ScheduledExecutorService scheduler) {
    return new Timeline() {
      @Override
      public Instant instant() {
        return clock.instant();
      }

      @Override
      public Timer after(Duration delay, Runnable work) {
        var scheduled = scheduler.schedule(work, delay.toNanos(), TimeUnit.NANOSECONDS);
        return () -> scheduled.cancel(false);
      }
    };
  }
}
