package io.helyos.persistence.embedded;

import io.helyos.model.port.CrashPoints;
import org.apache.pekko.actor.setup.Setup;

/// What the store is given beyond its configuration, when the actor system is made. Pekko makes the
/// store by itself, and so it can be given nothing in another way.
public final class EmbeddedSetup extends Setup {
  private final CrashPoints points;

  /// For one actor system.
  ///
  /// @param points passed before and after each call on the file of the journal
  public EmbeddedSetup(CrashPoints points) {
    this.points = points;
  }

  CrashPoints points() {
    return points;
  }
}
