package io.helyos.client.stream;

import io.helyos.client.http.Route;
import java.util.Optional;

/// Whose lines, and which of them.
///
/// @param tail how many of the last lines of each pod to begin with; absent: all
/// @param since a duration such as `10m` or a time
/// @param follow go on as lines are written
/// @param previous of the containers before the present ones, which cannot be followed
/// @param container of pods of several; the pods' own when empty
public record LogQuery(
    Whose whose,
    Optional<Long> tail,
    Optional<String> since,
    boolean follow,
    boolean previous,
    Optional<String> container) {
  /// A deployment's pods, or one pod alone.
  public sealed interface Whose {}

  /// Of a deployment.
  ///
  /// @param pod its whole name or its index; absent: all pods
  public record OfDeployment(String project, String deployment, Optional<String> pod)
      implements Whose {}

  /// Of a pod by its whole name, `helyos-shop-api-0`.
  public record OfPod(String name) implements Whose {}

  /// All lines of all pods, and all that follow.
  public static LogQuery of(String project, String deployment) {
    return of(new OfDeployment(project, deployment, Optional.empty()));
  }

  /// All lines, and all that follow.
  public static LogQuery of(Whose whose) {
    return new LogQuery(whose, Optional.empty(), Optional.empty(), true, false, Optional.empty());
  }

  public LogQuery last(Optional<Long> lines) {
    return new LogQuery(whose, lines, since, follow, previous, container);
  }

  public LogQuery since(Optional<String> time) {
    return new LogQuery(whose, tail, time, follow, previous, container);
  }

  public LogQuery following(boolean on) {
    return new LogQuery(whose, tail, since, on, previous, container);
  }

  public LogQuery ofPrevious(boolean on) {
    return new LogQuery(whose, tail, since, follow, on, container);
  }

  public LogQuery ofContainer(Optional<String> name) {
    return new LogQuery(whose, tail, since, follow, previous, name);
  }

  Route route() {
    var route = base().with("container", container).with("tail", tail).with("since", since);
    return previous
        ? route.with("previous", "true")
        : route.with("follow", Boolean.toString(follow));
  }

  private Route base() {
    return switch (whose) {
      case OfDeployment(var project, var deployment, var pod) ->
          Route.api("projects", project, "deployments", deployment, "logs").with("pod", pod);
      case OfPod(var name) -> Route.api("pods", name, "logs");
    };
  }
}
