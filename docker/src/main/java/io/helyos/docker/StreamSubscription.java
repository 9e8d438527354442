package io.helyos.docker;

import com.github.dockerjava.transport.DockerHttpClient.Response;
import java.util.concurrent.Flow;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// What one subscriber has asked for, and whether it still listens. Signals come from the one
/// thread that reads; requests and the cancellation from anywhere.
final class StreamSubscription<T> implements Flow.Subscription {
  private final Flow.Subscriber<? super T> subscriber;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private long demand;
  private volatile boolean over;
  private volatile @Nullable Response response;
  private volatile @Nullable Throwable misuse;

  StreamSubscription(Flow.Subscriber<? super T> subscriber) {
    this.subscriber = subscriber;
  }

  /// @param answer closed by a cancellation, to end a read that may otherwise never end
  void begin(@Nullable Response answer) {
    response = answer;
    subscriber.onSubscribe(this);
  }

  /// Waits until the subscriber wants an item; false when it wants none any more.
  boolean awaitDemand() {
    lock.lock();
    try {
      while (demand == 0 && !over && misuse == null) {
        changed.awaitUninterruptibly();
      }
    } finally {
      lock.unlock();
    }
    var wrong = misuse;
    if (wrong != null) {
      fail(wrong);
    }
    return !over;
  }

  void deliver(T item) {
    lock.lock();
    try {
      if (over) {
        return;
      }
      demand = demand == Long.MAX_VALUE ? demand : demand - 1;
    } finally {
      lock.unlock();
    }
    subscriber.onNext(item);
  }

  void complete() {
    if (finish()) {
      subscriber.onComplete();
    }
  }

  void fail(Throwable error) {
    if (finish()) {
      subscriber.onError(error);
    }
  }

  private boolean finish() {
    lock.lock();
    try {
      var first = !over;
      over = true;
      return first;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void request(long n) {
    lock.lock();
    try {
      if (n <= 0) {
        misuse = new IllegalArgumentException("expected a demand of at least 1, got " + n);
      } else {
        demand = demand + n < 0 ? Long.MAX_VALUE : demand + n;
      }
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void cancel() {
    lock.lock();
    try {
      over = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    close();
  }

  /// Ends the stream under the reader's feet; it then fails as if the engine had gone.
  void close() {
    var opened = response;
    if (opened != null) {
      opened.close();
    }
  }
}
