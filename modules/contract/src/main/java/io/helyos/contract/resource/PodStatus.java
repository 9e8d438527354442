package io.helyos.contract.resource;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// Where a pod stands. Lower case in JSON, CamelCase in tables.
public enum PodStatus {
  PENDING("Pending"),
  CREATING("Creating"),
  RUNNING("Running"),
  STOPPING("Stopping"),
  STOPPED("Stopped"),
  FAILED("Failed"),
  RESTARTING("Restarting"),
  CRASH_LOOP_BACKOFF("CrashLoopBackoff");

  private final String label;

  PodStatus(String label) {
    this.label = label;
  }

  /// The spelling for people.
  public String label() {
    return label;
  }

  @JsonValue
  public String word() {
    return label.toLowerCase(Locale.ROOT);
  }

  @JsonCreator
  public static PodStatus of(String word) {
    for (var status : values()) if (status.word().equals(word)) return status;
    throw new IllegalArgumentException("Expected the status of a pod, found: " + word);
  }
}
