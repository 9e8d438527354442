package io.helyos.persistence.serialization;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toUnmodifiableMap;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.helyos.model.access.AccessEvent;
import io.helyos.model.cluster.ClusterEvent;
import io.helyos.model.deployment.DeploymentEvent;
import io.helyos.model.deployment.RolloutEvent;
import io.helyos.model.node.NodeEvent;
import io.helyos.model.pod.PodEvent;
import io.helyos.model.port.Codec.UnknownEventException;
import io.helyos.model.project.ProjectEvent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Every event that was ever written, by a short name and a version of its shape.
///
/// Lines are only added. A record whose fields change gets a new line with the next version, and
/// its old shape stays readable under the old one: journals are kept for ever.
public final class EventTypes {
  private static final List<EventType> ALL =
      List.of(
          new EventType("cluster.founded", 1, ClusterEvent.ClusterFounded.class),
          new EventType("token.issued", 1, ClusterEvent.TokenIssued.class),
          new EventType("token.revoked", 1, ClusterEvent.TokenRevoked.class),
          new EventType("cluster.configured", 1, ClusterEvent.ClusterConfigured.class),
          new EventType("cluster.lost", 1, ClusterEvent.NodesLost.class),
          new EventType("cluster.held", 1, ClusterEvent.NodesHeld.class),
          new EventType("cluster.returned", 1, ClusterEvent.NodesReturned.class),
          new EventType("cluster.undo", 1, ClusterEvent.UndoRequested.class),
          new EventType("cluster.restore", 1, ClusterEvent.RestoreRequested.class),
          new EventType("node.registered", 1, NodeEvent.NodeRegistered.class),
          new EventType("node.reserved", 1, NodeEvent.Reserved.class),
          new EventType("node.released", 1, NodeEvent.Released.class),
          new EventType("node.port-taken", 1, NodeEvent.PortFoundTaken.class),
          new EventType("node.fenced", 1, NodeEvent.PodFenced.class),
          new EventType("node.cleared", 1, NodeEvent.FenceCleared.class),
          new EventType("node.lost", 1, NodeEvent.NodeLost.class),
          new EventType("node.back", 1, NodeEvent.NodeReturned.class),
          new EventType("node.cordoned", 1, NodeEvent.NodeCordoned.class),
          new EventType("node.uncordoned", 1, NodeEvent.NodeUncordoned.class),
          new EventType("node.drain", 1, NodeEvent.DrainBegun.class),
          new EventType("node.drain-cancelled", 1, NodeEvent.DrainCancelled.class),
          new EventType("node.drain-expired", 1, NodeEvent.DrainExpired.class),
          new EventType("node.labelled", 1, NodeEvent.NodeLabelled.class),
          new EventType("project.created", 1, ProjectEvent.ProjectCreated.class),
          new EventType("project.suspended", 1, ProjectEvent.ProjectSuspended.class),
          new EventType("project.resumed", 1, ProjectEvent.ProjectResumed.class),
          new EventType("project.deleted", 1, ProjectEvent.ProjectDeleted.class),
          new EventType("project.listed", 1, ProjectEvent.DeploymentListed.class),
          new EventType("project.unlisted", 1, ProjectEvent.DeploymentUnlisted.class),
          new EventType(
              "deployment.deployed", 1, DeploymentEvent.Deployed.class, Upgrades::deployed),
          new EventType("deployment.deployed", 2, DeploymentEvent.Deployed.class),
          new EventType("deployment.scaled", 1, DeploymentEvent.Scaled.class),
          new EventType("deployment.stopped", 1, DeploymentEvent.DeploymentStopped.class),
          new EventType("deployment.removal", 1, DeploymentEvent.RemovalRequested.class),
          new EventType("deployment.expired", 1, DeploymentEvent.DeploymentExpired.class),
          new EventType("deployment.removed", 1, DeploymentEvent.DeploymentRemoved.class),
          new EventType("deployment.suspended", 1, DeploymentEvent.DeploymentSuspended.class),
          new EventType("deployment.resumed", 1, DeploymentEvent.DeploymentResumed.class),
          new EventType("deployment.slot", 1, DeploymentEvent.SlotUpdated.class),
          new EventType(
              "deployment.report", 1, DeploymentEvent.PodReported.class, Upgrades::reported),
          new EventType("deployment.report", 2, DeploymentEvent.PodReported.class),
          new EventType("deployment.nodes", 1, DeploymentEvent.NodesMatched.class),
          new EventType("deployment.restarted", 1, RolloutEvent.Restarted.class),
          new EventType("deployment.rollback", 1, RolloutEvent.RolledBack.class),
          new EventType("rollout.begun", 1, RolloutEvent.RolloutBegun.class),
          new EventType("rollout.paused", 1, RolloutEvent.RolloutPaused.class),
          new EventType("rollout.resumed", 1, RolloutEvent.RolloutResumed.class),
          new EventType("rollout.stopped", 1, RolloutEvent.RolloutStopped.class),
          new EventType("rollout.completed", 1, RolloutEvent.RolloutCompleted.class),
          new EventType("rollout.surge", 1, RolloutEvent.SurgeBegun.class),
          new EventType("rollout.surge-end", 1, RolloutEvent.SurgeEnded.class),
          new EventType("rollout.refused", 1, RolloutEvent.SurgeRefused.class),
          new EventType("rollout.leaving", 1, RolloutEvent.PodLeaving.class),
          new EventType("rollout.staying", 1, RolloutEvent.PodStaying.class),
          new EventType("rollout.proven", 1, RolloutEvent.PodsProven.class),
          new EventType("pod.assigned", 1, PodEvent.PodAssigned.class),
          new EventType("pod.chosen", 1, PodEvent.PlacementChosen.class),
          new EventType("pod.unplaceable", 1, PodEvent.PodUnplaceable.class),
          new EventType("pod.placed", 1, PodEvent.PodPlaced.class),
          new EventType("pod.refused", 1, PodEvent.PlacementRefused.class),
          new EventType("pod.returned", 1, PodEvent.ReservationReturned.class),
          new EventType("pod.started", 1, PodEvent.PodStarted.class),
          new EventType("pod.health", 1, PodEvent.HealthChanged.class),
          new EventType("pod.exited", 1, PodEvent.PodExited.class),
          new EventType("pod.start-failed", 1, PodEvent.PodStartFailed.class),
          new EventType("pod.attempt", 1, PodEvent.AttemptBegun.class),
          new EventType("pod.restarts-reset", 1, PodEvent.RestartsReset.class),
          new EventType("pod.stopping", 1, PodEvent.PodStopping.class),
          new EventType("pod.node-lost", 1, PodEvent.NodeGivenUp.class),
          new EventType("pod.vacated", 1, PodEvent.PodVacated.class),
          new EventType("pod.exec", 1, PodEvent.ExecOpened.class),
          new EventType("pod.exec-closed", 1, PodEvent.ExecClosed.class),
          new EventType("pod.copy", 1, PodEvent.CopyOpened.class),
          new EventType("pod.copy-closed", 1, PodEvent.CopyClosed.class),
          new EventType("companion.started", 1, PodEvent.CompanionStarted.class),
          new EventType("companion.health", 1, PodEvent.CompanionHealthChanged.class),
          new EventType("companion.exited", 1, PodEvent.CompanionExited.class),
          new EventType("companion.start-failed", 1, PodEvent.CompanionStartFailed.class),
          new EventType("companion.attempt", 1, PodEvent.CompanionBegun.class),
          new EventType("companion.restarts-reset", 1, PodEvent.CompanionRestartsReset.class),
          new EventType("companion.gone", 1, PodEvent.CompanionGone.class),
          new EventType("pod.own-gone", 1, PodEvent.OwnContainerGone.class),
          new EventType("access.refused", 1, AccessEvent.RequestsRefused.class));

