package io.helyos.contract.resource;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// Where a deployment stands as a whole; the same lower-case word in JSON and in tables.
public enum DeploymentStatus {
  PENDING,
  RUNNING,
  DEGRADED,
  STOPPED,
  FAILED;

  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  @JsonCreator
  public static DeploymentStatus of(String word) {
    for (var status : values()) if (status.word().equals(word)) return status;
    throw new IllegalArgumentException("Expected the status of a deployment, found: " + word);
  }
}
