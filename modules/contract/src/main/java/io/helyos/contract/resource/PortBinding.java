package io.helyos.contract.resource;

/// A port of a container and where its node publishes it.
///
/// @param ip the node's address that is bound, empty for all
/// @param protocol `tcp` or `udp`
public record PortBinding(String name, int container, int host, String ip, String protocol) {}
