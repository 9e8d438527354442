package io.helyos.model.deployment;

import io.helyos.model.DeploymentId;
import io.helyos.model.node.NodeSelector;
import io.helyos.model.pod.PodReport;
import io.helyos.model.template.PodTemplate;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What may be asked of a deployment. Each names the deployment, so that another split of the same
/// letters is noticed.
public sealed interface DeploymentCommand {
  DeploymentId id();

  /// Run this, so often.
  ///
  /// @param everyNode one pod on each node that matches these; the replicas then count for nothing
  record Deploy(
      DeploymentId id,
      PodTemplate template,
      int replicas,
      Map<String, String> labels,
      UpdatePolicy update,
      Optional<Instant> expires,
      Optional<List<NodeSelector>> everyNode)
      implements DeploymentCommand {
    /// So many pods, wherever there is room.
    public Deploy(
        DeploymentId id,
        PodTemplate template,
        int replicas,
        Map<String, String> labels,
        UpdatePolicy update,
        Optional<Instant> expires) {
      this(id, template, replicas, labels, update, expires, Optional.empty());
    }

    /// For as long as nobody removes it.
    public Deploy(
        DeploymentId id,
        PodTemplate template,
        int replicas,
        Map<String, String> labels,
        UpdatePolicy update) {
      this(id, template, replicas, labels, update, Optional.empty());
    }

    /// With the policy that is usual.
    public Deploy(DeploymentId id, PodTemplate template, int replicas, Map<String, String> labels) {
      this(id, template, replicas, labels, UpdatePolicy.DEFAULT);
    }
  }

  record Scale(DeploymentId id, int replicas) implements DeploymentCommand {}

  /// Take the pods down, keep the definition.
  record Stop(DeploymentId id) implements DeploymentCommand {}

  record Remove(DeploymentId id) implements DeploymentCommand {}

  /// From the project.
  record Suspend(DeploymentId id) implements DeploymentCommand {}

  record Resume(DeploymentId id) implements DeploymentCommand {}

  /// Back to a revision that was.
  ///
  /// @param to its number; empty for the last other one that completed
  record Rollback(DeploymentId id, Optional<Integer> to) implements DeploymentCommand {}

  /// All pods anew, with the same template.
  record Restart(DeploymentId id) implements DeploymentCommand {}

  record PauseRollout(DeploymentId id) implements DeploymentCommand {}

  /// Go on, or try again what has failed.
  record ResumeRollout(DeploymentId id) implements DeploymentCommand {}

  /// The deadline has come that the rollout waits for.
  record ReviewRollout(DeploymentId id) implements DeploymentCommand {}

  /// A pod's machine was looked at: this start of it stands still.
  record ReportSteady(DeploymentId id, int index, long incarnation, int attempt)
      implements DeploymentCommand {}

  /// The time of the deployment is over, if that is still what was meant.
  record Expire(DeploymentId id, Instant at) implements DeploymentCommand {}

  /// From a node that drains: this life of the pod is to go elsewhere as soon as it can be spared.
  record LeaveNode(DeploymentId id, int index, long incarnation) implements DeploymentCommand {}

  /// From a node that drains no more: who has not left it yet stays.
  record StayOnNode(DeploymentId id, int index, long incarnation) implements DeploymentCommand {}

  record ReportPod(DeploymentId id, PodReport report) implements DeploymentCommand {}

  /// Which nodes match.
  ///
  /// @param matches by node, as far as nodes are known
  record ReportNodes(DeploymentId id, Map<String, Boolean> matches) implements DeploymentCommand {
    public ReportNodes {
      matches = Collections.unmodifiableMap(new TreeMap<>(matches));
    }
  }
}
