package io.helyos.model.deployment;

import static io.helyos.model.Decision.unchanged;

import io.helyos.model.Decision;
import io.helyos.model.deployment.Deployment.Active;
import io.helyos.model.deployment.DeploymentCommand.ReportSteady;
import io.helyos.model.deployment.DeploymentEffect.EnsureSteady;
import io.helyos.model.deployment.RolloutEvent.PodsProven;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Pods that have to be ready for a while before they count. Time alone proves nothing: a machine
/// that is busy tells late of an end. So each of them is looked at when its time has come.
final class Steady {
  private Steady() {}

  /// Adds the looks that the new pods wait for.
  static void collect(Active active, Set<DeploymentEffect> effects) {
    active
        .slots()
        .forEach((index, slot) ->
            due(active, index, slot)
                .map(at ->
                    new EnsureSteady(
                        active.id().pod(index), slot.incarnation(), slot.attempt(), at))
                .ifPresent(effects::add));
  }

  private static Optional<Instant> due(Active active, int index, Slot slot) {
    return active.wantsPods()
            && active.rollout().state() != Rollout.State.COMPLETED
            && active.wants(index)
            && slot.revision() == active.revision()
        ? slot.provenAt(active.minReady())
        : Optional.empty();
  }

  static Decision<DeploymentEvent> seen(Active active, ReportSteady news, Instant now) {
    return active
        .slots()
        .get(news.index())
        .filter(slot -> slot.incarnation() == news.incarnation())
        .filter(slot -> slot.attempt() == news.attempt())
        .flatMap(slot -> due(active, news.index(), slot))
        .filter(at -> !at.isAfter(now))
        .map(_ -> Moving.on(active, new PodsProven(List.of(news.index()), now), now))
        .orElseGet(() -> unchanged());
  }
}
