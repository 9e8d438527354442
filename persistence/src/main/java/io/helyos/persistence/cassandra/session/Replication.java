package io.helyos.persistence.cassandra.session;

import java.util.Optional;

/// On how many servers everything is kept.
///
/// @param datacenter in which one; in every one when it is empty
public record Replication(int factor, Optional<String> datacenter) {
  /// What bears the loss of a server.
  public static final int SAFE = 3;

  public Replication {
    if (factor < 1) {
      throw new IllegalArgumentException(
          "Expected a replication factor of at least 1, found %d.".formatted(factor));
    }
    datacenter.filter(name -> !name.matches("[A-Za-z0-9_. -]+")).ifPresent(Replication::refuse);
  }

  private static void refuse(String name) {
    throw new IllegalArgumentException(
        "Expected a data center's name of letters, digits, '_', '-', '.', found '%s'."
            .formatted(name));
  }

  /// For one server, to try things out.
  public static Replication single() {
    return new Replication(1, Optional.empty());
  }

  String cql() {
    return "{'class': 'NetworkTopologyStrategy', '%s': %d}"
        .formatted(datacenter.orElse("replication_factor"), factor);
  }
}
