package io.helyos.client.stream;

import io.helyos.client.http.Route;
import java.util.Optional;

/// Which events, and from where on.
///
/// @param after the offset after which to begin; absent: from now
/// @param since only what happened then or later: a time, `10m ago`, or the id of a change
public record EventQuery(
    Optional<String> project,
    Optional<String> deployment,
    Optional<String> pod,
    Optional<String> node,
    Optional<String> type,
    Optional<Long> after,
    Optional<String> since) {
  /// All that happens from now on.
  public static EventQuery all() {
    return new EventQuery(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  public static EventQuery ofProject(Optional<String> project) {
    var all = all();
    return new EventQuery(
        project, all.deployment, all.pod, all.node, all.type, all.after, all.since);
  }

  public EventQuery ofDeployment(Optional<String> other) {
    return new EventQuery(project, other, pod, node, type, after, since);
  }

  public EventQuery ofPod(Optional<String> other) {
    return new EventQuery(project, deployment, other, node, type, after, since);
  }

  public EventQuery ofNode(Optional<String> other) {
    return new EventQuery(project, deployment, pod, other, type, after, since);
  }

  public EventQuery after(Optional<Long> offset) {
    return new EventQuery(project, deployment, pod, node, type, offset, since);
  }

  /// From a time on, also when it is past.
  public EventQuery since(Optional<String> moment) {
    return new EventQuery(project, deployment, pod, node, type, after, moment);
  }

  Route route() {
    return Route.api("events")
        .with("project", project)
        .with("deployment", deployment)
        .with("pod", pod)
        .with("node", node)
        .with("type", type)
        .with("after", after)
        .with("since", since);
  }
}
