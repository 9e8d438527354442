package io.helyos.model.deployment;

import io.helyos.model.pod.Trouble;
import java.util.Optional;

/// Why a rollout did not come to its end.
///
/// @param index of the pod that shows it, empty when there is none
/// @param why that pod does not run, as far as it said
public record Failure(Cause cause, Optional<Integer> index, Optional<Trouble> why) {
  public enum Cause {
    /// A new pod was restarted too often before it was ready.
    RESTARTS,
    /// A new pod has ended, and its restart policy wants no further attempt.
    ENDED,
    /// The image of a new pod cannot be had.
    IMAGE,
    /// Nothing moved for as long as the policy allows.
    DEADLINE
  }
}
