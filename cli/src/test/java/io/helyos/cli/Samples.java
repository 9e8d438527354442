package io.helyos.cli;

import io.helyos.contract.resource.ChangeAnswer;
import io.helyos.contract.resource.DeploymentResource;
import io.helyos.contract.resource.DeploymentStatus;
import io.helyos.contract.resource.EventResource;
import io.helyos.contract.resource.NodeResource;
import io.helyos.contract.resource.NodeRole;
import io.helyos.contract.resource.NodeStats;
import io.helyos.contract.resource.NodeStatus;
import io.helyos.contract.resource.PodResource;
import io.helyos.contract.resource.PodStatus;
import io.helyos.contract.resource.PortBinding;
import io.helyos.contract.resource.ProjectResource;
import io.helyos.contract.resource.ProjectStatus;
import io.helyos.contract.resource.SpecResource;
import io.helyos.contract.resource.Written;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// What the made-up daemon tells of: a shop that was deployed two minutes ago.
final class Samples {
  static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  static final Instant BEFORE = NOW.minusSeconds(120);
  static final String IMAGE = "ghcr.io/company/api:latest";

  private Samples() {}

  static PodResource pod(int index, PodStatus status) {
    return pod(index, status, "", "", List.of());
  }

  static PodResource pod(
      int index, PodStatus status, String reason, String message, List<String> lastLines) {
    return new PodResource(
        new UUID(1, index),
        new UUID(2, 0),
        "ecommerce",
        "api",
        index,
        new UUID(3, 0),
        "c0ffee",
        "10.0.0.2",
        status,
        IMAGE,
        index,
        BEFORE,
        "helyos-ecommerce-api-" + index,
        reason,
        message,
        status == PodStatus.RUNNING,
        "alpha",
        List.of(new PortBinding("", 3000, 20001 + index, "", "tcp")),
        1,
        1,
        1,
        "",
        reason.equals("Error") ? 137 : null,
        reason.equals("Error") ? "SIGKILL" : null,
        lastLines,
        null,
        null,
        null,
        List.of());
  }

  static DeploymentResource deployment(int replicas, DeploymentStatus status) {
    var spec =
        new SpecResource(
            "ecommerce",
            new SpecResource.Name("api"),
            replicas,
            IMAGE,
            List.of(3000),
            Map.of(),
            List.of(),
            List.of(),
            null,
            null,
            "always",
            null);
    return new DeploymentResource(
        new UUID(2, 0),
        spec,
        status,
        BEFORE,
        BEFORE,
        "api",
        "ecommerce",
        1,
        replicas,
        replicas,
        "",
        Map.of("tier", "web"),
        Map.of(),
        Map.of(),
        Map.of(),
        null,
        null);
  }

  static Written<DeploymentResource> written(DeploymentResource deployment) {
    return new Written<>(deployment, new ChangeAnswer("7f3a", "deployment|ecommerce-api", 4));
  }

  static NodeResource node(String name) {
    return new NodeResource(
        new UUID(3, 0),
        name,
        "127.0.0.1:6443",
        NodeRole.MASTER,
        NodeStatus.READY,
        new NodeResource.Capacity(4, 3, 8L << 30, 6L << 30, 3),
        NOW.minusSeconds(3),
        false,
        Map.of("rack", "a"),
        "Docker 20.10.24",
        "",
        0);
  }

  static NodeStats stats(String name) {
    return new NodeStats(name, NodeRole.MASTER, NodeStatus.READY, 4, 50, 8L << 30, 2L << 30, 3);
  }

  static ProjectResource project(String name) {
    return new ProjectResource(name, ProjectStatus.ACTIVE, NOW.minusSeconds(3 * 86_400));
  }

  static EventResource event(long offset) {
    return event("pod", "helyos-ecommerce-api-0", offset);
  }

  static EventResource event(String kind, String name, long offset) {
    return new EventResource(
        NOW,
        kind,
        name,
        "started",
        "The container runs.",
        "ecommerce",
        offset,
        "pod|ecommerce-api-0",
        offset,
        NOW,
        "alpha",
        "7f3a",
        "root",
        "",
        "pod-started",
        Map.of());
  }
}
