package io.helyos.model.template;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The container that holds the network of a pod of several: it only sleeps, so that the others
/// come and go without the pod's address.
public final class Holder {
  /// Its name in the pod; no other container may have it.
  public static final String NAME = "infra";

  /// Its image. No registry has it: whoever runs containers makes it when it is missing.
  public static final String IMAGE = "helyos.local/holder:1";

  /// The only file in that image, and what it runs.
  public static final String PROGRAM = "/hold";

  /// A process that only sleeps has nothing to put in order.
  public static final StopPolicy STOP = new StopPolicy(Duration.ZERO, "SIGKILL");

  private static final Isolation NO_RIGHTS =
      new Isolation(List.of(), List.of("ALL"), List.of(), true);

  private Holder() {}

  /// What it runs for a pod. The pod's network and its host name are its own, the other containers
  /// share them.
  static PodTemplate of(PodTemplate pod) {
    return new PodTemplate(
        IMAGE,
        new ProcessSpec(
            List.of(PROGRAM),
            List.of(),
            Map.of(),
            Optional.of("65534:65534"),
            Optional.empty(),
            pod.process().hostname(),
            false),
        List.of(),
        List.of(),
        pod.network(),
        Resources.UNLIMITED,
        RestartPolicy.ALWAYS,
        pod.backoff(),
        STOP,
        PullPolicy.MISSING,
        NO_RIGHTS,
        Optional.empty(),
        Optional.empty());
  }
}
