package io.helyos.simulator;

import io.helyos.model.port.RuntimeFailure;
import io.helyos.model.port.RuntimeFailure.Kind;
import java.util.ArrayDeque;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What one subscriber has coming. Items are put in at any time, even under an engine's lock; they
/// reach the subscriber in [#drain], which is called without one.
final class SimulatedStream<T> implements Flow.Subscription, Outlet<T> {
  /// A subscriber that falls further behind is cut off, so that it cannot eat all memory.
  private static final int MOST_WAITING = 100_000;

  private final Flow.Subscriber<? super T> subscriber;
  private final Consumer<SimulatedStream<T>> onEnd;
  private final ArrayDeque<T> waiting = new ArrayDeque<>();
  private final AtomicInteger drains = new AtomicInteger();
  private long demand;
  private boolean ending;
  private @Nullable Throwable failure;
  private boolean over;

  /// @param onEnd called once, when nothing more is wanted or will come
  SimulatedStream(Flow.Subscriber<? super T> subscriber, Consumer<SimulatedStream<T>> onEnd) {
    this.subscriber = subscriber;
    this.onEnd = onEnd;
  }

  @Override
  public synchronized void offer(T item) {
    if (over || ending) {
      return;
    }
    if (waiting.size() == MOST_WAITING) {
      fail(new RuntimeFailure(Kind.ENGINE_ERROR, "the reader is too slow: it was cut off"));
    } else {
      waiting.add(item);
    }
  }

  @Override
  public synchronized void complete() {
    ending = true;
  }

  synchronized boolean isOver() {
    return over;
  }

  /// Ends at once; what waits is lost.
  synchronized void fail(Throwable cause) {
    if (!over && failure == null) {
      waiting.clear();
      failure = cause;
      ending = true;
    }
  }

  @Override
  public void request(long n) {
    synchronized (this) {
      if (n <= 0) {
        fail(new IllegalArgumentException("expected a request for 1 or more, found " + n));
      } else {
        demand = demand + n < 0 ? Long.MAX_VALUE : demand + n;
      }
    }
    drain();
  }

  @Override
  public void cancel() {
    end();
  }

  /// Hands over what is wanted and there. Calls that meet another one leave the work to it: a
  /// subscriber is never called by two threads at once, nor within its own call.
  @Override
  public void drain() {
    if (drains.getAndIncrement() != 0) {
      return;
    }
    var seen = 1;
    while (seen != 0) {
      for (var item = next(); item != null; item = next()) {
        subscriber.onNext(item);
      }
      if (hasRunOut()) {
        finish();
      }
      seen = drains.addAndGet(-seen);
    }
  }

  private synchronized @Nullable T next() {
    if (over || demand == 0 || waiting.isEmpty()) {
      return null;
    }
    demand = demand == Long.MAX_VALUE ? demand : demand - 1;
    return waiting.poll();
  }

  private synchronized boolean hasRunOut() {
    return !over && ending && waiting.isEmpty();
  }

  private void finish() {
    var cause = failure;
    end();
    if (cause == null) {
      subscriber.onComplete();
    } else {
      subscriber.onError(cause);
    }
  }

  private void end() {
    synchronized (this) {
      if (over) {
        return;
      }
      over = true;
      waiting.clear();
    }
    onEnd.accept(this);
  }
}
