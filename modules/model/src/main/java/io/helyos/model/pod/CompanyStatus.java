package io.helyos.model.pod;

import io.helyos.model.pod.Companion.Stand;
import io.helyos.model.pod.Health.Liveness;
import io.helyos.model.pod.Part.Role;
import io.helyos.model.pod.PodReport.Phase;
import java.util.Optional;

/// How a pod of several shows what stands in its way in one of its companions. The trouble of its
/// own container comes first: a pod is what that is.
final class CompanyStatus {
  private CompanyStatus() {}

  /// The companion that the pod's status is about; empty when it is about its own container.
  static Optional<Companion> lacking(Pod pod) {
    return switch (pod) {
      case Pod.Creating(var life, _) -> lacking(life);
      case Pod.Running(var life, _, _, var health) ->
          health.liveness() == Liveness.HEALTHY && health.ready()
              ? lacking(life)
              : Optional.empty();
      case Pod.Absent _,
          Pod.Pending _,
          Pod.Reserving _,
          Pod.BackingOff _,
          Pod.Stopping _,
          Pod.Stopped _,
          Pod.Failed _ ->
          Optional.empty();
    };
  }

  private static Optional<Companion> lacking(Life life) {
    return life.company().flatMap(Company::lacking);
  }

  static PodStatus status(Companion companion) {
    return switch (companion.stand()) {
      case Stand.Awaited() -> starting(companion);
      case Stand.Up(_, var health) ->
          companion.is(Role.INIT)
              ? starting(companion)
              : switch (health.liveness()) {
                case HEALTHY -> PodStatus.RUNNING;
                case STARTING -> starting(companion);
                case UNHEALTHY -> PodStatus.RESTARTING;
              };
      case Stand.BackingOff _ ->
          companion.pullFailures() > 0
              ? PodStatus.CREATING
              : PodStatus.waiting(companion.restarts());
      case Stand.Done _ -> PodStatus.RUNNING;
      case Stand.Gone() -> PodStatus.STOPPING;
    };
  }

  private static PodStatus starting(Companion companion) {
    return companion.restarts() > 0 ? PodStatus.RESTARTING : PodStatus.CREATING;
  }

  static Phase phase(Companion companion) {
    return switch (status(companion)) {
      case CREATING, PENDING -> Phase.PENDING;
      // The pod's own container runs: there is something that gets no traffic.
      case RUNNING -> Phase.UNREADY;
      case RESTARTING -> Phase.RESTARTING;
      case CRASH_LOOP_BACKOFF -> Phase.CRASHLOOP;
      case STOPPING, STOPPED, FAILED -> Phase.PENDING;
    };
  }

  static Optional<Trouble> trouble(Companion companion) {
    return switch (companion.stand()) {
      case Stand.Awaited() -> companion.last();
      case Stand.Up _ when companion.is(Role.INIT) ->
          Optional.of(
              new Trouble(
                  "Initializing",
                  "Init container %s runs; the others start when it has succeeded."
                      .formatted(companion.name())));
      case Stand.Up(_, var health) ->
          PodStatus.trouble(health).map(why -> why.ofContainer(companion.name()));
      case Stand.BackingOff(var why, _) -> Optional.of(why);
      case Stand.Done(var why, _) -> Optional.of(why);
      case Stand.Gone() -> Optional.empty();
    };
  }
}
