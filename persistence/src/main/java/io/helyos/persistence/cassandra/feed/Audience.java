package io.helyos.persistence.cassandra.feed;

import io.helyos.persistence.cassandra.feed.Protocol.News;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.pekko.actor.typed.ActorRef;

/// The daemons that want to hear when the feed has grown. Who has not been heard of for a while is
/// gone.
final class Audience {
  private static final long GONE = Duration.ofSeconds(30).toNanos();

  private final Map<ActorRef<Reporter.Message>, Long> heardAt = new HashMap<>();

  void greet(ActorRef<Reporter.Message> daemon, long head, boolean caughtUp) {
    var now = System.nanoTime();
    heardAt.values().removeIf(at -> now - at > GONE);
    heardAt.put(daemon, now);
    daemon.tell(new News(head, caughtUp));
  }

  void tell(long head, boolean caughtUp) {
    var news = new News(head, caughtUp);
    heardAt.keySet().forEach(daemon -> daemon.tell(news));
  }
}
