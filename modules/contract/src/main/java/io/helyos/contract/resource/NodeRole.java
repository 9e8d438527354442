package io.helyos.contract.resource;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// What a node is in the cluster. Every daemon of ours is a master; the other word is there for
/// clients that know workers.
public enum NodeRole {
  MASTER,
  WORKER;

  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  @JsonCreator
  public static NodeRole of(String word) {
    for (var role : values()) if (role.word().equals(word)) return role;
    throw new IllegalArgumentException("Expected the role of a node, found: " + word);
  }
}
