package io.helyos.contract.resource;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// How far a rollout is; the same lower-case word in JSON and in tables.
public enum RolloutState {
  PROGRESSING,
  PAUSED,
  STOPPED,
  COMPLETED;

  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  @JsonCreator
  public static RolloutState of(String word) {
    for (var state : values()) if (state.word().equals(word)) return state;
    throw new IllegalArgumentException("Expected the state of a rollout, found: " + word);
  }
}
