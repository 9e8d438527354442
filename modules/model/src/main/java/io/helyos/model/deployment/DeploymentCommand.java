package io.helyos.model.deployment;

import io.helyos.model.DeploymentId;
import io.helyos.model.pod.PodReport;
import io.helyos.model.template.PodTemplate;
import java.util.Map;

/// What may be asked of a deployment. Each names the deployment, so that another split of the same
/// letters is noticed.
public sealed interface DeploymentCommand {
  DeploymentId id();

  record Deploy(DeploymentId id, PodTemplate template, int replicas, Map<String, String> labels)
      implements DeploymentCommand {}

  record Scale(DeploymentId id, int replicas) implements DeploymentCommand {}

  /// Take the pods down, keep the definition.
  record Stop(DeploymentId id) implements DeploymentCommand {}

  record Remove(DeploymentId id) implements DeploymentCommand {}

  /// From the project.
  record Suspend(DeploymentId id) implements DeploymentCommand {}

  record Resume(DeploymentId id) implements DeploymentCommand {}

  record ReportPod(DeploymentId id, PodReport report) implements DeploymentCommand {}
}
