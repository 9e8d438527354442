package io.helyos.contract.resource;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a deploy would do to the pods.
///
/// @param change `created`, `updated` or `unchanged`
/// @param steps in this order; those of a round happen together
/// @param whole whether these are all steps
public record PlanResource(String change, List<Step> steps, boolean whole) {
  public PlanResource {
    steps = Absent.list(steps);
  }

  /// One step.
  ///
  /// @param action `add`, `replace` or `remove`
  /// @param node where the pod would go by what is known now, null when nowhere
  /// @param why no node takes it, empty when one does
  public record Step(
      int round, String action, String pod, long revision, @Nullable String node, String why) {}
}
