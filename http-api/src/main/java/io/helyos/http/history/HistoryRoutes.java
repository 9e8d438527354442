package io.helyos.http.history;

import io.helyos.contract.resource.EventResource;
import io.helyos.http.events.EventShape;
import io.helyos.http.exchange.Answers;
import io.helyos.http.exchange.Call;
import io.helyos.http.exchange.Route;
import io.helyos.model.journal.FeedRow;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.apache.pekko.NotUsed;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.http.javadsl.model.ContentTypes;
import org.apache.pekko.http.javadsl.model.HttpEntities;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.japi.Pair;
import org.apache.pekko.stream.javadsl.Sink;
import org.apache.pekko.stream.javadsl.Source;
import org.apache.pekko.util.ByteString;

/// All events of one thing, from its first on, also when it is gone. Read page by page while the
/// reader takes them, so that a long life costs no more memory than a short one.
public final class HistoryRoutes {
  private static final int PAGE = 500;
  private static final long MOST = 100_000;

  private final ActorSystem<?> system;
  private final InstantSource clock;

  public HistoryRoutes(ActorSystem<?> system, InstantSource clock) {
    this.system = system;
    this.clock = clock;
  }

  public List<Route> routes() {
    return List.of(
        of("/api/v1/pods/{pod}", Subject::pod),
        of("/api/v1/projects/{project}/deployments/{deployment}", Subject::deployment),
        of("/api/v1/nodes/{node}", Subject::node),
        of("/api/v1/projects/{project}", Subject::project));
  }

  private Route of(String path, Function<Call, Subject> subject) {
    return Route.get(
        path + "/history",
        call -> answer(call, subject.apply(call)),
        "after",
        "limit",
        "since",
        "until");
  }

  private CompletionStage<HttpResponse> answer(Call call, Subject subject) {
    var window = Window.of(call.query(), clock.instant());
    var limit = call.query().number("limit", 1, MOST);
    var after = call.query().number("after", 0, Long.MAX_VALUE).orElse(0L);
    var rows = rows(call, subject, after).filter(window::holds);
    return limit.isPresent()
        ? rows.take(limit.get())
            .runWith(Sink.seq(), system)
            .thenApply(page -> page(call, page, limit.get(), window))
        : CompletableFuture.completedStage(whole(rows.map(row -> shape(call, row))));
  }

  private static Source<FeedRow, NotUsed> rows(Call call, Subject subject, long after) {
    return Source.unfoldAsync(
            after,
            from ->
                call.core()
                    .feed()
                    .of(subject.entity(), from, PAGE)
                    .thenApply(rows ->
                        rows.isEmpty()
                            ? Optional.<Pair<Long, List<FeedRow>>>empty()
                            : Optional.of(Pair.create(rows.getLast().sequence(), rows))))
        .mapConcat(rows -> rows);
  }

  private static EventResource shape(Call call, FeedRow row) {
    return EventShape.of(row, call.view(), call.core().codec());
  }

  private static HttpResponse whole(Source<EventResource, NotUsed> events) {
    var bytes =
        events
            .map(event -> ByteString.fromArray(Answers.bytes(event)))
            .intersperse(
                ByteString.fromString("["), ByteString.fromString(","), ByteString.fromString("]"));
    return HttpResponse.create()
        .withEntity(HttpEntities.create(ContentTypes.APPLICATION_JSON, bytes));
  }

  private static HttpResponse page(Call call, List<FeedRow> rows, long limit, Window window) {
    var answer = Answers.json(rows.stream().map(row -> shape(call, row)).toList());
    if (rows.size() < limit) return answer;
    var next =
        "<%s?after=%d&limit=%d%s>; rel=\"next\""
            .formatted(
                call.request().getUri().path(), rows.getLast().sequence(), limit, window.query());
    return Answers.with(answer, "Link", next);
  }
}
