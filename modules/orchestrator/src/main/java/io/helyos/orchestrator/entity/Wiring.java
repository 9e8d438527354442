package io.helyos.orchestrator.entity;

import io.helyos.model.port.Codec;
import io.helyos.orchestrator.pulse.Pulse;
import io.helyos.orchestrator.view.LiveView;
import java.time.InstantSource;

/// What the shell of every entity on this daemon shares.
public record Wiring(
    String daemon, Codec codec, LiveView view, Carrier carrier, InstantSource clock, Pulse pulse) {
  /// On a daemon that is alone.
  public Wiring(String daemon, Codec codec, LiveView view, Carrier carrier, InstantSource clock) {
    this(daemon, codec, view, carrier, clock, Pulse.NONE);
  }
}
