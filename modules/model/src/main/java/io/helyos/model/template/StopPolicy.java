package io.helyos.model.template;

import java.time.Duration;

/// How a container is asked to end: the signal, then the grace, then SIGKILL.
public record StopPolicy(Duration grace, String signal) {
  public static final StopPolicy DEFAULT = new StopPolicy(Duration.ofSeconds(10), "SIGTERM");
}
