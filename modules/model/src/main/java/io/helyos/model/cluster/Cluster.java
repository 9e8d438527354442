package io.helyos.model.cluster;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The cluster as its events have left it.
public sealed interface Cluster {
  record Unfounded() implements Cluster {}

  /// The cluster with its identity, all tokens that it ever issued, and the machines it has lost.
  ///
  /// @param id stands in a label of every container, so that two clusters on one engine do not meet
  /// @param tokens by id, in the order of their making
  /// @param gone empty as long as no machine ever was
  /// @param chosen empty as long as nobody has chosen anything
  record Founded(
      String id, Map<String, Token> tokens, Optional<Losses> gone, Optional<ClusterConfig> chosen)
      implements Cluster {
    public Founded {
      tokens = Collections.unmodifiableMap(new LinkedHashMap<>(tokens));
    }

    /// The machines that do not answer.
    public Losses losses() {
      return gone.orElse(Losses.NONE);
    }

    /// What operators have chosen, or what is usual.
    public ClusterConfig config() {
      return chosen.orElse(ClusterConfig.DEFAULT);
    }

    Founded with(ClusterConfig config) {
      return new Founded(id, tokens, gone, Optional.of(config));
    }

    Founded with(Losses losses) {
      return new Founded(id, tokens, Optional.of(losses), chosen);
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
      return new Founded(id, more, gone, chosen);
    }
  }
}
