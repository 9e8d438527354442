package io.helyos.model.template;

/// Which network a pod's containers see.
public enum NetworkMode {
  /// A bridge that the deployments of a project share.
  BRIDGE,
  /// The node's own network; ports are not published, they are simply there.
  HOST,
  /// None but loopback.
  NONE,
  /// That of the pod's holder. No specification says it: so run the containers of a pod of several.
  POD
}
