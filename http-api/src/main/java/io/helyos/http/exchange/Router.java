package io.helyos.http.exchange;

import io.helyos.http.problem.ProblemKind;
import io.helyos.http.problem.Refusal;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// Finds the route of a request. A path that is written out wins over one with a name in its place.
public final class Router {
  private final List<Route> routes;

  public Router(List<Route> routes) {
    this.routes =
        routes.stream().sorted((a, b) -> Integer.compare(variables(a), variables(b))).toList();
  }

  /// A route and the names that its template found in the path.
  public record Match(Route route, Map<String, String> names) {
    public Match {
      names = Map.copyOf(names);
    }
  }

  public List<Route> routes() {
    return routes;
  }

  public Match find(String method, RequestPath path) {
    var others = new TreeSet<String>();
    for (var route : routes) {
      var names = route.path().match(path.segments());
      if (names.isEmpty()) continue;
      if (route.method().equals(method)) return new Match(route, names.get());
      others.add(route.method());
    }
    if (others.isEmpty()) {
      throw Refusal.of(
          ProblemKind.NOT_FOUND,
          "There is no such path. `/openapi.yaml` describes those that are.");
    }
    var allowed = String.join(", ", others);
    throw Refusal.of(
            ProblemKind.METHOD_NOT_ALLOWED,
            "The path takes %s, found %s.".formatted(allowed, method))
        .with("Allow", allowed);
  }

  private static int variables(Route route) {
    return (int) route.path().text().chars().filter(c -> c == '{').count();
  }
}
