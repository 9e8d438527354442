package io.helyos.model.pod;

import io.helyos.model.template.PortSpec.Protocol;
import java.util.List;

/// A reservation that this pod asked for and has not seen released.
///
/// @param strangers host ports that somebody else was found to hold on that node
public record Owed(String node, long incarnation, List<HostPort> strangers) {
  public Owed {
    strangers = List.copyOf(strangers);
  }

  public record HostPort(int port, Protocol protocol) {}
}
