package io.helyos.persistence.cassandra.feed;

import com.typesafe.config.Config;
import java.time.Duration;

/// How often the writer of the feed does what.
///
/// @param window the shortest time between two rows
/// @param scrub between two comparisons of all heads with the journal
/// @param checkpoint between two notes of where events stand
record FeedPace(Duration window, Duration scrub, Duration checkpoint) {
  static FeedPace of(Config config) {
    return new FeedPace(
        config.getDuration("window"),
        config.getDuration("scrub"),
        config.getDuration("checkpoint-every"));
  }
}
