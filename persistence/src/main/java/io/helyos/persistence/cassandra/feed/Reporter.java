package io.helyos.persistence.cassandra.feed;

import io.helyos.persistence.cassandra.feed.Protocol.Held;
import io.helyos.persistence.cassandra.feed.Protocol.Hello;
import io.helyos.persistence.cassandra.feed.Protocol.News;
import io.helyos.persistence.cassandra.feed.Protocol.Positions;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.AbstractBehavior;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.javadsl.Receive;

/// Tells the writer of the feed how far this daemon's entities are, until it has heard that the
/// feed has them.
final class Reporter extends AbstractBehavior<Reporter.Message> {
  /// Far below what fits into a message between daemons.
  private static final int MOST_POSITIONS = 1_000;

  private final ActorRef<FeedWriter.Message> writer;
  private final Announcements announcements;
  private final Consumer<News> heard;

  /// What is said to it, by this daemon and by the writer.
  interface Message {}

  /// There are fresh announcements.
  enum Local implements Message {
    FLUSH,
    REPEAT
  }

  private Reporter(
      ActorContext<Message> context,
      ActorRef<FeedWriter.Message> writer,
      Announcements announcements,
      Consumer<News> heard) {
    super(context);
    this.writer = writer;
    this.announcements = announcements;
    this.heard = heard;
  }

  static Behavior<Message> create(
      ActorRef<FeedWriter.Message> writer,
      Announcements announcements,
      Duration repeat,
      Consumer<News> heard) {
    return Behaviors.setup(context ->
        Behaviors.withTimers(timers -> {
          timers.startTimerWithFixedDelay(Local.REPEAT, repeat);
          context.getSelf().tell(Local.REPEAT);
          return new Reporter(context, writer, announcements, heard);
        }));
  }

  @Override
  public Receive<Message> createReceive() {
    return newReceiveBuilder().onMessage(Message.class, this::onMessage).build();
  }

  private Behavior<Message> onMessage(Message message) {
    switch (message) {
      case Local.FLUSH -> send(announcements.fresh());
      case Local.REPEAT -> {
        writer.tell(new Hello(getContext().getSelf()));
        send(announcements.open());
      }
      case Held held -> announcements.held(held.reached());
      case News news -> heard.accept(news);
      default -> getContext().getLog().warn("Expected news of the feed, found {}", message);
    }
    return this;
  }

  private void send(Map<String, Long> reached) {
    var some = new HashMap<String, Long>();
    for (var one : reached.entrySet()) {
      some.put(one.getKey(), one.getValue());
      if (some.size() < MOST_POSITIONS) continue;
      writer.tell(new Positions(some, getContext().getSelf()));
      some.clear();
    }
    if (!some.isEmpty()) writer.tell(new Positions(some, getContext().getSelf()));
  }
}
