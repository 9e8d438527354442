package io.helyos.http.usage;

import io.helyos.contract.resource.UsageResource;
import io.helyos.http.exchange.Answers;
import io.helyos.http.exchange.Call;
import io.helyos.http.exchange.PointInTime;
import io.helyos.http.exchange.Query;
import io.helyos.http.exchange.Route;
import io.helyos.model.usage.Ledger;
import io.helyos.model.usage.Period;
import io.helyos.orchestrator.history.Accounting;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.http.javadsl.model.HttpResponse;

/// The ledger of a period.
public final class UsageRoutes {
  private final InstantSource clock;

  public UsageRoutes(InstantSource clock) {
    this.clock = clock;
  }

  public List<Route> routes() {
    return List.of(Route.get("/api/v1/usage", this::usage, "by", "project", "since", "until"));
  }

  private CompletionStage<HttpResponse> usage(Call call) {
    var grouping = Grouping.of(call.query());
    var now = clock.instant();
    return moment(call, "since", now)
        .thenCombine(moment(call, "until", now), (since, until) -> period(since, until, now))
        .thenCompose(period -> Accounting.of(period, call.core().feed(), call.core().codec()))
        .thenApply(ledger -> Answers.json(shape(ledger, grouping)));
  }

  private static CompletionStage<Optional<Instant>> moment(Call call, String name, Instant now) {
    var text = call.query().text(name);
    return text.isEmpty()
        ? CompletableFuture.completedStage(Optional.empty())
        : PointInTime.of(call, name, text.get(), now).thenApply(Optional::of);
  }

  /// What has not come yet is not counted.
  private static Period period(Optional<Instant> since, Optional<Instant> until, Instant now) {
    var to = until.filter(now::isAfter).orElse(now);
    var from = since.orElse(Instant.EPOCH);
    if (!from.isAfter(to)) return new Period(from, to);
    throw Query.bad(
        "Expected `since` to be before %s, where the period ends, found %s.".formatted(to, from));
  }

  private static UsageResource shape(Ledger ledger, Grouping grouping) {
    var period = ledger.period();
    var unread = List.copyOf(new TreeSet<>(ledger.unread()));
    return new UsageResource(
        period.from(), period.to(), grouping.word(), grouping.items(ledger), unread);
  }
}
