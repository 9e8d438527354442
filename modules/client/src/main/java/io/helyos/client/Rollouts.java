package io.helyos.client;

import io.helyos.client.http.Call;
import io.helyos.client.http.Route;
import io.helyos.contract.resource.RevisionResource;
import io.helyos.contract.resource.RollbackRequest;
import io.helyos.contract.resource.RolloutResource;
import java.util.List;
import java.util.Optional;

/// The revisions of deployments, and the way from one to another.
public final class Rollouts {
  private final HelyosClient client;

  Rollouts(HelyosClient client) {
    this.client = client;
  }

  public List<RevisionResource> revisions(String project, String name) {
    return List.of(client.get(route(project, name, "revisions"), RevisionResource[].class));
  }

  public RolloutResource of(String project, String name) {
    return client.get(route(project, name, "rollout"), RolloutResource.class);
  }

  /// Returns to a revision; to the last other one that completed when none is named.
  public Change<RolloutResource> back(String project, String name, Optional<Integer> revision) {
    var request = new RollbackRequest(revision.orElse(null));
    return client.change(
        client.post(route(project, name, "rollback"), request), RolloutResource.class);
  }

  public Change<RolloutResource> restart(String project, String name) {
    return send(project, name, "restart");
  }

  public Change<RolloutResource> pause(String project, String name) {
    return send(project, name, "pause");
  }

  public Change<RolloutResource> resume(String project, String name) {
    return send(project, name, "resume");
  }

  private Change<RolloutResource> send(String project, String name, String verb) {
    return client.change(Call.post(route(project, name, verb)), RolloutResource.class);
  }

  private static Route route(String project, String name, String verb) {
    return Route.api("projects", project, "deployments", name, verb);
  }
}
