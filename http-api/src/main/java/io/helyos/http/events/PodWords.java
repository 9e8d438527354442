package io.helyos.http.events;

import static io.helyos.http.events.EventWords.say;

import io.helyos.model.pod.Exit;
import io.helyos.model.pod.Health;
import io.helyos.model.pod.PodEvent;
import java.util.List;
import java.util.Optional;

/// What happened to a pod, in words. Existing clients know `started`, `died` and `OOMKilled`.
final class PodWords {
  private static final int LONGEST_COMMAND = 80;

  private PodWords() {}

  static EventWords of(PodEvent event) {
    return switch (event) {
      case PodEvent.PodAssigned(var assignment, _) ->
          say("assigned", "It is to run revision %d.".formatted(assignment.revision()));
      case PodEvent.PlacementChosen(_, var node, _, _) ->
          say("chosen", "Node %s was chosen for it.".formatted(node));
      case PodEvent.PodUnplaceable _ -> say("unplaceable", "No node takes it.");
      case PodEvent.PodPlaced(_, var node, _) ->
          say("placed", "Node %s has granted room.".formatted(node));
      case PodEvent.PlacementRefused(_, var node, var reason) ->
          say("refused", "Node %s refused it: %s.".formatted(node, reason));
      case PodEvent.ReservationReturned(_, var node) ->
          say("released", "Node %s has its room back.".formatted(node));
      case PodEvent.PodStarted(_, var attempt, _) ->
          say("started", "The container runs (attempt %d).".formatted(attempt));
      case PodEvent.HealthChanged changed -> health(changed);
      case PodEvent.PodExited(_, _, var exit, _, _) -> exited(exit);
      case PodEvent.PodStartFailed failed ->
          say("failed", "The container did not start: %s".formatted(failed.message()));
      case PodEvent.AttemptBegun(_, var attempt) ->
          say("restarting", "Attempt %d begins.".formatted(attempt));
      case PodEvent.RestartsReset _ ->
          say("steady", "It has run long enough for its restarts to be forgotten.");
      case PodEvent.PodStopping(_, _, var drain) -> stopping(drain.isPresent());
      case PodEvent.NodeGivenUp(_, var node) ->
          say("lost", "Node %s does not answer, and is not waited for.".formatted(node));
      case PodEvent.ExecOpened(_, _, _, _, var command, _, _) ->
          say("exec", "A user runs `%s` in it.".formatted(shown(command)));
      case PodEvent.ExecClosed(_, _, _, var code, var why) -> execEnded(code, why);
      case PodEvent.CopyOpened(_, _, _, _, var into, var path) -> copy(into, path);
      case PodEvent.CopyClosed(_, _, _, var bytes, var why) -> copyEnded(bytes, why);
      case PodEvent.PodVacated _ -> say("gone", "Nothing is left of it on its node.");
      case PodEvent.OwnContainerGone _ -> say("leaving", "Nothing is left of its own container.");
      case PodEvent.OfCompanion companion -> CompanionWords.of(companion);
    };
  }

  private static EventWords execEnded(Optional<Integer> code, String why) {
    return say(
        "exec-ended",
        code.map("A user's command ended with exit code %d."::formatted)
            .orElse("A user's command is over: " + why));
  }

  private static EventWords copy(boolean into, String path) {
    return say("copy", "A user copies files %s %s.".formatted(into ? "into" : "out of", path));
  }

  private static EventWords copyEnded(long bytes, String why) {
    return say(
        "copy-ended",
        why.isEmpty()
            ? "A user has copied %d bytes.".formatted(bytes)
            : "A user's copying broke off after %d bytes: %s".formatted(bytes, why));
  }

  private static EventWords stopping(boolean drains) {
    return say(
        "stopping",
        drains
            ? "Its traffic is to leave; then the container is taken down."
            : "The container is being taken down.");
  }

  /// As much of a command as fits on a line.
  private static String shown(List<String> command) {
    var words = String.join(" ", command).replaceAll("\\s+", " ");
    return words.length() > LONGEST_COMMAND ? words.substring(0, LONGEST_COMMAND) + "..." : words;
  }

  private static EventWords health(PodEvent.HealthChanged changed) {
    return health(changed.liveness(), changed.ready(), changed.answer());
  }

  static EventWords health(Health.Liveness liveness, boolean ready, String said) {
    var answer = said.isEmpty() ? "" : " It said: " + said;
    return switch (liveness) {
      case HEALTHY ->
          ready
              ? say("healthy", "It passes its checks." + answer)
              : say("unready", "It runs, and does not pass its readiness check." + answer);
      case STARTING -> say("starting", "Its healthcheck has not passed yet." + answer);
      case UNHEALTHY -> say("unhealthy", "Its healthcheck has failed." + answer);
    };
  }

  static EventWords exited(Exit exit) {
    if (exit.unhealthy().isPresent()) {
      return say("died", "The container was ended, because its healthcheck had failed.");
    }
    return exit.oomKilled()
        ? say("OOMKilled", "The container used more memory than its limit.")
        : say("died", "The container ended with exit code %d.".formatted(exit.code()));
  }
}
