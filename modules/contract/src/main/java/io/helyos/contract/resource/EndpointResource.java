package io.helyos.contract.resource;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Where one port of one pod is reached.
///
/// @param name of the port, empty when it has none
/// @param address of the node, or the one of its addresses that the port is bound to
/// @param port on that address
/// @param containerIp the pod's own address, where its container is reached from its node
/// @param containerPort on that one
/// @param protocol `tcp` or `udp`
/// @param ready whether it is to get new traffic
/// @param draining whether it is about to end, and only finishes what it has
/// @param drainingSince when it was told to get no more
public @JsonNaming(SnakeCaseStrategy.class) record EndpointResource(
    String pod,
    int index,
    String node,
    String name,
    String address,
    int port,
    @Nullable String containerIp,
    int containerPort,
    String protocol,
    boolean ready,
    boolean draining,
    @Nullable Instant drainingSince) {
  public EndpointResource {
    name = Absent.text(name);
  }
}