  private static final Map<Class<?>, EventType> BY_SHAPE =
      ALL.stream()
          .filter(EventType::isPresent)
          .collect(toUnmodifiableMap(EventType::shape, identity()));

  private static final Map<String, EventType> BY_NAME =
      ALL.stream().collect(toUnmodifiableMap(type -> key(type.name(), type.version()), identity()));

  private EventTypes() {}

  /// A line of the table.
  ///
  /// @param shape the record that holds this version's fields, or those of a later one
  /// @param upgrade what an older version lacks of its shape, empty for the present version
  public record EventType(
      String name,
      int version,
      Class<? extends Record> shape,
      Optional<UnaryOperator<ObjectNode>> upgrade) {
    EventType(String name, int version, Class<? extends Record> shape) {
      this(name, version, shape, Optional.empty());
    }

    EventType(
        String name,
        int version,
        Class<? extends Record> shape,
        UnaryOperator<ObjectNode> upgrade) {
      this(name, version, shape, Optional.of(upgrade));
    }

    /// Whether this is how the event is written today.
    public boolean isPresent() {
      return upgrade.isEmpty();
    }
  }

  public static List<EventType> all() {
    return ALL;
  }

  /// The name and version under which an event is written.
  public static EventType of(Object event) {
    return Optional.ofNullable(BY_SHAPE.get(event.getClass()))
        .orElseThrow(() ->
            new IllegalArgumentException(
                "%s is not in the table of event types. Add it, with a golden file."
                    .formatted(event.getClass())));
  }

  /// What was written under a name and version, by this build or an older one.
  public static EventType named(String name, int version) {
    return Optional.ofNullable(BY_NAME.get(key(name, version)))
        .orElseThrow(() ->
            new UnknownEventException(
                ("Expected an event type of this build, found '%s' in version %d."
                        + " Start the newer build that wrote it.")
                    .formatted(name, version)));
  }

  private static String key(String name, int version) {
    return name + " " + version;
  }
}
