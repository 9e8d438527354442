package io.helyos.model.deployment;

import io.helyos.model.DeploymentId;
import io.helyos.model.deployment.Deployment.Absent;
import io.helyos.model.deployment.Deployment.Active;
import io.helyos.model.deployment.Deployment.Mode;
import io.helyos.model.deployment.DeploymentEvent.Deployed;
import io.helyos.model.deployment.DeploymentEvent.DeploymentRemoved;
import io.helyos.model.deployment.DeploymentEvent.DeploymentResumed;
import io.helyos.model.deployment.DeploymentEvent.DeploymentStopped;
import io.helyos.model.deployment.DeploymentEvent.DeploymentSuspended;
import io.helyos.model.deployment.DeploymentEvent.PodReported;
import io.helyos.model.deployment.DeploymentEvent.RemovalRequested;
import io.helyos.model.deployment.DeploymentEvent.Scaled;
import io.helyos.model.deployment.DeploymentEvent.SlotUpdated;
import io.helyos.model.pod.PodReport;
import io.helyos.model.pod.PodReport.Phase;
import io.helyos.model.template.PodTemplate;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What each event means for a deployment.
final class DeploymentEvolution {
  private DeploymentEvolution() {}

  static Deployment after(Deployment deployment, DeploymentEvent event) {
    return switch (deployment) {
      case Absent(var last, _) when event instanceof Deployed deployed -> created(last, deployed);
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
      case DeploymentStopped _ -> active.withMode(Mode.STOPPED);
      case RemovalRequested _ -> active.withMode(Mode.REMOVING);
      case DeploymentRemoved() -> new Absent(Optional.of(active.id()), active.revision());
      case DeploymentSuspended() -> active.withSuspended(true);
      case DeploymentResumed() -> resumed(active.withSuspended(false));
      case SlotUpdated(var index, _, var to) -> updated(active, index, to);
      case PodReported(var report) -> reported(active, report);
    };
  }

  private static Active created(Optional<DeploymentId> last, Deployed event) {
    var template = event.template().orElseThrow();
    var active =
        new Active(
            event.id(),
            last.filter(id -> !id.equals(event.id())),
            Mode.RUNNING,
            false,
            event.replicas(),
            event.labels(),
            event.revision(),
            Map.of(event.revision(), template),
            Slots.empty());
    return withSlotsFor(active, 0);
  }

  private static Active redeployed(Active active, Deployed event) {
    var templates = new TreeMap<>(active.templates());
    event.template().ifPresent(template -> templates.put(event.revision(), template));
    var next =
        new Active(
            active.id(),
            active.former(),
            Mode.RUNNING,
            active.suspended(),
            event.replicas(),
            event.labels(),
            event.revision(),
            templates,
            active.slots());
    return withSlotsFor(next, firstIdle(active));
  }

  /// What was stopped or is being removed does not come back with its project.
  private static Active resumed(Active active) {
    return active.wantsPods() ? withSlotsFor(active, 0) : active;
  }

  /// From this index on no pod was wanted: whatever runs there is on its way out.
  private static int firstIdle(Active before) {
    return before.wantsPods() ? before.replicas() : 0;
  }

  /// Slots from `first` on start anew, with the newest revision at once.
  private static Active withSlotsFor(Active active, int first) {
    var slots = active.slots();
    for (var index = first; index < active.replicas(); index++) {
      slots = slots.with(index, Slot.fresh(active.revision()));
    }
    return withoutOldTemplates(active.withSlots(slots));
  }

  private static Active updated(Active active, int index, int to) {
    var slot = active.slots().get(index).orElseGet(() -> Slot.fresh(to));
    return active.withSlots(active.slots().with(index, slot.updatedTo(to)));
  }

  private static Active reported(Active active, PodReport report) {
    if (report.phase() == Phase.GONE) {
      return withoutOldTemplates(active.withSlots(active.slots().without(report.index())));
    }
    var slot = active.slots().get(report.index()).orElseGet(() -> Slot.fresh(report.revision()));
    return withoutOldTemplates(
        active.withSlots(active.slots().with(report.index(), slot.reported(report))));
  }

  /// Templates that no slot needs any more stay in their events only.
  private static Active withoutOldTemplates(Active active) {
    if (active.templates().size() == 1) return active;
    var used = new HashSet<Integer>();
    used.add(active.revision());
    active.slots().forEach((_, slot) -> used.add(slot.revision()));
    var kept = new TreeMap<Integer, PodTemplate>(active.templates());
    kept.keySet().retainAll(used);
    return new Active(
        active.id(),
        active.former(),
        active.mode(),
        active.suspended(),
        active.replicas(),
        active.labels(),
        active.revision(),
        kept,
        active.slots());
  }
}
