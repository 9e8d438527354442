package io.helyos.model.deployment;

import io.helyos.model.DeploymentId;
import io.helyos.model.deployment.Deployment.Absent;
import io.helyos.model.deployment.Deployment.Active;
import io.helyos.model.deployment.Deployment.Mode;
import io.helyos.model.deployment.DeploymentCommand.ReviewRollout;
import io.helyos.model.deployment.DeploymentEffect.EnsureListed;
import io.helyos.model.deployment.DeploymentEffect.EnsureNoPod;
import io.helyos.model.deployment.DeploymentEffect.EnsureOnEach;
import io.helyos.model.deployment.DeploymentEffect.EnsurePod;
import io.helyos.model.deployment.DeploymentEffect.EnsureStopped;
import io.helyos.model.deployment.DeploymentEffect.EnsureUnlisted;
import io.helyos.model.deployment.DeploymentEffect.WakeAt;
import io.helyos.model.pod.Assignment;
import io.helyos.model.pod.PodReport.Phase;
import io.helyos.model.template.PodTemplate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What must be true outside for each state of a deployment.
final class DeploymentEffects {
  private DeploymentEffects() {}

  static Set<DeploymentEffect> of(Deployment deployment) {
    return switch (deployment) {
      case Absent(var last, var former, _) ->
          Stream.of(last, former)
              .flatMap(Optional::stream)
              .map(EnsureUnlisted::new)
              .collect(Collectors.toUnmodifiableSet());
      case Active active -> of(active);
    };
  }

  private static Set<DeploymentEffect> of(Active active) {
    var effects = HashSet.<DeploymentEffect>newHashSet(active.slots().size() + 1);
    effects.add(new EnsureListed(active.id(), active.suspended()));
    active.former().ifPresent(id -> effects.add(new EnsureUnlisted(id)));
    Waits.next(active)
        .ifPresent(time -> effects.add(new WakeAt(time, new ReviewRollout(active.id()))));
    Steady.collect(active, effects);
    Expiry.effect(active).ifPresent(effects::add);
    active
        .everyNode()
        .filter(_ -> active.mode() != Mode.REMOVING)
        .ifPresent(nodes -> effects.add(new EnsureOnEach(active.id(), nodes)));
    var perRevision = new HashMap<Integer, Assignment>();
    active
        .slots()
        .forEach((index, slot) -> {
          if (active.mode() == Mode.REMOVING || !active.wants(index)) {
            effects.add(new EnsureNoPod(active.id().pod(index)));
          } else if (!active.wantsPods()) {
            effects.add(new EnsureStopped(active.id().pod(index)));
          } else if (Recreation.empties(active, slot)) {
            if (slot.phase() != Phase.GONE) effects.add(new EnsureNoPod(active.id().pod(index)));
          } else {
            var model =
                perRevision.computeIfAbsent(
                    slot.revision(),
                    revision ->
                        assignment(active.id(), revision, active.revision(revision).template()));
            effects.add(new EnsurePod(at(model, active, index).after(slot.left())));
          }
        });
    return effects;
  }

  private static Assignment assignment(DeploymentId id, int revision, PodTemplate template) {
    return new Assignment(
        id.pod(0),
        revision,
        template.image(),
        Wanted.needs(template),
        template.restart(),
        template.backoff(),
        template.stop(),
        template.health().isPresent(),
        template.readiness().isPresent(),
        template.companions().map(Wanted::parts));
  }

  private static Assignment at(Assignment model, Active active, int index) {
    var pod = model.at(active.id().pod(index));
    return active.everyNode().flatMap(nodes -> nodes.node(index)).map(pod::on).orElse(pod);
  }
}
