package io.helyos.daemon.crash;

import io.helyos.model.port.CrashPoint;
import io.helyos.model.port.CrashPoint.Moment;
import io.helyos.model.port.CrashPoints;
import io.helyos.model.port.OutsideCall;
import java.util.concurrent.Flow;
import java.util.function.Supplier;

/// A stream of an engine: one crash point before it is opened, the other each time that something
/// has come and nobody has heard it yet.
final class PointedStream<T> implements Flow.Publisher<T> {
  private final CrashPoints points;
  private final OutsideCall call;
  private final Supplier<Flow.Publisher<T>> opening;

  PointedStream(CrashPoints points, OutsideCall call, Supplier<Flow.Publisher<T>> opening) {
    this.points = points;
    this.call = call;
    this.opening = opening;
  }

  @Override
  public void subscribe(Flow.Subscriber<? super T> subscriber) {
    points.pass(new CrashPoint(call, Moment.BEFORE));
    opening.get().subscribe(new Listener(subscriber));
  }

  private final class Listener implements Flow.Subscriber<T> {
    private final Flow.Subscriber<? super T> subscriber;

    private Listener(Flow.Subscriber<? super T> subscriber) {
      this.subscriber = subscriber;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      subscriber.onSubscribe(subscription);
    }

    @Override
    public void onNext(T item) {
      heard();
      subscriber.onNext(item);
    }

    @Override
    public void onError(Throwable failure) {
      heard();
      subscriber.onError(failure);
    }

    @Override
    public void onComplete() {
      heard();
      subscriber.onComplete();
    }

    private void heard() {
      points.pass(new CrashPoint(call, Moment.AFTER));
    }
  }
}
