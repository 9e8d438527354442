package io.helyos.client;

import io.helyos.client.http.Route;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Whose events, and from when to when.
///
/// @param path of the thing below `/api/v1`
/// @param since a time, or a duration ago
/// @param until likewise
public record HistoryQuery(List<String> path, Optional<String> since, Optional<String> until) {
  public HistoryQuery {
    path = List.copyOf(path);
  }

  /// All events of a pod, a deployment, a node or a project.
  public static HistoryQuery of(String... path) {
    return new HistoryQuery(List.of(path), Optional.empty(), Optional.empty());
  }

  public HistoryQuery between(Optional<String> first, Optional<String> last) {
    return new HistoryQuery(path, first, last);
  }

  Route route() {
    return Route.api(below("history")).with("since", since).with("until", until);
  }

  private String[] below(String verb) {
    return Stream.concat(path.stream(), Stream.of(verb)).toArray(String[]::new);
  }
}
