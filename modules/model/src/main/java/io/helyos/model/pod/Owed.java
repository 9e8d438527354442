package io.helyos.model.pod;

import io.helyos.model.template.PortSpec.Protocol;
import java.util.List;

/// A reservation that this pod asked for and has not seen released.
///
/// @param strangers host ports that somebody else was found to hold on that node
/// @param dead the node was given up: what is left there of the incarnation is for it to clear
public record Owed(String node, long incarnation, List<HostPort> strangers, boolean dead) {
  public Owed {
    strangers = List.copyOf(strangers);
  }

  static Owed of(String node, long incarnation) {
    return new Owed(node, incarnation, List.of(), false);
  }

  static Owed dead(String node, long incarnation) {
    return new Owed(node, incarnation, List.of(), true);
  }

  public record HostPort(int port, Protocol protocol) {}
}
