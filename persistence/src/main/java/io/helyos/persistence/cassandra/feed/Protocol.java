package io.helyos.persistence.cassandra.feed;

import java.util.Map;
import org.apache.pekko.actor.typed.ActorRef;

/// What daemons and the writer of the feed say to each other, over the network too.
sealed interface Protocol {
  /// To the writer.
  sealed interface ToWriter extends Protocol, FeedWriter.Message {}

  /// To the reporter of a daemon.
  sealed interface ToReporter extends Protocol, Reporter.Message {}

  /// So far are these entities.
  record Positions(Map<String, Long> reached, ActorRef<Reporter.Message> replyTo)
      implements ToWriter {
    public Positions {
      reached = Map.copyOf(reached);
    }
  }

  /// This daemon wants to hear of news; said again and again.
  record Hello(ActorRef<Reporter.Message> replyTo) implements ToWriter {}

  /// All of these are in the feed, for ever.
  record Held(Map<String, Long> reached) implements ToReporter {
    public Held {
      reached = Map.copyOf(reached);
    }
  }

  /// The feed has grown to this offset, or has it still.
  ///
  /// @param caughtUp whether all that was in the journal when the writer started is in the feed
  record News(long head, boolean caughtUp) implements ToReporter {}
}
