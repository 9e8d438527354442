package io.helyos.client;

import io.helyos.client.http.Call;
import io.helyos.client.http.Route;
import io.helyos.contract.resource.LabelRequest;
import io.helyos.contract.resource.NodeResource;
import java.time.Duration;

/// What operators do with nodes.
public final class Maintenance {
  private final HelyosClient client;

  Maintenance(HelyosClient client) {
    this.client = client;
  }

  public Change<NodeResource> cordon(String node) {
    return send(route(node, "cordon"));
  }

  public Change<NodeResource> uncordon(String node) {
    return send(route(node, "uncordon"));
  }

  /// Changes some labels and leaves the others.
  public Change<NodeResource> label(String node, LabelRequest labels) {
    return client.change(client.post(route(node, "labels"), labels), NodeResource.class);
  }

  /// Moves its pods elsewhere, for so long at most.
  public Change<NodeResource> drain(String node, Duration deadline) {
    return send(route(node, "drain").with("deadline", "" + deadline.toSeconds()));
  }

  public Change<NodeResource> cancelDrain(String node) {
    return send(route(node, "cancel-drain"));
  }

  /// Of a silent node that the brake holds back.
  public Change<NodeResource> confirmLoss(String node) {
    return send(route(node, "confirm-loss"));
  }

  private Change<NodeResource> send(Route route) {
    return client.change(Call.post(route), NodeResource.class);
  }

  private static Route route(String node, String verb) {
    return Route.api("nodes", node, verb);
  }
}
