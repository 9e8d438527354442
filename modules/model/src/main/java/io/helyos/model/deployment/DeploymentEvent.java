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

/// What has happened to a deployment.
public sealed interface DeploymentEvent
    permits DeploymentEvent.Deployed,
        DeploymentEvent.Scaled,
        DeploymentEvent.DeploymentStopped,
        DeploymentEvent.RemovalRequested,
        DeploymentEvent.DeploymentExpired,
        DeploymentEvent.DeploymentRemoved,
        DeploymentEvent.DeploymentSuspended,
        DeploymentEvent.DeploymentResumed,
        DeploymentEvent.SlotUpdated,
        DeploymentEvent.PodReported,
        DeploymentEvent.NodesMatched,
        RolloutEvent {
  /// A user has deployed a specification that differs from what was there.
  ///
  /// @param before what was there, empty for a new deployment
  /// @param template of a new revision, whose rollout begins; empty when something else differs
  /// @param at the epoch when an older build has written it
  /// @param expires when it is to be removed by itself
  /// @param everyNode what nodes have to match that are to have a pod each, in the place of
  ///   replicas
  record Deployed(
      DeploymentId id,
      Optional<Before> before,
      int revision,
      Optional<PodTemplate> template,
      int replicas,
      Map<String, String> labels,
      UpdatePolicy update,
      Instant at,
      Optional<Instant> expires,
      Optional<List<NodeSelector>> everyNode)
      implements DeploymentEvent {
    public Deployed {
      labels = Collections.unmodifiableMap(new TreeMap<>(labels));
    }

    public Deployed(
        DeploymentId id,
        Optional<Before> before,
        int revision,
        Optional<PodTemplate> template,
        int replicas,
        Map<String, String> labels,
        UpdatePolicy update,
        Instant at) {
      this(id, before, revision, template, replicas, labels, update, at, Optional.empty());
    }

    public Deployed(
        DeploymentId id,
        Optional<Before> before,
        int revision,
        Optional<PodTemplate> template,
        int replicas,
        Map<String, String> labels,
        UpdatePolicy update,
        Instant at,
        Optional<Instant> expires) {
      this(id, before, revision, template, replicas, labels, update, at, expires, Optional.empty());
    }
  }

  /// The old value of a deploy; its template is in the event of that revision.
  record Before(
      int revision,
      int replicas,
      Map<String, String> labels,
      Deployment.Mode mode,
      UpdatePolicy update,
      Optional<Instant> expires,
      Optional<List<NodeSelector>> everyNode) {
    public Before {
      labels = Collections.unmodifiableMap(new TreeMap<>(labels));
    }

    public Before(
        int revision,
        int replicas,
        Map<String, String> labels,
        Deployment.Mode mode,
        UpdatePolicy update) {
      this(revision, replicas, labels, mode, update, Optional.empty(), Optional.empty());
    }
  }

  /// A user wants another number of replicas.
  record Scaled(int from, int to, Deployment.Mode before) implements DeploymentEvent {}

  /// A user wants no pods, and keeps the definition.
  record DeploymentStopped(Deployment.Mode before) implements DeploymentEvent {}

  /// A user wants nothing of it any more; its pods go first.
  record RemovalRequested(Deployment.Mode before) implements DeploymentEvent {}

  /// Its time is over, and it is being removed.
  ///
  /// @param at when it was to expire
  record DeploymentExpired(Instant at, Deployment.Mode before) implements DeploymentEvent {}

  /// Nothing of it is left.
  record DeploymentRemoved() implements DeploymentEvent {}

  /// Its project is suspended.
  record DeploymentSuspended() implements DeploymentEvent {}

  /// Its project is no longer suspended.
  record DeploymentResumed() implements DeploymentEvent {}

  /// A slot is to run the wanted revision now.
  record SlotUpdated(int index, int from, int to) implements DeploymentEvent {}

  /// Other nodes match than before.
  ///
  /// @param joined by node, the index of its pod: its own for ever
  /// @param left nodes whose pods have to go
  record NodesMatched(Map<String, Integer> joined, List<String> left, Instant at)
      implements DeploymentEvent {
    public NodesMatched {
      joined = Collections.unmodifiableMap(new TreeMap<>(joined));
      left = List.copyOf(left);
    }
  }

  /// A pod has told something new of itself.
  ///
  /// @param at the epoch when an older build has written it
  record PodReported(PodReport report, Instant at) implements DeploymentEvent {}
}
