package io.helyos.cli.deploy;

import io.helyos.contract.resource.RolloutFailure;
import io.helyos.contract.resource.RolloutResource;
import io.helyos.contract.resource.RolloutState;
import java.util.List;
import java.util.Optional;

/// How a rollout ended that did not come to its end.
///
/// @param word for programs
/// @param sentence for people
/// @param pod that shows why, empty when none does
record FailedRollout(String word, String sentence, String pod, List<String> lastLines) {
  /// Empty when the daemon goes on with it, or knows of none.
  static Optional<FailedRollout> of(Rollout rollout) {
    return rollout.now().map(it -> it.rollout()).flatMap(it -> of(rollout, it));
  }

  private static Optional<FailedRollout> of(Rollout rollout, RolloutResource now) {
    var failure = Optional.ofNullable(now.failure());
    if (rollout.isRolledBack()) {
      return Optional.of(
          told(
              "rolled-back",
              "%s was rolled back to revision %d".formatted(rollout.name(), now.revision()),
              failure));
    }
    if (now.state() == RolloutState.STOPPED) {
      return Optional.of(
          told("stopped", "the rollout of %s has stopped".formatted(rollout.name()), failure));
    }
    if (now.state() == RolloutState.PAUSED) {
      var sentence =
          "the rollout of %s is paused; helyos rollout resume %s -p %s goes on"
              .formatted(rollout.name(), rollout.name(), rollout.project());
      return Optional.of(told("paused", sentence, Optional.empty()));
    }
    return Optional.empty();
  }

  private static FailedRollout told(
      String word, String sentence, Optional<RolloutFailure> failure) {
    return new FailedRollout(
        word,
        sentence + failure.map(it -> ": " + it.message()).orElse(""),
        failure.flatMap(it -> Optional.ofNullable(it.pod())).orElse(""),
        failure.map(RolloutFailure::lastLines).orElse(List.of()));
  }
}
