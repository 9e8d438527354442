package io.helyos.http.events;

import static io.helyos.http.events.EventWords.say;

import io.helyos.model.pod.PodEvent;

/// What happened to one of several containers of a pod, in words. The same as of a pod's own, with
/// the container's name before it.
final class CompanionWords {
  private CompanionWords() {}

  static EventWords of(PodEvent.OfCompanion event) {
    var words =
        switch (event) {
          case PodEvent.CompanionStarted(_, var attempt, _, _) ->
              say("started", "It runs (attempt %d).".formatted(attempt));
          case PodEvent.CompanionHealthChanged changed ->
              PodWords.health(changed.liveness(), changed.ready(), changed.answer());
          case PodEvent.CompanionExited(_, _, _, var exit, _, _) -> PodWords.exited(exit);
          case PodEvent.CompanionStartFailed failed ->
              say("failed", "It did not start: %s".formatted(failed.message()));
          case PodEvent.CompanionBegun(_, var attempt, _) ->
              say("restarting", "Attempt %d begins.".formatted(attempt));
          case PodEvent.CompanionRestartsReset _ ->
              say("steady", "It has run long enough for its restarts to be forgotten.");
          case PodEvent.CompanionGone _ -> say("leaving", "Nothing is left of it.");
        };
    return say(words.action(), "Container %s: %s".formatted(event.companion(), words.message()));
  }
}
