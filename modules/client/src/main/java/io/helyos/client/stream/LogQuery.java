package io.helyos.client.stream;

import io.helyos.client.http.Route;
import java.util.Optional;

/// Whose lines, and which of them.
///
/// @param pod its whole name or its index; absent: all pods of the deployment
/// @param tail how many of the last lines of each pod to begin with; absent: all
/// @param since a duration such as `10m` or a time
/// @param follow go on as lines are written
public record LogQuery(
    String project,
    String deployment,
    Optional<String> pod,
    Optional<Long> tail,
    Optional<String> since,
    boolean follow) {
  /// All lines of all pods, and all that follow.
  public static LogQuery of(String project, String deployment) {
    return new LogQuery(
        project, deployment, Optional.empty(), Optional.empty(), Optional.empty(), true);
  }

  public LogQuery ofPod(Optional<String> other) {
    return new LogQuery(project, deployment, other, tail, since, follow);
  }

  public LogQuery last(Optional<Long> lines) {
    return new LogQuery(project, deployment, pod, lines, since, follow);
  }

  public LogQuery since(Optional<String> time) {
    return new LogQuery(project, deployment, pod, tail, time, follow);
  }

  public LogQuery following(boolean on) {
    return new LogQuery(project, deployment, pod, tail, since, on);
  }

  Route route() {
    return Route.api("projects", project, "deployments", deployment, "logs")
        .with("pod", pod)
        .with("tail", tail)
        .with("since", since)
        .with("follow", Boolean.toString(follow));
  }
}
