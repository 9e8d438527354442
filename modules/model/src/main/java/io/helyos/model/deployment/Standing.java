package io.helyos.model.deployment;

import io.helyos.model.deployment.Deployment.Active;
import java.util.ArrayList;
import java.util.List;

/// How the wanted pods of a deployment stand towards its revision.
///
/// @param available that serve: new ones for as long as the policy asks for
/// @param updated of the replicas, that run the wanted revision and are available
/// @param oldServing of the replicas, that serve another revision, or on a node that drains
/// @param oldBroken of the replicas, that do not serve and run another revision, or are on such a
///   node
/// @param newSurge beyond the replicas, for the wanted revision
/// @param oldSurge beyond the replicas, for another one
public record Standing(
    int replicas,
    int available,
    int updated,
    List<Integer> oldServing,
    List<Integer> oldBroken,
    List<Integer> newSurge,
    List<Integer> oldSurge) {
  public static Standing of(Active active) {
    var oldServing = new ArrayList<Integer>();
    var oldBroken = new ArrayList<Integer>();
    var newSurge = new ArrayList<Integer>();
    var oldSurge = new ArrayList<Integer>();
    var counts = new int[2];
    active
        .slots()
        .forEach((index, slot) -> {
          if (!active.wants(index)) return;
          var isNew = slot.revision() == active.revision() && !slot.isLeaving();
          var serves = isNew ? slot.isAvailable(active.minReady()) : slot.isUp();
          if (serves) counts[0]++;
          if (active.isBeyond(index)) (isNew ? newSurge : oldSurge).add(index);
          else if (!isNew) (serves ? oldServing : oldBroken).add(index);
          else if (serves) counts[1]++;
        });
    return new Standing(
        active.replicas(), counts[0], counts[1], oldServing, oldBroken, newSurge, oldSurge);
  }

  public Standing {
    oldServing = List.copyOf(oldServing);
    oldBroken = List.copyOf(oldBroken);
    newSurge = List.copyOf(newSurge);
    oldSurge = List.copyOf(oldSurge);
  }

  /// Whether each of the replicas is updated.
  boolean isSettled() {
    return updated == replicas;
  }
}
