package io.helyos.model.pod;

import io.helyos.model.pod.Companion.Stand;
import io.helyos.model.pod.Part.Role;
import io.helyos.model.pod.PodEvent.CompanionBegun;
import io.helyos.model.pod.PodEvent.CompanionExited;
import io.helyos.model.pod.PodEvent.CompanionGone;
import io.helyos.model.pod.PodEvent.CompanionHealthChanged;
import io.helyos.model.pod.PodEvent.CompanionRestartsReset;
import io.helyos.model.pod.PodEvent.CompanionStartFailed;
import io.helyos.model.pod.PodEvent.CompanionStarted;
import io.helyos.model.pod.PodEvent.OfCompanion;
import java.time.Instant;
import java.util.Optional;

/// What each event of a companion means for it and for its pod.
final class CompanionEvolution {
  private CompanionEvolution() {}

  static Pod after(Pod pod, OfCompanion event) {
    var life = pod.lived().orElseThrow(() -> impossible(pod, event));
    var companion = life.companion(event.companion()).orElseThrow(() -> impossible(pod, event));
    var next = next(companion, event);
    var known = PodEvolution.with(pod, among(life, next));
    if (hasLeft(companion, next)) return unheld(known, life);
    return next.is(Role.INIT) && next.stand() instanceof Stand.Done(var why, var failed) && failed
        ? ended(known, why)
        : known;
  }

  /// Whether the network that all share has gone with the holder's container.
  private static boolean hasLeft(Companion before, Companion next) {
    return before.is(Role.HOLDER)
        && before.up().isPresent()
        && !before
            .up()
            .map(up -> up.container().id())
            .equals(next.up().map(up -> up.container().id()));
  }

  private static Life among(Life life, Companion changed) {
    return life.among(life.company().map(all -> all.with(changed)));
  }

  private static Companion next(Companion before, OfCompanion event) {
    return switch (event) {
      case CompanionStarted(_, _, _, var container) -> before.started(container);
      case CompanionHealthChanged news -> before.standing(changed(before, news));
      case CompanionExited(_, _, var name, var exit, var restarts, var due) -> {
        var why = PodEnded.why(exit).ofContainer(name);
        yield before
            .counting(restarts, 0)
            .ending(why, ended(why, due, exit.code() != 0 || exit.oomKilled()));
      }
      case CompanionStartFailed failed -> {
        var why =
            new Trouble(
                    PodEnded.reasonOf(failed.failure(), failed.pullFailures()), failed.message())
                .ofContainer(failed.companion());
        yield before
            .counting(failed.restarts(), failed.pullFailures())
            .ending(why, ended(why, failed.retryAt(), true));
      }
      case CompanionBegun(_, var attempt, _) -> before.begun(attempt);
      case CompanionRestartsReset _ -> before.counting(0, before.pullFailures());
      case CompanionGone _ -> before.standing(new Stand.Gone());
    };
  }

  private static Stand changed(Companion before, CompanionHealthChanged news) {
    return before
        .up()
        .<Stand>map(up ->
            new Stand.Up(
                up.container(),
                up.health().becoming(news.liveness(), news.ready(), news.answer(), news.at())))
        .orElseGet(before::stand);
  }

  private static Stand ended(Trouble why, Optional<Instant> due, boolean failed) {
    return due.<Stand>map(at -> new Stand.BackingOff(why, at))
        .orElseGet(() -> new Stand.Done(why, failed));
  }

  /// With its holder the network is gone, and whatever ran in it starts anew.
  ///
  /// @param before with a holder still
  private static Pod unheld(Pod pod, Life before) {
    var company = before.company().orElseThrow();
    var holder = pod.lived().flatMap(Life::company).orElseThrow().all().getFirst();
    var anew = before.among(Optional.of(company.unheld().with(holder)));
    return switch (pod) {
      case Pod.Running(_, var at, _, _) -> new Pod.Creating(anew.atAttempt(anew.attempt() + 1), at);
      case Pod.Creating(_, var at) when company.isReadied() ->
          new Pod.Creating(anew.atAttempt(anew.attempt() + 1), at);
      case Pod.Creating _, Pod.BackingOff _ -> PodEvolution.with(pod, anew);
      case Pod.Absent _,
          Pod.Pending _,
          Pod.Reserving _,
          Pod.Stopping _,
          Pod.Stopped _,
          Pod.Failed _ ->
          pod;
    };
  }

  /// An init container that has failed for good: nothing else will ever run.
  private static Pod ended(Pod pod, Trouble why) {
    var life = pod.lived().orElseThrow().ending(why);
    return pod.placed().<Pod>map(at -> new Pod.Failed(life, at, why)).orElse(pod);
  }

  private static IllegalStateException impossible(Pod pod, OfCompanion event) {
    return new IllegalStateException("%s cannot follow %s".formatted(event, pod));
  }
}
