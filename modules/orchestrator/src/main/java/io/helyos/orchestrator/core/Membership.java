package io.helyos.orchestrator.core;

import io.helyos.orchestrator.pulse.Pulse;
import java.time.Duration;

/// How a daemon takes part in its cluster.
///
/// @param api where others reach this daemon's API, such as `http://127.0.0.1:6443`
/// @param isShared whether other daemons write to the same journal
/// @param nodeTimeout after which a silent machine is given up
public record Membership(String api, boolean isShared, Duration nodeTimeout, Pulse pulse) {
  /// Of a daemon that is a whole cluster.
  public static final Membership ALONE =
      new Membership("", false, Duration.ofSeconds(30), Pulse.NONE);
}
