package io.helyos.model;

import java.util.Optional;

/// The place of one container in a pod: the pod's own, or that of a companion by its name.
///
/// @param companion empty for the pod's own container
public record Seat(PodId pod, Optional<String> companion) {
  /// The place of a pod's own container, which is the only one of most pods.
  public static Seat of(PodId pod) {
    return new Seat(pod, Optional.empty());
  }

  /// The name of the container in it: the pod's name, or that and its own behind a dot.
  public String containerName() {
    return pod.podName() + companion.map(name -> "." + name).orElse("");
  }

  @Override
  public String toString() {
    return pod + companion.map(name -> "/" + name).orElse("");
  }
}
