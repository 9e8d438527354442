package io.helyos.contract.spec;

import java.util.Optional;

/// A container port that the node publishes.
///
/// @param host a fixed port of the node; empty for any free one
/// @param ip the address of the node to bind; empty for all
public record PortSpec(
    Optional<String> name,
    int container,
    Optional<Integer> host,
    Optional<String> ip,
    Protocol protocol) {

  /// A TCP port that the node publishes where it has room.
  public static PortSpec free(int container) {
    return new PortSpec(
        Optional.empty(), container, Optional.empty(), Optional.empty(), Protocol.TCP);
  }

  public enum Protocol {
    TCP,
    UDP
  }
}
