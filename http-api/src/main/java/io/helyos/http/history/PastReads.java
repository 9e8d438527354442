package io.helyos.http.history;

import io.helyos.http.exchange.Call;
import io.helyos.http.exchange.Moment;
import io.helyos.http.exchange.Query;
import io.helyos.http.exchange.Route;
import io.helyos.http.problem.ProblemKind;
import io.helyos.http.problem.Refusal;
import io.helyos.orchestrator.history.Past;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.regex.Pattern;

/// Lets reads of what the journal decides answer as of an earlier time, with `?at=`: a time, a
/// duration ago, or the id of a change, which means the moment after it was commanded.
public final class PastReads {
  private static final String AT = "at";
  private static final Pattern CHANGE = Pattern.compile("[0-9a-z]{26}");

  private static final Set<String> READS =
      Set.of(
          "/api/v1/projects",
          "/api/v1/projects/{project}",
          "/api/v1/deployments",
          "/api/v1/projects/{project}/deployments/{deployment}",
          "/api/v1/projects/{project}/deployments/{deployment}/revisions",
          "/api/v1/projects/{project}/deployments/{deployment}/rollout",
          "/api/v1/pods",
          "/api/v1/pods/{pod}",
          "/api/v1/nodes",
          "/api/v1/nodes/{node}");

  private final InstantSource clock;

  public PastReads(InstantSource clock) {
    this.clock = clock;
  }

  /// The route, which knows `at` if it is one of those reads.
  public Route over(Route route) {
    if (!route.method().equals("GET") || !READS.contains(route.path().text())) return route;
    var query = new HashSet<>(route.query());
    query.add(AT);
    return new Route(
        route.method(),
        route.path(),
        route.access(),
        route.body(),
        query,
        call ->
            call.query().text(AT).isEmpty()
                ? route.handler().handle(call)
                : time(call, call.query().text(AT).get())
                    .thenCompose(time -> Past.at(time, call.core().feed(), call.core().codec()))
                    .thenCompose(view -> route.handler().handle(call.at(view))));
  }

  private CompletionStage<Instant> time(Call call, String text) {
    var moment = Moment.read(text, clock.instant());
    if (moment.isPresent()) return CompletableFuture.completedStage(moment.get());
    if (!CHANGE.matcher(text).matches()) {
      throw Query.bad(
          "Expected `at` to be a time such as 2030-01-31T12:00:00Z, a duration such as `10m ago` or the id of a change, found `%s`."
              .formatted(text));
    }
    return Past.timeOf(text, call.core().feed()).thenApply(time -> found(text, time));
  }

  private static Instant found(String change, Optional<Instant> time) {
    return time.orElseThrow(() ->
        Refusal.of(
            ProblemKind.NOT_FOUND,
            "There is no change %s in the journal. `helyos history` shows the changes of a thing."
                .formatted(change)));
  }
}
