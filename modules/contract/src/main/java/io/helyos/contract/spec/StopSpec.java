package io.helyos.contract.spec;

import java.time.Duration;
import java.util.List;

/// How a container is asked to end: out of traffic, drain, preStop, signal, grace, kill.
///
/// @param signal with its prefix, such as `SIGTERM`
public record StopSpec(Duration grace, String signal, Duration drain, List<String> preStop) {
  public static final StopSpec DEFAULT =
      new StopSpec(Duration.ofSeconds(10), "SIGTERM", Duration.ZERO, List.of());

  public StopSpec {
    preStop = List.copyOf(preStop);
  }
}
