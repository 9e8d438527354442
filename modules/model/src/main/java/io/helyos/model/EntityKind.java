package io.helyos.model;

import java.util.Locale;

/// The six kinds of things that have a life, a journal and one writer.
public enum EntityKind {
  CLUSTER,
  NODE,
  PROJECT,
  DEPLOYMENT,
  POD,
  /// What a daemon has denied and refused.
  ACCESS;

  /// The kind as it stands in identifiers, URLs and events.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static EntityKind of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
