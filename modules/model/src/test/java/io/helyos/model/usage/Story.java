package io.helyos.model.usage;

import io.helyos.model.DeploymentId;
import io.helyos.model.deployment.Deployment.Mode;
import io.helyos.model.deployment.DeploymentEvent;
import io.helyos.model.deployment.DeploymentEvent.Deployed;
import io.helyos.model.deployment.UpdatePolicy;
import io.helyos.model.pod.Assignment;
import io.helyos.model.pod.Exit;
import io.helyos.model.pod.Needs;
import io.helyos.model.pod.Pod;
import io.helyos.model.pod.Pod.After;
import io.helyos.model.pod.PodEvent;
import io.helyos.model.pod.PodEvent.PlacementChosen;
import io.helyos.model.pod.PodEvent.PodAssigned;
import io.helyos.model.pod.PodEvent.PodPlaced;
import io.helyos.model.pod.PodEvent.PodStarted;
import io.helyos.model.pod.PodEvent.PodStopping;
import io.helyos.model.pod.PodEvent.PodVacated;
import io.helyos.model.template.Backoff;
import io.helyos.model.template.PodTemplate;
import io.helyos.model.template.RestartPolicy;
import io.helyos.model.template.StopPolicy;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Tells a ledger what happened to deployments and their pods, second by second from noon on. Each
/// pod has half a core and 1000 bytes.
final class Story {
  static final DeploymentId API = new DeploymentId("shop", "api");
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private final Ledger ledger;

  private Story(int from, int to) {
    this.ledger = new Ledger(new Period(at(from), at(to)));
  }

  /// What a ledger is to see that is asked for the time between these seconds.
  static Story between(int from, int to) {
    return new Story(from, to);
  }

  static Instant at(int second) {
    return NOON.plusSeconds(second);
  }

  Ledger end() {
    return ledger.close();
  }

  Usage api() {
    return end().byDeployment().getOrDefault(API, Usage.NONE);
  }

  Story deployed(int second, int replicas) {
    return deployed(second, API, replicas);
  }

  Story deployed(int second, DeploymentId id, int replicas) {
    var template = Optional.of(PodTemplate.of("api:1"));
    return happened(
        second,
        id,
        new Deployed(
            id,
            Optional.empty(),
            1,
            template,
            replicas,
            Map.of(),
            UpdatePolicy.rolling(1, 0),
            at(0)));
  }

  Story happened(int second, DeploymentId id, DeploymentEvent event) {
    ledger.saw(id.entity(), at(second), event);
    return this;
  }

  Story stopped(int second) {
    return happened(second, API, new DeploymentEvent.DeploymentStopped(Mode.RUNNING));
  }

  Story happened(int second, int index, PodEvent event) {
    return happened(second, API, index, event);
  }

  private Story happened(int second, DeploymentId id, int index, PodEvent event) {
    ledger.saw(id.pod(index).entity(), at(second), event);
    return this;
  }

  /// A pod that has its place on a node at a second, and its container up at another.
  Story pod(int index, int placed, int started) {
    return pod(API, index, placed, started, RestartPolicy.ALWAYS);
  }

  Story pod(DeploymentId id, int index, int placed, int started, RestartPolicy policy) {
    happened(placed, id, index, assigned(id, index, 1, policy));
    placed(placed, id, index, 1, "n1");
    return happened(started, id, index, started(1, 1, "api@sha256:1"));
  }

  Story assigned(int second, int index, int revision) {
    return happened(second, index, assigned(API, index, revision, RestartPolicy.ALWAYS));
  }

  private static PodAssigned assigned(
      DeploymentId id, int index, int revision, RestartPolicy policy) {
    return new PodAssigned(
        new Assignment(
            id.pod(index),
            revision,
            "api:" + revision,
            new Needs(1000, 500, List.of()),
            policy,
            Backoff.DEFAULT,
            StopPolicy.DEFAULT,
            false,
            false));
  }

  Story placed(int second, int index, long incarnation, String node) {
    return placed(second, API, index, incarnation, node);
  }

  private Story placed(int second, DeploymentId id, int index, long incarnation, String node) {
    happened(second, id, index, new PlacementChosen(incarnation, node, Map.of(), Map.of()));
    return happened(second, id, index, new PodPlaced(incarnation, node, List.of()));
  }

  Story started(int second, int index, long incarnation, int attempt, String digest) {
    return happened(second, index, started(incarnation, attempt, digest));
  }

  private static PodStarted started(long incarnation, int attempt, String digest) {
    return new PodStarted(incarnation, attempt, new Pod.Container("c", "10.0.0.2", digest, at(0)));
  }

  /// With exit code 1, and another attempt a second later.
  Story crashed(int second, int index, int restarts) {
    return happened(
        second,
        index,
        new PodEvent.PodExited(1, restarts, exit(1), restarts, Optional.of(at(second + 1))));
  }

  static Exit exit(int code) {
    return new Exit(code, false, at(0), List.of());
  }

  /// A container that is asked to end at a second, and has ended at another.
  Story ended(int asked, int gone, int index, After then) {
    happened(asked, index, new PodStopping(1, then));
    return happened(gone, index, new PodVacated(1, then));
  }
}
