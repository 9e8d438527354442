package io.helyos.contract.resource;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// Whether a project takes deployments.
public enum ProjectStatus {
  ACTIVE,
  SUSPENDED;

  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  @JsonCreator
  public static ProjectStatus of(String word) {
    for (var status : values()) if (status.word().equals(word)) return status;
    throw new IllegalArgumentException("Expected the status of a project, found: " + word);
  }
}
