package io.helyos.http.history;

import io.helyos.http.exchange.PointInTime;
import io.helyos.http.exchange.Route;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Set;

/// Lets reads of what the journal decides answer as of an earlier time, with `?at=`: a time, a
/// duration ago, or the id of a change, which means the moment after it was commanded.
public final class PastReads {
  private static final String AT = "at";

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
                : PointInTime.of(call, AT, call.query().text(AT).get(), clock.instant())
                    .thenCompose(time -> PointInTime.view(call, time))
                    .thenCompose(view -> route.handler().handle(call.at(view))));
  }
}
