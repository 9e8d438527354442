package io.helyos.http.metrics;

import io.helyos.model.journal.EncodedEvent;
import io.helyos.model.journal.FeedRow;
import io.helyos.model.pod.PodEvent;
import io.helyos.model.port.Codec;
import io.helyos.orchestrator.Orchestrator;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/// Counts what happens to containers, from the first scrape on. It reads the feed only when
/// somebody scrapes, and at most so much: a daemon that nobody watches spends nothing on it.
final class ContainerEvents {
  private static final int PAGE = 1_000;
  private static final int MOST_PAGES = 20;

  private final Counter started;
  private final Counter died;
  private final Counter outOfMemory;
  private final Scheduling scheduling;
  private CompletionStage<Long> place = CompletableFuture.completedStage(-1L);

  ContainerEvents(MeterRegistry registry) {
    started = counter(registry, "started");
    died = counter(registry, "died");
    outOfMemory = counter(registry, "OOMKilled");
    scheduling = new Scheduling(registry);
  }

  /// Reads on from where the last scrape ended.
  synchronized CompletionStage<Long> catchUp(Orchestrator core) {
    place =
        place
            .exceptionally(_ -> -1L)
            .thenCompose(at -> at < 0 ? core.feed().head() : read(core, at, MOST_PAGES));
    return place;
  }

  private CompletionStage<Long> read(Orchestrator core, long after, int pages) {
    if (pages == 0) return CompletableFuture.completedStage(after);
    return core.feed()
        .after(after, PAGE)
        .thenCompose(rows -> {
          if (rows.isEmpty()) return CompletableFuture.completedStage(after);
          rows.forEach(row -> count(row, core.codec()));
          return read(core, rows.getLast().offset(), pages - 1);
        });
  }

  private void count(FeedRow row, Codec codec) {
    var event = row.recorded();
    var decoded = decoded(new EncodedEvent(event.type(), event.version(), event.bytes()), codec);
    if (decoded instanceof PodEvent pod) scheduling.happened(row.entity(), event.time(), pod);
    switch (decoded) {
      case PodEvent.PodStarted _ -> started.increment();
      case PodEvent.PodExited exited when exited.exit().oomKilled() -> outOfMemory.increment();
      case PodEvent.PodExited _ -> died.increment();
      case PodEvent.CompanionStarted _ -> started.increment();
      case PodEvent.CompanionExited exited when exited.exit().oomKilled() ->
          outOfMemory.increment();
      case PodEvent.CompanionExited _ -> died.increment();
      default -> {}
    }
  }

  private static Object decoded(EncodedEvent event, Codec codec) {
    try {
      return codec.decode(event);
    } catch (Codec.UnknownEventException e) {
      return event;
    }
  }

  private static Counter counter(MeterRegistry registry, String event) {
    return Counter.builder("helyos.container.events")
        .description("What happened to containers since the first scrape.")
        .tag("event", event)
        .register(registry);
  }
}
