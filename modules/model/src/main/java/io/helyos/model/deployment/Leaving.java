package io.helyos.model.deployment;

import static io.helyos.model.Decision.unchanged;

import io.helyos.model.Decision;
import io.helyos.model.deployment.Deployment.Active;
import io.helyos.model.deployment.DeploymentCommand.LeaveNode;
import io.helyos.model.deployment.DeploymentCommand.StayOnNode;
import io.helyos.model.deployment.RolloutEvent.PodLeaving;
import io.helyos.model.deployment.RolloutEvent.PodStaying;
import io.helyos.model.pod.PodReport.Phase;
import java.time.Instant;
import java.util.Optional;

/// What a deployment does when a node that drains wants to be rid of one of its pods: the pod then
/// counts like one of an old revision, and is replaced within the same bounds.
final class Leaving {
  private Leaving() {}

  static Decision<DeploymentEvent> leave(Active active, LeaveNode news, Instant now) {
    var slot = concerned(active, news.index(), news.incarnation());
    return slot.isEmpty() || slot.get().leaving().equals(Optional.of(news.incarnation()))
        ? unchanged()
        : Moving.on(active, new PodLeaving(news.index(), news.incarnation()), now);
  }

  static Decision<DeploymentEvent> stay(Active active, StayOnNode news, Instant now) {
    var slot = active.slots().get(news.index());
    return slot.filter(it -> it.leaving().equals(Optional.of(news.incarnation()))).isPresent()
        ? Moving.on(active, new PodStaying(news.index(), news.incarnation()), now)
        : unchanged();
  }

  /// What belongs on every node, or has ended, or has begun another life since, has nothing to
  /// move.
  private static Optional<Slot> concerned(Active active, int index, long incarnation) {
    return active.everyNode().isPresent() || !active.wantsPods() || !active.wants(index)
        ? Optional.empty()
        : active
            .slots()
            .get(index)
            .filter(slot -> slot.incarnation() <= incarnation && !hasEnded(slot.phase()));
  }

  private static boolean hasEnded(Phase phase) {
    return switch (phase) {
      case FAILED, COMPLETED, STOPPED, GONE -> true;
      case PENDING, RUNNING, UNREADY, RESTARTING, CRASHLOOP -> false;
    };
  }

  /// Whether nothing but places changes: every pod has the wanted revision, which works. Then there
  /// is nothing to fail, and what finds no place waits for one.
  static boolean isAll(Active active) {
    var same = new boolean[] {true};
    var moves = new boolean[1];
    active
        .slots()
        .forEach((index, slot) -> {
          if (!active.wants(index)) return;
          same[0] &= slot.revision() == active.revision();
          moves[0] |= slot.isLeaving() || (slot.left().isPresent() && !slot.isUp());
        });
    var works = active.rollout().lastCompleted().filter(last -> last == active.revision());
    return same[0] && moves[0] && works.isPresent();
  }
}
