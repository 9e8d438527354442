package io.helyos.model.pod;

import io.helyos.model.pod.Companion.Stand;
import io.helyos.model.pod.Part.Role;
import io.helyos.model.pod.PodCommand.EndBackoff;
import io.helyos.model.pod.PodCommand.OfCompanion;
import io.helyos.model.pod.PodCommand.ResetRestarts;
import io.helyos.model.pod.PodEffect.EnsureEnded;
import io.helyos.model.pod.PodEffect.EnsureGone;
import io.helyos.model.pod.PodEffect.EnsureRunning;
import io.helyos.model.pod.PodEffect.WakeAt;
import io.helyos.model.template.Holder;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What must be true outside for the companions of a pod in each of its states. Who is not due yet
/// is only kept from running; the order in which they start follows from nothing else.
final class CompanyEffects {
  private CompanyEffects() {}

  static List<PodEffect> of(Pod pod) {
    var company = pod.lived().flatMap(Life::company);
    return company.map(all -> of(pod, all)).orElse(List.of());
  }

  private static List<PodEffect> of(Pod pod, Company company) {
    return switch (pod) {
      case Pod.Absent _, Pod.Pending _, Pod.Reserving _ -> List.of();
      case Pod.Creating(var life, var at) -> living(life, company, at);
      case Pod.Running(var life, var at, _, _) -> living(life, company, at);
      case Pod.BackingOff(var life, var at, _, _) -> living(life, company, at);
      case Pod.Stopping(var life, var at, _, var drain) ->
          leaving(life, company, at, drain.map(Pod.Drain::since));
      case Pod.Stopped(var life, var at, _) ->
          at.map(place -> ending(life, company, place)).orElse(List.of());
      case Pod.Failed(var life, var at, _) -> ending(life, company, at);
    };
  }

  /// The pod's own container has its turn as well.
  static Optional<PodEffect> ofOwn(Life life, Company company, Placement at) {
    if (company.isReadied()) return Optional.of(PodEffects.running(life, at));
    return life.attempt() > 1
        ? Optional.of(ended(life, at, life.attempt() - 1, Optional.empty()))
        : Optional.empty();
  }

  private static List<PodEffect> living(Life life, Company company, Placement at) {
    return company.all().stream().flatMap(c -> living(life, company, c, at)).toList();
  }

  private static Stream<PodEffect> living(
      Life life, Company company, Companion companion, Placement at) {
    return switch (companion.stand()) {
      case Stand.Awaited() when company.isDue(companion) -> Stream.of(running(life, companion, at));
      // The network that it ran in has ended; what is left of it there is not to go on.
      case Stand.Awaited() when companion.attempt() > 1 ->
          Stream.of(ended(life, at, companion.attempt() - 1, Optional.of(companion.name())));
      case Stand.Awaited() -> Stream.of();
      case Stand.Up(_, var health) ->
          Stream.concat(
              Stream.of(running(life, companion, at)), reset(life, companion, health).stream());
      case Stand.BackingOff(_, var until) ->
          Stream.of(
              new WakeAt(
                  until,
                  new OfCompanion(
                      companion.name(), new EndBackoff(life.incarnation(), companion.attempt()))));
      case Stand.Done _, Stand.Gone _ -> Stream.of();
    };
  }

  private static Optional<PodEffect> reset(Life life, Companion companion, Health health) {
    return companion.restarts() > 0 && health.liveness() == Health.Liveness.HEALTHY
        ? Optional.of(
            new WakeAt(
                health.since().plus(NextAttempt.HEALTHY),
                new OfCompanion(
                    companion.name(), new ResetRestarts(life.incarnation(), companion.attempt()))))
        : Optional.empty();
  }

  private static PodEffect running(Life life, Companion companion, Placement at) {
    return new EnsureRunning(
        life.assignment().pod(),
        at.node(),
        life.incarnation(),
        companion.attempt(),
        companion.restarts(),
        companion.pullFailures(),
        life.assignment().revision(),
        companion.is(Role.HOLDER) ? at.ports() : List.of(),
        Optional.of(companion.name()));
  }

  /// The pod's own container has come to its end, and the pod with it.
  private static List<PodEffect> ending(Life life, Company company, Placement at) {
    return company.all().stream()
        .flatMap(c -> over(c).map(n -> ended(life, at, n, Optional.of(c.name()))).stream())
        .toList();
  }

  /// The attempt that is to be over; empty when all of it is.
  private static Optional<Integer> over(Companion companion) {
    return switch (companion.stand()) {
      case Stand.Awaited _, Stand.Up _ -> Optional.of(companion.attempt());
      // The agent would begin the next one, were nobody there to tell it otherwise.
      case Stand.BackingOff _ -> Optional.of(companion.attempt() + 1);
      case Stand.Done _, Stand.Gone _ -> Optional.empty();
    };
  }

  private static PodEffect ended(Life life, Placement at, int attempt, Optional<String> companion) {
    return new EnsureEnded(
        life.assignment().pod(),
        at.node(),
        life.incarnation(),
        attempt,
        life.assignment().revision(),
        companion);
  }

  /// The holder leaves last: to the end the others have their network.
  private static List<PodEffect> leaving(
      Life life, Company company, Placement at, Optional<Instant> drainSince) {
    return company.all().stream()
        .filter(c -> c.is(Role.HOLDER) ? company.isDeserted() : !c.isGone())
        .<PodEffect>map(c ->
            new EnsureGone(
                life.assignment().pod(),
                at.node(),
                life.incarnation(),
                c.is(Role.HOLDER) ? Holder.STOP : life.assignment().stop(),
                c.is(Role.HOLDER) ? Optional.empty() : drainSince,
                Optional.of(c.name())))
        .toList();
  }
}
