package io.helyos.persistence.contract;

import io.helyos.model.journal.Recorded;
import java.util.stream.IntStream;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.persistence.typed.PersistenceId;
import org.apache.pekko.persistence.typed.javadsl.CommandHandler;
import org.apache.pekko.persistence.typed.javadsl.EventHandler;
import org.apache.pekko.persistence.typed.javadsl.EventSourcedBehavior;
import org.apache.pekko.persistence.typed.javadsl.RetentionCriteria;

/// The smallest entity: it counts its own events.
public final class Tally extends EventSourcedBehavior<Tally.Add, Recorded, Long> {
  private static final int EVENTS_TO_A_SNAPSHOT = 20;

  private Tally(String name) {
    super(PersistenceId.ofUniqueId(name));
  }

  /// Counts on by some events at once (or none), then answers with the count.
  public record Add(int events, ActorRef<Long> answerTo) {}

  public static Behavior<Add> of(String name) {
    return new Tally(name);
  }

  @Override
  public Long emptyState() {
    return 0L;
  }

  @Override
  public RetentionCriteria retentionCriteria() {
    return RetentionCriteria.snapshotEvery(EVENTS_TO_A_SNAPSHOT, 2);
  }

  @Override
  public CommandHandler<Add, Recorded, Long> commandHandler() {
    return newCommandHandlerBuilder()
        .forAnyState()
        .onCommand(
            Add.class,
            (count, add) ->
                Effect()
                    .persist(
                        IntStream.range(0, add.events())
                            .mapToObj(i -> Events.recorded("event " + (count + i + 1)))
                            .toList())
                    .thenRun(after -> add.answerTo().tell(after)))
        .build();
  }

  @Override
  public EventHandler<Long, Recorded> eventHandler() {
    return newEventHandlerBuilder().forAnyState().onAnyEvent((count, event) -> count + 1);
  }
}
