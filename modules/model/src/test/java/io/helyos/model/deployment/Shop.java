package io.helyos.model.deployment;

import io.helyos.model.DeploymentId;
import io.helyos.model.deployment.Deployment.Mode;
import io.helyos.model.deployment.DeploymentCommand.Deploy;
import io.helyos.model.deployment.DeploymentCommand.ReportPod;
import io.helyos.model.deployment.DeploymentCommand.ReviewRollout;
import io.helyos.model.deployment.DeploymentEffect.EnsureNoPod;
import io.helyos.model.deployment.DeploymentEffect.EnsurePod;
import io.helyos.model.deployment.DeploymentEffect.EnsureStopped;
import io.helyos.model.deployment.DeploymentEffect.WakeAt;
import io.helyos.model.deployment.DeploymentEvent.Before;
import io.helyos.model.deployment.DeploymentEvent.Deployed;
import io.helyos.model.deployment.DeploymentEvent.PodReported;
import io.helyos.model.pod.Assignment;
import io.helyos.model.pod.Needs;
import io.helyos.model.pod.PodReport;
import io.helyos.model.pod.PodReport.Phase;
import io.helyos.model.template.PodTemplate;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// The deployment `shop/api` that the specifications tell of.
final class Shop {
  static final DeploymentId API = new DeploymentId("shop", "api");

  /// One pod stops before its successor starts: the shortest way to tell of most things.
  static final UpdatePolicy ONE_BY_ONE = UpdatePolicy.rolling(0, 1);

  /// The clock stands still in most specifications.
  static final Instant NOW = Instant.EPOCH;

  private Shop() {}

  static PodTemplate image(String name) {
    return PodTemplate.of(name);
  }

  static Deploy deploy(String image, int replicas) {
    return deploy(image, replicas, ONE_BY_ONE);
  }

  static Deploy deploy(String image, int replicas, UpdatePolicy update) {
    return new Deploy(API, image(image), replicas, Map.of(), update);
  }

  /// The first deploy.
  static Deployed deployed(String image, int replicas) {
    return deployed(image, replicas, ONE_BY_ONE);
  }

  static Deployed deployed(String image, int replicas, UpdatePolicy update) {
    return new Deployed(
        API, Optional.empty(), 1, Optional.of(image(image)), replicas, Map.of(), update, NOW);
  }

  /// A deploy over a running one.
  static Deployed redeployed(int revisionBefore, int replicasBefore, String image, int replicas) {
    return new Deployed(
        API,
        Optional.of(before(revisionBefore, replicasBefore, Mode.RUNNING)),
        revisionBefore + 1,
        Optional.of(image(image)),
        replicas,
        Map.of(),
        ONE_BY_ONE,
        NOW);
  }

  static Before before(int revision, int replicas, Mode mode) {
    return new Before(revision, replicas, Map.of(), mode, ONE_BY_ONE);
  }

  /// When the rollout fails if nothing has moved since the beginning.
  static WakeAt deadline() {
    return new WakeAt(NOW.plus(ONE_BY_ONE.progressDeadline()), new ReviewRollout(API));
  }

  /// A report of a pod's first incarnation and attempt.
  static PodReport pod(int index, int revision, Phase phase) {
    return new PodReport(index, revision, 1, 1, phase);
  }

  static ReportPod report(int index, int revision, Phase phase) {
    return new ReportPod(API, pod(index, revision, phase));
  }

  static PodReported reported(int index, int revision, Phase phase) {
    return reported(pod(index, revision, phase));
  }

  static PodReported reported(PodReport report) {
    return new PodReported(report, NOW);
  }

  static ReportPod reportGone(int index) {
    return new ReportPod(API, gone(index));
  }

  static PodReport gone(int index) {
    return new PodReport(index, 0, 0, 0, Phase.GONE);
  }

  static EnsurePod pod(int index, int revision, String image) {
    var template = image(image);
    return new EnsurePod(
        new Assignment(
            API.pod(index),
            revision,
            image,
            Needs.NOTHING,
            template.restart(),
            template.backoff(),
            template.stop(),
            false,
            false));
  }

  static EnsureNoPod noPod(int index) {
    return new EnsureNoPod(API.pod(index));
  }

  static EnsureStopped stopped(int index) {
    return new EnsureStopped(API.pod(index));
  }

  static Deployment.Active active(Deployment deployment) {
    return (Deployment.Active) deployment;
  }
}
