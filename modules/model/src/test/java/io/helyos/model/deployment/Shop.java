package io.helyos.model.deployment;

import io.helyos.model.DeploymentId;
import io.helyos.model.deployment.Deployment.Mode;
import io.helyos.model.deployment.DeploymentCommand.Deploy;
import io.helyos.model.deployment.DeploymentCommand.ReportPod;
import io.helyos.model.deployment.DeploymentEffect.EnsureNoPod;
import io.helyos.model.deployment.DeploymentEffect.EnsurePod;
import io.helyos.model.deployment.DeploymentEffect.EnsureStopped;
import io.helyos.model.deployment.DeploymentEvent.Before;
import io.helyos.model.deployment.DeploymentEvent.Deployed;
import io.helyos.model.deployment.DeploymentEvent.PodReported;
import io.helyos.model.pod.Assignment;
import io.helyos.model.pod.Needs;
import io.helyos.model.pod.PodReport;
import io.helyos.model.pod.PodReport.Phase;
import io.helyos.model.template.PodTemplate;
import java.util.Map;
import java.util.Optional;

/// The deployment `shop/api` that the specifications tell of.
final class Shop {
  static final DeploymentId API = new DeploymentId("shop", "api");

  private Shop() {}

  static PodTemplate image(String name) {
    return PodTemplate.of(name);
  }

  static Deploy deploy(String image, int replicas) {
    return new Deploy(API, image(image), replicas, Map.of());
  }

  /// The first deploy.
  static Deployed deployed(String image, int replicas) {
    return new Deployed(API, Optional.empty(), 1, Optional.of(image(image)), replicas, Map.of());
  }

  /// A deploy over a running one.
  static Deployed redeployed(int revisionBefore, int replicasBefore, String image, int replicas) {
    return new Deployed(
        API,
        Optional.of(new Before(revisionBefore, replicasBefore, Map.of(), Mode.RUNNING)),
        revisionBefore + 1,
        Optional.of(image(image)),
        replicas,
        Map.of());
  }

  /// A report of a pod's first incarnation and attempt.
  static PodReport pod(int index, int revision, Phase phase) {
    return new PodReport(index, revision, 1, 1, phase);
  }

  static ReportPod report(int index, int revision, Phase phase) {
    return new ReportPod(API, pod(index, revision, phase));
  }

  static PodReported reported(int index, int revision, Phase phase) {
    return new PodReported(pod(index, revision, phase));
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
