package io.helyos.http.events;

import static io.helyos.http.events.EventWords.say;

import io.helyos.model.deployment.Failure;
import io.helyos.model.deployment.RolloutEvent;
import java.util.List;
import java.util.stream.Collectors;

/// What happened in a rollout, in words.
final class RolloutWords {
  private RolloutWords() {}

  static EventWords of(RolloutEvent event) {
    return switch (event) {
      case RolloutEvent.Restarted(_, var revision, _) ->
          say("restarted", "All pods are made anew, as revision %d.".formatted(revision));
      case RolloutEvent.RolledBack(var from, var to, var automatic, _) ->
          say(
              "rolled back",
              "It goes back from revision %d to %d%s."
                  .formatted(from, to, automatic ? ", which has worked" : ""));
      case RolloutEvent.RolloutBegun(var revision, _) ->
          say("rollout begun", "The pods start with revision %d.".formatted(revision));
      case RolloutEvent.RolloutPaused(var left) ->
          say("rollout paused", "%d s of its deadline are left.".formatted(left.toSeconds()));
      case RolloutEvent.RolloutResumed _ -> say("rollout resumed", "The rollout goes on.");
      case RolloutEvent.RolloutStopped(var revision, var why) ->
          say(
              "rollout stopped",
              "Revision %d is given to no more pods: %s".formatted(revision, cause(why)));
      case RolloutEvent.RolloutCompleted(var revision) ->
          say("rollout completed", "All pods run revision %d.".formatted(revision));
      case RolloutEvent.SurgeBegun(var index, var revision) ->
          say("surge", "Pod %d is added for the rollout to %d.".formatted(index, revision));
      case RolloutEvent.SurgeEnded(var index) ->
          say("surge ended", "Pod %d is not needed any more.".formatted(index));
      case RolloutEvent.SurgeRefused(var index, var why) ->
          say(
              "surge refused",
              "No node takes pod %d beside the others, so a pod stops first: %s"
                  .formatted(index, why));
      case RolloutEvent.PodLeaving(var index, _) ->
          say("leaving", "Pod %d goes elsewhere when it can be spared.".formatted(index));
      case RolloutEvent.PodStaying(var index, _) ->
          say("staying", "Pod %d stays where it is.".formatted(index));
      case RolloutEvent.PodsProven(var indexes, _) ->
          say("proven", "Ready for long enough: %s.".formatted(pods(indexes)));
    };
  }

  private static String pods(List<Integer> indexes) {
    return indexes.stream().map(index -> "pod " + index).collect(Collectors.joining(", "));
  }

  /// Why a rollout has failed, with what its pod said last.
  private static String cause(Failure failure) {
    var pod = failure.index().map(index -> "pod " + index).orElse("no pod");
    var why = failure.why().map(trouble -> " " + trouble.message()).orElse("");
    return switch (failure.cause()) {
      case RESTARTS -> pod + " was restarted too often before it was ready." + why;
      case ENDED -> pod + " has ended and is not started again." + why;
      case IMAGE -> "the image of " + pod + " cannot be had." + why;
      case DEADLINE ->
          failure.index().isPresent()
              ? pod + " was not ready in time." + why
              : "nothing has moved for as long as progressDeadline allows." + why;
    };
  }
}
