package io.helyos.simulator;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/// What is still to come in the present run of a container. Guarded by its engine's lock.
final class RunTimers {
  private final SimulatedEngine engine;
  private final Map<Long, Timeline.Timer> timers = new HashMap<>(0);
  private long count;

  RunTimers(SimulatedEngine engine) {
    this.engine = engine;
  }

  void after(Duration delay, Runnable work) {
    if (delay.isZero()) {
      work.run();
      return;
    }
    var number = count++;
    Runnable due =
        () -> {
          // The timeline may have begun with it just before it was cancelled.
          if (timers.remove(number) != null) {
            work.run();
          }
        };
    timers.put(number, engine.timeline().after(delay, () -> engine.lock().turn(due)));
  }

  void cancelAll() {
    timers.values().forEach(Timeline.Timer::cancel);
    timers.clear();
  }
}
