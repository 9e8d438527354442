package io.helyos.model.cluster;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The cluster as its events have left it.
public sealed interface Cluster {
  record Unfounded() implements Cluster {}

  /// The cluster with its identity and all tokens that it ever issued.
  ///
  /// @param id stands in a label of every container, so that two clusters on one engine do not meet
  /// @param tokens by id, in the order of their making
  record Founded(String id, Map<String, Token> tokens) implements Cluster {
    public Founded {
      tokens = Collections.unmodifiableMap(new LinkedHashMap<>(tokens));
    }

    /// The unrevoked token of this name.
    public Optional<Token> named(String name) {
      return tokens.values().stream()
          .filter(t -> t.name().equals(name) && t.revokedAt().isEmpty())
          .findFirst();
    }

    Founded with(Token token) {
      var more = new LinkedHashMap<>(tokens);
      more.put(token.id(), token);
      return new Founded(id, more);
    }
  }
}
