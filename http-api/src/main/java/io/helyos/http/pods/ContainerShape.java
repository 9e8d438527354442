package io.helyos.http.pods;

import io.helyos.contract.resource.ContainerResource;
import io.helyos.contract.resource.PodStatus;
import io.helyos.model.pod.Companion;
import io.helyos.model.pod.Companion.Stand;
import io.helyos.model.pod.Health;
import io.helyos.model.pod.Health.Liveness;
import io.helyos.model.pod.Life;
import io.helyos.model.pod.Part.Role;
import io.helyos.model.pod.Pod;
import io.helyos.model.pod.Trouble;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// The containers of a pod of several: its own first, then the others in the order in which they
/// start.
final class ContainerShape {
  private ContainerShape() {}

  static List<ContainerResource> of(Pod pod) {
    return pod.lived()
        .flatMap(life ->
            life.company()
                .map(company ->
                    Stream.concat(
                            Stream.of(own(pod, life)),
                            company.all().stream().map(it -> companion(pod, it)))
                        .toList()))
        .orElse(List.of());
  }

  private static ContainerResource own(Pod pod, Life life) {
    var running = pod instanceof Pod.Running it ? Optional.of(it) : Optional.<Pod.Running>empty();
    var trouble = running.isPresent() ? Optional.<Trouble>empty() : life.last();
    return new ContainerResource(
        life.assignment().pod().deployment(),
        "own",
        own(pod),
        running.filter(it -> it.health().ready()).isPresent(),
        life.attempt(),
        life.restarts(),
        running.map(it -> it.container().id()).orElse(null),
        trouble.map(Trouble::reason).orElse(""),
        trouble.map(Trouble::message).orElse(""),
        life.last().flatMap(Trouble::exitCode).orElse(null),
        running.map(it -> it.container().startedAt()).orElse(null));
  }

  private static PodStatus own(Pod pod) {
    return switch (pod) {
      case Pod.Absent _, Pod.Pending _, Pod.Reserving _ -> PodStatus.PENDING;
      case Pod.Creating _ -> PodStatus.CREATING;
      case Pod.Running(_, _, _, var health) -> of(health);
      case Pod.BackingOff _ -> PodStatus.RESTARTING;
      case Pod.Stopping _ -> PodStatus.STOPPING;
      case Pod.Stopped _ -> PodStatus.STOPPED;
      case Pod.Failed _ -> PodStatus.FAILED;
    };
  }

  private static PodStatus of(Health health) {
    return switch (health.liveness()) {
      case STARTING -> PodStatus.CREATING;
      case HEALTHY -> PodStatus.RUNNING;
      case UNHEALTHY -> PodStatus.RESTARTING;
    };
  }

  private static ContainerResource companion(Pod pod, Companion companion) {
    var up = companion.up().filter(_ -> isLiving(pod));
    var trouble = up.isPresent() ? Optional.<Trouble>empty() : companion.last();
    return new ContainerResource(
        companion.name(),
        companion.part().role().name().toLowerCase(Locale.ROOT),
        status(pod, companion),
        up.filter(it -> isReady(companion, it.health())).isPresent(),
        companion.attempt(),
        companion.restarts(),
        up.map(it -> it.container().id()).orElse(null),
        trouble.map(Trouble::reason).orElse(""),
        trouble.map(Trouble::message).orElse(""),
        companion.last().flatMap(Trouble::exitCode).orElse(null),
        up.map(it -> it.container().startedAt()).orElse(null));
  }

  private static boolean isReady(Companion companion, Health health) {
    return companion.part().role() != Role.INIT
        && health.liveness() == Liveness.HEALTHY
        && health.ready();
  }

  /// With its pod at an end nothing of it runs.
  private static boolean isLiving(Pod pod) {
    return switch (pod) {
      case Pod.Absent _, Pod.Pending _, Pod.Reserving _, Pod.Stopped _, Pod.Failed _ -> false;
      case Pod.Creating _, Pod.Running _, Pod.BackingOff _, Pod.Stopping _ -> true;
    };
  }

  private static PodStatus status(Pod pod, Companion companion) {
    return switch (companion.stand()) {
      case Stand.Awaited() -> PodStatus.PENDING;
      case Stand.Up(_, var health) -> isLiving(pod) ? of(health) : PodStatus.STOPPED;
      case Stand.BackingOff _ -> PodStatus.RESTARTING;
      case Stand.Done(_, var failed) -> failed ? PodStatus.FAILED : PodStatus.STOPPED;
      case Stand.Gone() -> PodStatus.STOPPED;
    };
  }
}
