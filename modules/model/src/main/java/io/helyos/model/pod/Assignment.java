package io.helyos.model.pod;

import io.helyos.model.PodId;
import io.helyos.model.template.Backoff;
import io.helyos.model.template.RestartPolicy;
import io.helyos.model.template.StopPolicy;
import java.util.List;
import java.util.Optional;

/// What a deployment wants a slot to run. The template itself stays in the deployment's revision;
/// only what the pod decides with is copied.
///
/// @param checked whether its container has a liveness check
/// @param gated whether its container has a readiness check of its own
/// @param parts its companions in the order in which they start; empty for a pod of one container
/// @param left the last incarnation that had to leave its node; another one is to be begun
public record Assignment(
    PodId pod,
    int revision,
    String image,
    Needs needs,
    RestartPolicy restart,
    Backoff backoff,
    StopPolicy stop,
    boolean checked,
    boolean gated,
    Optional<List<Part>> parts,
    Optional<Long> left) {
  public Assignment {
    parts = parts.map(List::copyOf);
  }

  /// Of a pod that never had to leave a node.
  public Assignment(
      PodId pod,
      int revision,
      String image,
      Needs needs,
      RestartPolicy restart,
      Backoff backoff,
      StopPolicy stop,
      boolean checked,
      boolean gated,
      Optional<List<Part>> parts) {
    this(
        pod,
        revision,
        image,
        needs,
        restart,
        backoff,
        stop,
        checked,
        gated,
        parts,
        Optional.empty());
  }

  /// Of a pod of one container.
  public Assignment(
      PodId pod,
      int revision,
      String image,
      Needs needs,
      RestartPolicy restart,
      Backoff backoff,
      StopPolicy stop,
      boolean checked,
      boolean gated) {
    this(pod, revision, image, needs, restart, backoff, stop, checked, gated, Optional.empty());
  }

  /// The same for a slot that belongs to a node.
  public Assignment on(String node) {
    return new Assignment(
        pod, revision, image, needs.on(node), restart, backoff, stop, checked, gated, parts, left);
  }

  /// The same after a life that had to leave its node.
  public Assignment after(Optional<Long> last) {
    return new Assignment(
        pod, revision, image, needs, restart, backoff, stop, checked, gated, parts, last);
  }

  /// The same for another slot.
  public Assignment at(PodId slot) {
    return new Assignment(
        slot, revision, image, needs, restart, backoff, stop, checked, gated, parts, left);
  }
}
