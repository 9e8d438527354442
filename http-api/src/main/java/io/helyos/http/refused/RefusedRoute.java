package io.helyos.http.refused;

import io.helyos.contract.resource.AccessLogResource;
import io.helyos.contract.resource.AccessLogResource.Entry;
import io.helyos.http.exchange.Answers;
import io.helyos.http.exchange.Call;
import io.helyos.http.exchange.Moment;
import io.helyos.http.exchange.Route;
import io.helyos.model.EntityId;
import io.helyos.model.access.AccessEvent.RequestsRefused;
import io.helyos.model.access.RefusedRequest;
import io.helyos.model.journal.EncodedEvent;
import io.helyos.model.journal.FeedRow;
import io.helyos.model.port.Codec;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.http.javadsl.model.HttpResponse;

/// The access logs of all daemons as one.
public final class RefusedRoute {
  private static final int PAGE = 1_000;

  private final InstantSource clock;

  public RefusedRoute(InstantSource clock) {
    this.clock = clock;
  }

  public List<Route> routes() {
    return List.of(Route.get("/api/v1/audit/log", this::log, "since", "until"));
  }

  /// What has been found so far.
  private record Found(Instant since, Instant until, List<Entry> entries, long[] dropped) {
    void add(FeedRow row, RequestsRefused event) {
      for (var request : event.requests()) {
        if (holds(request.at())) entries.add(entry(row.entity().name(), request));
      }
      if (holds(row.recorded().time())) dropped[0] += event.dropped();
    }

    private boolean holds(Instant time) {
      return !time.isBefore(since) && !time.isAfter(until);
    }
  }

  private CompletionStage<HttpResponse> log(Call call) {
    var now = clock.instant();
    var since = call.query().text("since").map(text -> Moment.of("since", text, now));
    var until = call.query().text("until").map(text -> Moment.of("until", text, now));
    var found =
        new Found(
            since.orElse(Instant.MIN), until.orElse(Instant.MAX), new ArrayList<>(), new long[1]);
    CompletionStage<Found> all = CompletableFuture.completedStage(found);
    for (var row : call.view().accessLogs()) {
      all = all.thenCompose(some -> read(call, row.id(), 0, some));
    }
    return all.thenApply(it -> {
      it.entries().sort(Comparator.comparing(Entry::time));
      return Answers.json(new AccessLogResource(it.entries(), it.dropped()[0]));
    });
  }

  private static CompletionStage<Found> read(Call call, EntityId log, long after, Found found) {
    return call.core()
        .feed()
        .of(log, after, PAGE)
        .thenCompose(rows -> {
          rows.forEach(row -> see(row, call.core().codec(), found));
          return rows.size() < PAGE
              ? CompletableFuture.completedStage(found)
              : read(call, log, rows.getLast().sequence(), found);
        });
  }

  private static void see(FeedRow row, Codec codec, Found found) {
    var recorded = row.recorded();
    try {
      if (codec.decode(new EncodedEvent(recorded.type(), recorded.version(), recorded.bytes()))
          instanceof RequestsRefused event) {
        found.add(row, event);
      }
    } catch (Codec.UnknownEventException newer) {
      // What a newer build has noted there is shown by that build, and nothing follows from it.
    }
  }

  private static Entry entry(String daemon, RefusedRequest it) {
    return new Entry(
        it.at(),
        daemon,
        it.author(),
        it.from(),
        it.method(),
        it.path(),
        it.status(),
        it.code(),
        it.reason());
  }
}
