package io.helyos.http.events;

import io.helyos.contract.resource.EventResource;
import io.helyos.http.exchange.Answers;
import io.helyos.http.exchange.Call;
import io.helyos.http.exchange.PointInTime;
import io.helyos.http.exchange.Route;
import io.helyos.http.exchange.SseFrame;
import io.helyos.http.exchange.Streams;
import io.helyos.http.problem.ProblemKind;
import io.helyos.http.problem.Refusal;
import io.helyos.model.journal.FeedRow;
import io.helyos.model.port.Feed;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.pekko.NotUsed;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.japi.Pair;
import org.apache.pekko.stream.javadsl.Source;
import org.apache.pekko.util.ByteString;

/// The event stream, from now, from any offset or from a time on.
public final class EventRoutes {
  private static final ByteString LINE_END = ByteString.fromString("\n");

  private static final String PLACE = "Last-Event-ID";

  private final Streams streams;
  private final InstantSource clock;
  private final Map<Feed, LiveFeed> live = new ConcurrentHashMap<>();

  public EventRoutes(Streams streams, InstantSource clock) {
    this.streams = streams;
    this.clock = clock;
  }

  public List<Route> routes() {
    return List.of(
        Route.get(
            "/api/v1/events",
            this::stream,
            "after",
            "since",
            "project",
            "deployment",
            "pod",
            "node",
            "type"));
  }

  private CompletionStage<HttpResponse> stream(Call call) {
    var asked = place(call);
    return since(call)
        .thenCombine(
            call.core().feed().head(),
            (from, head) ->
                answer(
                    call,
                    EventFilter.of(call.query()).since(from),
                    checked(asked.orElse(from.isPresent() ? 0 : head), head)));
  }

  /// Events of several daemons stand in the journal in the order in which they came, not quite in
  /// that of their times. So it is read from its beginning, and what is older is left out. For a
  /// client that comes back, `10m ago` would by now be later, and something be missing.
  private CompletionStage<Optional<Instant>> since(Call call) {
    return call.query()
        .text("since")
        .filter(_ -> call.header(PLACE).isEmpty())
        .map(it -> PointInTime.of(call, "since", it, clock.instant()).thenApply(Optional::of))
        .orElseGet(() -> CompletableFuture.completedStage(Optional.empty()));
  }

  private HttpResponse answer(Call call, EventFilter filter, long after) {
    var events = events(call, filter, after);
    var accept = call.header("Accept").orElse("");
    return accept.contains("ndjson") || accept.contains("jsonl")
        ? streams.lines(call, events.map(EventRoutes::line))
        : streams.events(call, events.map(EventRoutes::frame));
  }

  /// Pulled page by page: a slow reader costs nobody anything but its own time.
  private Source<EventResource, NotUsed> events(Call call, EventFilter filter, long after) {
    var feed = live.computeIfAbsent(call.core().feed(), LiveFeed::new);
    return Source.unfoldAsync(after, offset -> feed.next(offset).thenApply(EventRoutes::page))
        .mapConcat(rows -> rows)
        .filter(row -> filter.takes(row, call.view()))
        .map(row -> EventShape.of(row, call.view(), call.core().codec()));
  }

  private static Optional<Pair<Long, List<FeedRow>>> page(List<FeedRow> rows) {
    return Optional.of(Pair.create(rows.getLast().offset(), rows));
  }

  private static ByteString frame(EventResource event) {
    var json = new String(Answers.bytes(event), StandardCharsets.UTF_8);
    return SseFrame.of(json, event.type(), Long.toString(event.offset()));
  }

  private static ByteString line(EventResource event) {
    return ByteString.fromArray(Answers.bytes(event)).concat(LINE_END);
  }

  /// After a break a client tells in a header where it stood; it wins over the address.
  private static Optional<Long> place(Call call) {
    var header = call.header(PLACE);
    return header.isPresent()
        ? Optional.of(offset(header.get()))
        : Optional.ofNullable(call.query().parameters().get("after")).map(EventRoutes::offset);
  }

  private static long offset(String text) {
    try {
      var offset = Long.parseLong(text);
      if (offset >= 0 && !text.startsWith("+")) return offset;
    } catch (NumberFormatException e) {
      // Said below, together with offsets that cannot be.
    }
    throw Refusal.of(
        ProblemKind.BAD_OFFSET,
        "Expected an offset of the journal, a whole number from 0 on; found something else.");
  }

  private static long checked(long after, long head) {
    if (after <= head) return after;
    throw Refusal.of(
        ProblemKind.BAD_OFFSET,
        "Expected an offset up to %d, the end of the journal, found %d. It is of another cluster or of a journal that is gone."
            .formatted(head, after));
  }
}
