package io.helyos.simulator;

import io.helyos.model.port.RuntimeFailure;
import io.helyos.model.port.RuntimeFailure.Kind;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/// The events and logs that one client is reading.
final class OpenStreams {
  private final FaultyWay way;

  /// In the order in which they were opened, so that a cut takes the same course every time.
  private final Set<SimulatedStream<?>> streams =
      Collections.synchronizedSet(new LinkedHashSet<>());

  OpenStreams(FaultyWay way) {
    this.way = way;
  }

  int size() {
    return streams.size();
  }

  void cut() {
    for (var stream : streams.toArray(SimulatedStream<?>[]::new)) {
      stream.fail(new RuntimeFailure(Kind.UNREACHABLE, "the simulated engine has hung up"));
      stream.drain();
    }
  }

  /// @param join connects the stream with the engine, and returns how to part them again
  <T> void open(
      Flow.Subscriber<? super T> subscriber, Function<SimulatedStream<T>, Runnable> join) {
    var part = new AtomicReference<Runnable>(() -> {});
    var stream =
        new SimulatedStream<T>(
            subscriber,
            ended -> {
              streams.remove(ended);
              part.get().run();
            });
    streams.add(stream);
    subscriber.onSubscribe(stream);
    way.open(stream, () -> part.set(join.apply(stream)));
    if (stream.isOver()) {
      // Cancelled while it was being joined: whoever did could not part what was not joined yet.
      part.get().run();
    }
    stream.drain();
  }
}
