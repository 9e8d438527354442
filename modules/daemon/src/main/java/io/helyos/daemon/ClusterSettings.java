package io.helyos.daemon;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// How a daemon takes part in a cluster.
///
/// @param isOpen whether other daemons may form a cluster with this one
/// @param tls between daemons; without it they talk in the clear
/// @param host and port are where they reach it
/// @param join `host:port` of daemons that the operator named
/// @param advertised where the node's published ports are reached
/// @param nodeTimeout after which a silent machine is given up
public record ClusterSettings(
    boolean isOpen,
    Optional<ClusterTls> tls,
    String host,
    int port,
    List<String> join,
    String advertised,
    Duration nodeTimeout) {
  public ClusterSettings {
    join = List.copyOf(join);
  }
}
