package io.helyos.http;

import io.helyos.model.port.LogLine;
import io.helyos.model.port.LogQuery;
import io.helyos.model.port.RuntimeFailure;
import io.helyos.orchestrator.logs.PodContainer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Flow;

/// A container's log, and those who read it.
final class FakeContainer {
  private final PodContainer container;
  private final List<LogLine> lines = new ArrayList<>();
  private final List<Reading> readings = new CopyOnWriteArrayList<>();
  private boolean ended;

  FakeContainer(PodContainer container) {
    this.container = container;
  }

  synchronized PodContainer state() {
    return new PodContainer(
        container.pod(),
        container.incarnation(),
        container.attempt(),
        container.node(),
        container.id(),
        !ended);
  }

  void write(Instant time, String text) {
    synchronized (this) {
      lines.add(new LogLine(time, false, text));
    }
    readings.forEach(Reading::drain);
  }

  void end() {
    synchronized (this) {
      ended = true;
    }
    readings.forEach(Reading::drain);
  }

  void cut() {
    readings.forEach(Reading::cut);
  }

  int readers() {
    return readings.size();
  }

  Flow.Publisher<LogLine> lines(LogQuery query) {
    return subscriber -> {
      var reading = new Reading(query, subscriber);
      readings.add(reading);
      subscriber.onSubscribe(reading);
    };
  }

  private final class Reading implements Flow.Subscription {
    private final LogQuery query;
    private final Flow.Subscriber<? super LogLine> subscriber;
    private int next;
    private long demand;
    private boolean draining;
    private boolean over;

    Reading(LogQuery query, Flow.Subscriber<? super LogLine> subscriber) {
      this.query = query;
      this.subscriber = subscriber;
      synchronized (FakeContainer.this) {
        next = query.tail() < 0 ? 0 : Math.max(0, lines.size() - query.tail());
      }
    }

    @Override
    public void request(long n) {
      synchronized (FakeContainer.this) {
        demand += n;
      }
      drain();
    }

    @Override
    public void cancel() {
      readings.remove(this);
      over = true;
    }

    void cut() {
      cancel();
      subscriber.onError(new RuntimeFailure(RuntimeFailure.Kind.UNREACHABLE, "cut"));
    }

    /// Under the lock all along, so that two writers do not mix; no subscriber here calls back from
    /// another thread.
    void drain() {
      synchronized (FakeContainer.this) {
        if (draining) return;
        draining = true;
        while (!over && demand > 0 && next < lines.size()) {
          var line = lines.get(next++);
          if (query.since().filter(since -> line.time().isBefore(since)).isPresent()) continue;
          demand--;
          subscriber.onNext(line);
        }
        draining = false;
        if (over || next < lines.size() || (query.follow() && !ended)) return;
        cancel();
        subscriber.onComplete();
      }
    }
  }
}
