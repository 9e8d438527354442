package io.helyos.persistence.cassandra.feed;

import io.helyos.persistence.cassandra.feed.FeedStore.Opening;
import io.helyos.persistence.cassandra.feed.Protocol.Held;
import io.helyos.persistence.cassandra.feed.Protocol.Hello;
import io.helyos.persistence.cassandra.feed.Protocol.Positions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.SupervisorStrategy;
import org.apache.pekko.actor.typed.javadsl.AbstractBehavior;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.javadsl.Receive;
import org.apache.pekko.actor.typed.javadsl.TimerScheduler;
import org.jspecify.annotations.Nullable;

/// The one actor of the cluster that appends to the feed. Should there be two for a while, each row
/// is still written once: who finds a stranger's row at the end of the feed reads it all again.
final class FeedWriter extends AbstractBehavior<FeedWriter.Message> {
  private static final Duration AGAIN = Duration.ofMillis(500);
  private static final Duration COMPLAINTS = Duration.ofSeconds(10);
  private static final int MOST_UNANSWERED = 1_000;

  private final FeedStore store;
  private final FeedPace pace;
  private final TimerScheduler<Message> timers;
  private final Audience audience = new Audience();
  private final List<Positions> unanswered = new ArrayList<>();
  private final Segment segment;
  private final String life = UUID.randomUUID().toString();
  private FeedBook book = new FeedBook(0);
  private boolean isOpen;
  private boolean isLoading;
  private boolean isWaiting;
  private @Nullable FeedEntry appending;
  private @Nullable Map<String, Long> scrubbed;
  private boolean caughtUp;
  private long lastAppend = System.nanoTime();
  private long lastComplaint = System.nanoTime() - COMPLAINTS.toNanos();

  /// What is said to it, by daemons and by itself.
  interface Message {}

  private record Opened(Opening opening) implements Message {}

  private record Known(Map<String, Long> heads) implements Message {}

  private record Appended(FeedEntry entry, String writer) implements Message {}

  private record Scrubbed(Map<String, Long> heads) implements Message {}

  private record Placed(long offset) implements Message {}

  private record Failed(String doing, Throwable why, Message again) implements Message {}

  private enum Todo implements Message {
    OPEN,
    LOAD,
    WRITE,
    APPEND,
    SCRUB,
    PLACE
  }

  private FeedWriter(
      ActorContext<Message> context,
      TimerScheduler<Message> timers,
      FeedStore store,
      FeedPace pace) {
    super(context);
    this.timers = timers;
    this.store = store;
    this.pace = pace;
    this.segment = new Segment();
  }

  static Behavior<Message> create(FeedStore store, FeedPace pace) {
    return Behaviors.supervise(
            Behaviors.<Message>setup(context ->
                Behaviors.withTimers(timers -> {
                  timers.startTimerWithFixedDelay(Todo.PLACE, pace.checkpoint());
                  timers.startTimerWithFixedDelay(Todo.SCRUB, pace.scrub());
                  context.getSelf().tell(Todo.OPEN);
                  return new FeedWriter(context, timers, store, pace);
                })))
        .onFailure(SupervisorStrategy.restartWithBackoff(AGAIN, AGAIN.multipliedBy(20), 0.2));
  }

  @Override
  public Receive<Message> createReceive() {
    return newReceiveBuilder().onMessage(Message.class, this::onMessage).build();
  }

  private Behavior<Message> onMessage(Message message) {
    switch (message) {
      case Positions positions -> {
        positions.reached().forEach(book::tell);
        // Positions are told again, so none needs to be kept for ever.
        if (unanswered.size() == MOST_UNANSWERED) unanswered.removeFirst();
        unanswered.add(positions);
        goOn();
      }
      case Hello(var replyTo) -> audience.greet(replyTo, book.head(), caughtUp);
      case Todo todo -> doIt(todo);
      case Opened(var opening) -> opened(opening);
      case Known(var heads) -> {
        isLoading = false;
        book.learn(heads);
        goOn();
      }
      case Appended(var entry, var writer) -> appended(entry, writer);
      case Scrubbed(var heads) -> {
        heads.forEach(book::tell);
        scrubbed = heads;
        goOn();
      }
      case Placed(var offset) -> segment.noted(offset);
      case Failed failed -> failed(failed);
      default -> getContext().getLog().warn("Expected news for the feed, found {}", message);
    }
    return this;
  }

  private void doIt(Todo todo) {
    switch (todo) {
      case OPEN -> ask("read", store.open(), Opened::new, todo);
      case LOAD -> ask("look into", store.heads(book.unknown()), Known::new, todo);
      case WRITE -> {
        isWaiting = false;
        goOn();
      }
      case APPEND -> append();
      case SCRUB -> ask("compare with the journal", store.journal().heads(), Scrubbed::new, todo);
      case PLACE -> {
        var entries = segment.next();
        if (entries.isEmpty()) return;
        var last = entries.getLast().last();
        ask("note places of", store.places().add(entries), _ -> new Placed(last), todo);
      }
    }
  }

  private <T> void ask(
      String doing, CompletionStage<T> question, Function<T, Message> heard, Message again) {
    getContext()
        .pipeToSelf(
            question,
            (answer, failure) ->
                failure == null ? heard.apply(answer) : new Failed(doing, failure, again));
  }

  private void failed(Failed failed) {
    var now = System.nanoTime();
    // Once in a while is enough as long as the database is away.
    if (now - lastComplaint > COMPLAINTS.toNanos()) {
      lastComplaint = now;
      getContext()
          .getLog()
          .warn(
              "Could not {} the feed, will try again: {}", failed.doing(), failed.why().toString());
    }
    if (failed.again() == Todo.PLACE) segment.again();
    else timers.startSingleTimer("again " + failed.again(), failed.again(), AGAIN);
  }

  private void opened(Opening opening) {
    var told = book;
    book = opening.book();
    book.takeOver(told);
    segment.begin(opening.tail());
    isOpen = true;
    if (scrubbed == null) getContext().getSelf().tell(Todo.SCRUB);
    goOn();
  }

  /// Answers who can be answered, finds out what is not known, appends what is to be appended.
  private void goOn() {
    if (!isOpen) return;
    unanswered.removeIf(positions -> {
      if (!book.has(positions.reached())) return false;
      positions.replyTo().tell(new Held(positions.reached()));
      return true;
    });
    if (!caughtUp && scrubbed != null && book.has(scrubbed)) {
      caughtUp = true;
      audience.tell(book.head(), true);
    }
    if (!isLoading && !book.unknown().isEmpty()) {
      isLoading = true;
      doIt(Todo.LOAD);
    }
    if (appending == null && !isWaiting) appendInTime();
  }

  private void appendInTime() {
    var next = book.next();
    if (next.isEmpty()) return;
    var left = pace.window().minusNanos(System.nanoTime() - lastAppend);
    if (left.isPositive()) {
      isWaiting = true;
      timers.startSingleTimer(Todo.WRITE, left);
    } else {
      appending = next.get();
      append();
    }
  }

  private void append() {
    var entry = appending;
    if (entry == null) return;
    lastAppend = System.nanoTime();
    ask(
        "append to",
        store.feed().append(entry, life),
        writer -> new Appended(entry, writer),
        Todo.APPEND);
  }

  private void appended(FeedEntry entry, String writer) {
    appending = null;
    if (writer.equals(life)) {
      book.appended(entry);
      segment.add(entry);
      audience.tell(book.head(), caughtUp);
      goOn();
    } else {
      getContext().getLog().warn("Somebody else appends to the feed at {}", entry.first());
      isOpen = false;
      doIt(Todo.OPEN);
    }
  }
}
