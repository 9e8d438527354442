package io.helyos.persistence.cassandra.members;

import java.time.Duration;

/// A daemon that is, or was, a member of the cluster.
///
/// @param address `host:port` where other daemons find it; empty for one that takes nobody in
/// @param silence since it last said so, by the database's clock
public record Member(String daemon, String address, Duration silence) {
  /// Whoever has not said so for this long is gone or cannot reach the database.
  static final Duration LIVES = Duration.ofSeconds(20);

  public boolean isAlive() {
    return silence.compareTo(LIVES) < 0;
  }
}
