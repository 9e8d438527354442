package io.helyos.model.template;

/// A container port and where the node publishes it.
///
/// @param name free, empty when the user gave none
/// @param container 1..65535
/// @param host 1..65535, or 0: the node grants a free one from its range
/// @param ip the address of the node to bind, empty for all
public record PortSpec(String name, int container, int host, String ip, Protocol protocol) {
  /// A port that the node publishes where it has room.
  public static PortSpec free(int container) {
    return new PortSpec("", container, 0, "", Protocol.TCP);
  }

  public static PortSpec fixed(int host, int container) {
    return new PortSpec("", container, host, "", Protocol.TCP);
  }

  public boolean isFixed() {
    return host != 0;
  }

  public enum Protocol {
    TCP,
    UDP
  }
}
