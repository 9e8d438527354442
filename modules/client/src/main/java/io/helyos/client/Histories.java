package io.helyos.client;

import io.helyos.client.http.Route;
import io.helyos.contract.resource.BlameResource;
import io.helyos.contract.resource.DiffResource;
import io.helyos.contract.resource.EventResource;
import io.helyos.contract.resource.UsageResource;
import io.helyos.contract.resource.WhyResource;
import java.util.List;
import java.util.Optional;

/// Questions about the past, each a route of the native API.
public final class Histories {
  private final HelyosClient client;

  Histories(HelyosClient client) {
    this.client = client;
  }

  /// All events of one thing, the oldest first.
  public List<EventResource> of(HistoryQuery which) {
    return List.of(client.get(which.route(), EventResource[].class));
  }

  /// What came, went and changed from one moment to another.
  ///
  /// @param from a time, a duration ago, or the id of a change
  /// @param to likewise; now when it is empty
  /// @param project only of this one, when there is one
  public DiffResource diff(String from, Optional<String> to, Optional<String> project) {
    var route = Route.api("diff").with("from", from).with("to", to).with("project", project);
    return client.get(route, DiffResource.class);
  }

  /// What was used, and how well it ran.
  ///
  /// @param by `deployment`, `project` or `image`
  /// @param since a time, a duration ago, or the id of a change; the beginning when it is empty
  /// @param until likewise; now when it is empty
  /// @param project only of this one, when there is one
  public UsageResource usage(
      String by, Optional<String> since, Optional<String> until, Optional<String> project) {
    var route = Route.api("usage").with("by", by).with("since", since).with("until", until);
    return client.get(route.with("project", project), UsageResource.class);
  }

  /// Whose each field of a deployment is.
  public List<BlameResource> blame(String project, String name) {
    var route = Route.api("projects", project, "deployments", name, "blame");
    return List.of(client.get(route, BlameResource[].class));
  }

  /// Why a pod is as it is.
  public WhyResource whyPod(String name) {
    return client.get(Route.api("pods", name, "why"), WhyResource.class);
  }

  /// Why a deployment is as it is.
  public WhyResource whyDeployment(String project, String name) {
    return client.get(
        Route.api("projects", project, "deployments", name, "why"), WhyResource.class);
  }
}
