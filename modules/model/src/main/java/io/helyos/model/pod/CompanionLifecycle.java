package io.helyos.model.pod;

import static io.helyos.model.Decision.accept;
import static io.helyos.model.Decision.unchanged;

import io.helyos.model.Decision;
import io.helyos.model.pod.Companion.Stand;
import io.helyos.model.pod.Part.Role;
import io.helyos.model.pod.PodCommand.EndBackoff;
import io.helyos.model.pod.PodCommand.OfCompanion;
import io.helyos.model.pod.PodCommand.ReportExited;
import io.helyos.model.pod.PodCommand.ReportGone;
import io.helyos.model.pod.PodCommand.ReportHealth;
import io.helyos.model.pod.PodCommand.ReportStartFailed;
import io.helyos.model.pod.PodCommand.ReportStarted;
import io.helyos.model.pod.PodCommand.ResetRestarts;
import io.helyos.model.pod.PodCommand.Visit;
import io.helyos.model.pod.PodEvent.CompanionBegun;
import io.helyos.model.pod.PodEvent.CompanionGone;
import io.helyos.model.pod.PodEvent.CompanionHealthChanged;
import io.helyos.model.pod.PodEvent.CompanionRestartsReset;
import io.helyos.model.pod.PodEvent.CompanionStarted;
import io.helyos.model.pod.PodEvent.PodVacated;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// What a pod does with news of a companion. Each restarts by itself, by the rules of the pod.
final class CompanionLifecycle {
  private final Pod pod;
  private final OfCompanion told;
  private final Life life;
  private final Companion known;

  private CompanionLifecycle(Pod pod, OfCompanion told, Life life, Companion known) {
    this.pod = pod;
    this.told = told;
    this.life = life;
    this.known = known;
  }

  static Decision<PodEvent> decide(Pod pod, OfCompanion told, Instant now) {
    if (told.news() instanceof Visit wanted) {
      return PodVisits.opened(pod, Optional.of(told.companion()), wanted);
    }
    return pod.lived()
        .flatMap(life ->
            life.companion(told.companion())
                .map(known -> new CompanionLifecycle(pod, told, life, known).decide(now)))
        .orElseGet(() -> PodLifecycle.stale(pod, told));
  }

  private Decision<PodEvent> decide(Instant now) {
    return switch (told.news()) {
      case ReportStarted news ->
          reaching(news.incarnation(), news.attempt(), at -> started(at, news));
      case ReportHealth news ->
          reaching(news.incarnation(), news.attempt(), at -> health(at, news));
      case ReportExited news ->
          reaching(
              news.incarnation(),
              news.attempt(),
              at -> CompanionEndings.exited(life, at, news, now));
      case ReportStartFailed news ->
          reaching(
              news.incarnation(),
              news.attempt(),
              at -> CompanionEndings.startFailed(life, at, news));
      case EndBackoff(var incarnation, var attempt)
          when isAt(incarnation, attempt) && known.stand() instanceof Stand.BackingOff ->
          accept(new CompanionBegun(incarnation, attempt + 1, known.name()));
      case ResetRestarts(var incarnation, var attempt) when isAt(incarnation, attempt) ->
          isHealthy() && known.restarts() > 0
              ? accept(new CompanionRestartsReset(incarnation, attempt, known.name()))
              : unchanged();
      case ReportGone(var incarnation, var node) -> gone(incarnation, node);
      default -> PodLifecycle.stale(pod, told);
    };
  }

  /// News of the present start; of an earlier one, which is late; or of a later one, which the
  /// agent has begun by itself while the pod could not be reached.
  private Decision<PodEvent> reaching(
      long incarnation, int attempt, Function<Companion, List<PodEvent>> then) {
    if (pod.placed().isEmpty() || life.incarnation() != incarnation || attempt < known.attempt()) {
      return PodLifecycle.stale(pod, told);
    }
    if (!isLiving()) return unchanged();
    if (attempt == known.attempt()) return decided(then.apply(known));
    var events = new ArrayList<PodEvent>();
    events.add(new CompanionBegun(incarnation, attempt, known.name()));
    events.addAll(then.apply(known.begun(attempt)));
    return accept(events);
  }

  private static Decision<PodEvent> decided(List<PodEvent> events) {
    return events.isEmpty() ? unchanged() : accept(events);
  }

  /// Whether its pod wants anything of it.
  private boolean isLiving() {
    return switch (pod) {
      case Pod.Creating _, Pod.Running _, Pod.BackingOff _ -> true;
      case Pod.Absent _,
          Pod.Pending _,
          Pod.Reserving _,
          Pod.Stopping _,
          Pod.Stopped _,
          Pod.Failed _ ->
          false;
    };
  }

  private boolean isAt(long incarnation, int attempt) {
    return isLiving() && life.incarnation() == incarnation && known.attempt() == attempt;
  }

  private boolean isHealthy() {
    return known.up().filter(up -> up.health().liveness() == Health.Liveness.HEALTHY).isPresent();
  }

  private static List<PodEvent> started(Companion at, ReportStarted news) {
    List<PodEvent> started =
        List.of(
            new CompanionStarted(news.incarnation(), news.attempt(), at.name(), news.container()));
    return switch (at.stand()) {
      case Stand.Awaited() -> started;
      case Stand.Up(var running, _) ->
          running.id().equals(news.container().id()) ? List.of() : started;
      case Stand.BackingOff _, Stand.Done _, Stand.Gone _ -> List.of();
    };
  }

  private static List<PodEvent> health(Companion at, ReportHealth news) {
    return at.up()
        .map(Stand.Up::health)
        .filter(before ->
            before
                .becoming(news.liveness(), news.ready(), news.answer(), news.at())
                .differsFrom(before))
        .<List<PodEvent>>map(_ ->
            List.of(
                new CompanionHealthChanged(
                    news.incarnation(),
                    news.attempt(),
                    at.name(),
                    news.liveness(),
                    news.ready(),
                    news.answer(),
                    news.at())))
        .orElse(List.of());
  }

  /// With the holder the last of the pod is gone.
  private Decision<PodEvent> gone(long incarnation, String node) {
    if (!(pod instanceof Pod.Stopping(_, var placement, var then, _))
        || life.incarnation() != incarnation
        || !placement.node().equals(node)
        || known.isGone()) {
      return unchanged();
    }
    if (!known.is(Role.HOLDER)) return accept(new CompanionGone(incarnation, known.name()));
    return life.company().filter(Company::isDeserted).isPresent()
        ? accept(new PodVacated(incarnation, then))
        : unchanged();
  }
}
