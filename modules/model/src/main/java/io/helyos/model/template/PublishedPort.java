package io.helyos.model.template;

import io.helyos.model.template.PortSpec.Protocol;

/// A container port with the host port that a node has granted for it.
public record PublishedPort(int container, int host, String ip, Protocol protocol) {}
