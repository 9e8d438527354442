package io.helyos.simulator;

import io.helyos.model.port.ContainerEvent;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Sends every event twice, or each two in the wrong order.
final class EventDisorder implements Outlet<ContainerEvent> {
  /// After so long a held event has waited enough for another to go before it.
  private static final Duration HELD = Duration.ofMillis(500);

  private final SimulatedStream<ContainerEvent> stream;
  private final boolean reorders;
  private final Timeline timeline;
  private final EngineLock lock;
  private @Nullable ContainerEvent held;

  EventDisorder(
      SimulatedStream<ContainerEvent> stream,
      boolean reorders,
      Timeline timeline,
      EngineLock lock) {
    this.stream = stream;
    this.reorders = reorders;
    this.timeline = timeline;
    this.lock = lock;
  }

  @Override
  public void offer(ContainerEvent event) {
    if (reorders && held == null) {
      held = event;
      timeline.after(HELD, () -> lock.turn(this::release));
    } else if (reorders) {
      stream.offer(event);
      release();
    } else {
      stream.offer(event);
      stream.offer(event);
    }
  }

  private void release() {
    if (held != null) {
      stream.offer(held);
      held = null;
      lock.afterwards(stream::drain);
    }
  }

  @Override
  public void complete() {
    release();
    stream.complete();
  }

  @Override
  public void drain() {
    stream.drain();
  }
}
