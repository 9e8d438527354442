package io.helyos.model.deployment;

import io.helyos.model.deployment.Deployment.Active;
import io.helyos.model.deployment.DeploymentEvent.SlotUpdated;
import io.helyos.model.deployment.RolloutEvent.SurgeBegun;
import io.helyos.model.deployment.RolloutEvent.SurgeEnded;
import io.helyos.model.deployment.RolloutEvent.SurgeRefused;
import io.helyos.model.pod.Trouble;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The next step of a rolling update: pods beyond the replicas first, then the others from the
/// lowest index up, as many at a time as the bounds allow. What does not serve is replaced without
/// waiting, for nothing is lost by it. The pods beyond the replicas go last, so that names stay.
final class RollingUpdate {
  private final Active active;
  private final Standing standing;

  private RollingUpdate(Active active) {
    this.active = active;
    this.standing = Standing.of(active);
  }

  /// Moves of one kind, after which it is asked again; none when it has to wait.
  static List<DeploymentEvent> next(Active active) {
    var update = new RollingUpdate(active);
    return Stream.of(
            update.refused(),
            update.broken(),
            update.surge(),
            update.serving(),
            update.superfluous())
        .filter(moves -> !moves.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  /// A pod that would get its place if another one stopped cannot come before it.
  private List<DeploymentEvent> refused() {
    var moves = new ArrayList<DeploymentEvent>();
    for (var index : standing.newSurge()) {
      var setbacks = slot(index).setbacks();
      if (setbacks.crowdedOut()) {
        moves.add(new SurgeRefused(index, setbacks.why().map(Trouble::message).orElse("")));
      }
    }
    return moves;
  }

  private List<DeploymentEvent> broken() {
    var moves = new ArrayList<DeploymentEvent>();
    standing.oldBroken().forEach(index -> moves.add(updated(index)));
    var dead = standing.oldSurge().stream().filter(index -> !slot(index).isUp()).toList();
    moves.addAll(retargeted(dead));
    return moves;
  }

  /// Surge pods of an earlier aim: as many as are needed take the new one, where they are.
  private List<DeploymentEvent> retargeted(List<Integer> indexes) {
    var missing = needed() - standing.newSurge().size();
    var moves = new ArrayList<DeploymentEvent>();
    for (var index : indexes) {
      moves.add(moves.size() < missing ? updated(index) : new SurgeEnded(index));
    }
    return moves;
  }

  private int needed() {
    return Math.min(bounds().surge(), standing.oldServing().size());
  }

  private Bounds bounds() {
    return Bounds.of(active);
  }

  private List<DeploymentEvent> surge() {
    var missing = needed() - standing.newSurge().size() - standing.oldSurge().size();
    var room = bounds().ceiling() - active.slots().size();
    return IntStream.iterate(active.replicas(), index -> index + 1)
        .filter(index -> active.slots().get(index).isEmpty())
        .limit(Math.max(0, Math.min(missing, room)))
        .<DeploymentEvent>mapToObj(index -> new SurgeBegun(index, active.revision()))
        .toList();
  }

  /// Serving pods of other revisions, as many as can be spared.
  private List<DeploymentEvent> serving() {
    var spare = Math.max(0, standing.available() - bounds().floor());
    return Stream.concat(
            retargeted(standing.oldSurge()).stream(),
            standing.oldServing().stream().<DeploymentEvent>map(this::updated))
        .limit(spare)
        .toList();
  }

  private List<DeploymentEvent> superfluous() {
    return standing.isSettled()
        ? standing.newSurge().stream().<DeploymentEvent>map(SurgeEnded::new).toList()
        : List.of();
  }

  private DeploymentEvent updated(int index) {
    return new SlotUpdated(index, slot(index).revision(), active.revision());
  }

  private Slot slot(int index) {
    return active.slots().get(index).orElseThrow();
  }
}
