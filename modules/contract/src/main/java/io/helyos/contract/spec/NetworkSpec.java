package io.helyos.contract.spec;

import java.util.Optional;

/// How a pod is reached.
///
/// @param exposed `public` in the document: reachable through the proxy
public record NetworkSpec(Mode mode, boolean exposed, Optional<String> domain, boolean https) {
  public static final NetworkSpec DEFAULT =
      new NetworkSpec(Mode.BRIDGE, false, Optional.empty(), false);

  public enum Mode {
    BRIDGE,
    HOST,
    NONE
  }
}
