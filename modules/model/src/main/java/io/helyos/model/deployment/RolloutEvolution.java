package io.helyos.model.deployment;

import io.helyos.model.deployment.Deployment.Active;
import io.helyos.model.deployment.RolloutEvent.PodLeaving;
import io.helyos.model.deployment.RolloutEvent.PodStaying;
import io.helyos.model.deployment.RolloutEvent.PodsProven;
import io.helyos.model.deployment.RolloutEvent.Restarted;
import io.helyos.model.deployment.RolloutEvent.RolledBack;
import io.helyos.model.deployment.RolloutEvent.RolloutBegun;
import io.helyos.model.deployment.RolloutEvent.RolloutCompleted;
import io.helyos.model.deployment.RolloutEvent.RolloutPaused;
import io.helyos.model.deployment.RolloutEvent.RolloutResumed;
import io.helyos.model.deployment.RolloutEvent.RolloutStopped;
import io.helyos.model.deployment.RolloutEvent.SurgeBegun;
import io.helyos.model.deployment.RolloutEvent.SurgeEnded;
import io.helyos.model.deployment.RolloutEvent.SurgeRefused;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeMap;

/// What each event of a rollout means for its deployment.
final class RolloutEvolution {
  private RolloutEvolution() {}

  static Active after(Active active, RolloutEvent event) {
    var rollout = active.rollout();
    return switch (event) {
      case Restarted(var from, var revision, var at) ->
          aimed(active, revision, active.revision(from).again(at), at);
      case RolledBack(_, var to, var automatic, var at) ->
          begun(wanting(active, to, active.revision(to).pin()), at, automatic);
      case RolloutBegun(_, var at) -> begun(active, at, false);
      case RolloutPaused(var remaining) -> active.withRollout(rollout.held(remaining));
      case RolloutResumed(var at) -> resumed(active, at);
      case RolloutStopped(var revision, var why) ->
          active.withRollout(rollout.stopped(revision, why));
      case RolloutCompleted(var revision) -> active.withRollout(rollout.completed(revision));
      case SurgeBegun(var index, var revision) ->
          active.withSlots(active.slots().with(index, Slot.fresh(revision).asSurge(true)));
      case SurgeEnded(var index) -> withoutSurge(active, index);
      case SurgeRefused(var index, _) ->
          withoutSurge(active, index).withRollout(rollout.refusedOnce());
      case PodLeaving(var index, var incarnation) ->
          leaving(active, index, Optional.of(incarnation));
      case PodStaying(var index, _) -> leaving(active, index, Optional.empty());
      case PodsProven(var indexes, var at) -> proven(active, indexes, at);
    };
  }

  /// Another revision is wanted, and a rollout to it begins.
  static Active aimed(Active active, int number, Revision revision, Instant at) {
    return begun(wanting(active, number, revision), at, false);
  }

  private static Active wanting(Active active, int number, Revision revision) {
    var all = new TreeMap<>(active.revisions());
    all.put(number, revision);
    return active.withRevision(number, all);
  }

  private static Active begun(Active active, Instant at, boolean returning) {
    return pardoned(active)
        .withRollout(active.rollout().begun(active.revision(), at, active.update(), returning));
  }

  static Active resumed(Active active, Instant at) {
    var next = active.rollout().resumed(at, active.update());
    return (active.rollout().state() == Rollout.State.STOPPED ? pardoned(active) : active)
        .withRollout(next);
  }

  /// What went wrong before does not count to what begins now.
  private static Active pardoned(Active active) {
    return active.withSlots(active.slots().changed(Slot::pardoned));
  }

  private static Active proven(Active active, Iterable<Integer> indexes, Instant at) {
    var slots = active.slots();
    for (var index : indexes) slots = slots.changed(index, Slot::asProven);
    return active.withSlots(slots).withRollout(active.rollout().proven(at, active.update()));
  }

  private static Active leaving(Active active, int index, Optional<Long> incarnation) {
    return active.withSlots(active.slots().changed(index, slot -> slot.leaving(incarnation)));
  }

  private static Active withoutSurge(Active active, int index) {
    return active.withSlots(active.slots().changed(index, slot -> slot.asSurge(false)));
  }
}
