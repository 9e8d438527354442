package io.helyos.contract.resource;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// Whether a node can run pods. A cordoned node is still ready: see [NodeResource#cordoned].
public enum NodeStatus {
  READY("Ready"),
  NOT_READY("NotReady"),
  DRAINING("Draining");

  private final String label;

  NodeStatus(String label) {
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
  public static NodeStatus of(String word) {
    for (var status : values()) if (status.word().equals(word)) return status;
    throw new IllegalArgumentException("Expected the status of a node, found: " + word);
  }
}
