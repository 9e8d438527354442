package io.helyos.client;

import io.helyos.client.http.Route;
import io.helyos.contract.resource.EventResource;
import io.helyos.contract.resource.WhyResource;
import java.util.List;

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
