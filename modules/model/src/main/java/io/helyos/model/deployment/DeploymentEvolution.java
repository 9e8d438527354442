package io.helyos.model.deployment;

import io.helyos.model.DeploymentId;
import io.helyos.model.deployment.Deployment.Absent;
import io.helyos.model.deployment.Deployment.Active;
import io.helyos.model.deployment.Deployment.Mode;
import io.helyos.model.deployment.DeploymentEvent.Deployed;
import io.helyos.model.deployment.DeploymentEvent.DeploymentExpired;
import io.helyos.model.deployment.DeploymentEvent.DeploymentRemoved;
import io.helyos.model.deployment.DeploymentEvent.DeploymentResumed;
import io.helyos.model.deployment.DeploymentEvent.DeploymentStopped;
import io.helyos.model.deployment.DeploymentEvent.DeploymentSuspended;
import io.helyos.model.deployment.DeploymentEvent.NodesMatched;
import io.helyos.model.deployment.DeploymentEvent.PodReported;
import io.helyos.model.deployment.DeploymentEvent.RemovalRequested;
import io.helyos.model.deployment.DeploymentEvent.Scaled;
import io.helyos.model.deployment.DeploymentEvent.SlotUpdated;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What each event means for a deployment.
final class DeploymentEvolution {
  private DeploymentEvolution() {}

  static Deployment after(Deployment deployment, DeploymentEvent event) {
    return switch (deployment) {
      case Absent absent when event instanceof Deployed deployed -> created(absent, deployed);
      case Absent _ ->
          throw new IllegalStateException("%s cannot follow %s".formatted(event, deployment));
      case Active active -> after(active, event);
    };
  }

  private static Deployment after(Active active, DeploymentEvent event) {
    return switch (event) {
      case Deployed deployed -> redeployed(active, deployed);
      case Scaled(_, var to, _) ->
          withSlotsFor(active.withReplicas(to).withMode(Mode.RUNNING), firstIdle(active));
      case DeploymentStopped _ -> withoutSurge(active.withMode(Mode.STOPPED));
      case RemovalRequested _, DeploymentExpired _ -> active.withMode(Mode.REMOVING);
      case DeploymentRemoved() ->
          new Absent(Optional.of(active.id()), active.former(), active.newest());
      case DeploymentSuspended() -> withoutSurge(active.withSuspended(true));
      case DeploymentResumed() -> resumed(active.withSuspended(false));
      case PodReported(var report, var at) -> Reported.after(active, report, at);
      case NodesMatched(var joined, var left, _) -> counted(active, joined, left);
      case SlotUpdated(var index, _, var to) ->
          active.withSlots(active.slots().changed(index, slot -> slot.updatedTo(to)));
      case RolloutEvent rollout -> RolloutEvolution.after(active, rollout);
    };
  }

  private static Active created(Absent absent, Deployed event) {
    var first = Revision.of(event.template().orElseThrow(), event.at());
    var active =
        new Active(
            event.id(),
            otherThan(event.id(), absent.last()).or(() -> otherThan(event.id(), absent.former())),
            Mode.RUNNING,
            false,
            event.replicas(),
            event.labels(),
            event.update(),
            event.revision(),
            Map.of(event.revision(), first),
            Rollout.NONE.begun(event.revision(), event.at(), event.update(), false),
            Slots.empty(),
            event.expires(),
            event.everyNode().map(EveryNode::of));
    return withSlotsFor(active, 0);
  }

  private static Optional<DeploymentId> otherThan(DeploymentId id, Optional<DeploymentId> who) {
    return who.filter(other -> !other.equals(id));
  }

  private static Active redeployed(Active active, Deployed event) {
    var next =
        new Active(
            active.id(),
            active.former(),
            Mode.RUNNING,
            active.suspended(),
            event.replicas(),
            event.labels(),
            event.update(),
            active.revision(),
            active.revisions(),
            active.rollout(),
            active.slots(),
            event.expires(),
            event.everyNode().flatMap(to -> active.everyNode().map(nodes -> nodes.selecting(to))));
    var aimed =
        event
            .template()
            .map(template ->
                RolloutEvolution.aimed(
                    next, event.revision(), Revision.of(template, event.at()), event.at()))
            .orElseGet(() -> triedAgain(next, event));
    return withSlotsFor(aimed, firstIdle(active));
  }

  private static Active triedAgain(Active active, Deployed event) {
    var failed = active.rollout().state() == Rollout.State.STOPPED && !active.rollout().paused();
    return failed ? RolloutEvolution.resumed(active, event.at()) : active;
  }

  /// Slots of nodes that match now begin; those of the others are left by their pods.
  private static Active counted(Active active, Map<String, Integer> joined, List<String> left) {
    var known = active.everyNode().orElseThrow(() -> new IllegalStateException("No nodes matter"));
    var next = active.withNodes(known.counted(joined, left));
    if (!next.wantsPods()) return next;
    var slots = next.slots();
    for (var index : joined.values()) slots = slots.with(index, Slot.fresh(next.revisionOfNew()));
    return next.withSlots(slots);
  }

  /// What was stopped or is being removed does not come back with its project.
  private static Active resumed(Active active) {
    return active.wantsPods() ? withSlotsFor(active, 0) : active;
  }

  /// From this index on no pod was wanted: whatever runs there is on its way out.
  private static int firstIdle(Active before) {
    if (!before.wantsPods()) return 0;
    return before.everyNode().isPresent() ? Integer.MAX_VALUE : before.replicas();
  }

  /// Slots from `first` on start anew. One that was there beyond the replicas, and belongs to them
  /// now, only goes on.
  private static Active withSlotsFor(Active active, int first) {
    var slots = active.slots();
    for (var index : active.indexes().filter(at -> at >= first).toArray()) {
      var surge = slots.get(index).filter(Slot::surge).map(slot -> slot.asSurge(false));
      slots = slots.with(index, surge.orElseGet(() -> Slot.fresh(active.revisionOfNew())));
    }
    return active.withSlots(slots);
  }

  /// Nothing is moved while no pods are wanted.
  private static Active withoutSurge(Active active) {
    return active.withSlots(
        active.slots().changed(slot -> slot.surge() ? slot.asSurge(false) : slot));
  }
}
