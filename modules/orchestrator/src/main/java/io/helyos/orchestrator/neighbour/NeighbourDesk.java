package io.helyos.orchestrator.neighbour;

import io.helyos.model.agent.Order;
import io.helyos.orchestrator.neighbour.NeighbourMessage.Forward;
import io.helyos.orchestrator.neighbour.NeighbourMessage.Forwarded;
import io.helyos.orchestrator.neighbour.NeighbourMessage.Look;
import io.helyos.orchestrator.neighbour.NeighbourMessage.Presence;
import io.helyos.orchestrator.neighbour.NeighbourMessage.Seen;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.SupervisorStrategy;
import org.apache.pekko.actor.typed.javadsl.AbstractBehavior;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.javadsl.Receive;
import org.apache.pekko.actor.typed.receptionist.Receptionist;
import org.apache.pekko.actor.typed.receptionist.ServiceKey;

/// Says who this daemon is, listens to the others, and hands orders of theirs to the agents here.
public final class NeighbourDesk extends AbstractBehavior<NeighbourDesk.Message> {
  static final Duration EVERY = Duration.ofSeconds(1);

  private static final ServiceKey<Message> KEY = ServiceKey.create(Message.class, "neighbours");

  /// A pause of this process that is longer than this has made it deaf.
  private static final Duration PAUSE = EVERY.multipliedBy(3);

  private final Here here;
  private final Neighbours neighbours;
  private Set<ActorRef<Message>> others = Set.of();
  private long lastSaid = System.nanoTime();

  /// What is said to it, by this daemon and by others.
  public interface Message {}

  private enum Tick implements Message {
    SAY
  }

  private record Found(Receptionist.Listing listing) implements Message {}

  /// What this daemon says of itself.
  ///
  /// @param nodes with the trouble of each engine, empty for none
  /// @param orders puts an order on the disk of a node here
  /// @param looks says whether containers of a node here all run
  public record Here(
      String daemon,
      String api,
      Supplier<Map<String, String>> nodes,
      BiFunction<String, Order, CompletionStage<?>> orders,
      BiFunction<String, List<String>, CompletionStage<Boolean>> looks) {}

  private NeighbourDesk(ActorContext<Message> context, Here here, Neighbours neighbours) {
    super(context);
    this.here = here;
    this.neighbours = neighbours;
  }

  public static Behavior<Message> create(Here here, Neighbours neighbours) {
    return Behaviors.<Message>supervise(
            Behaviors.setup(context ->
                Behaviors.withTimers(timers -> {
                  var receptionist = context.getSystem().receptionist();
                  receptionist.tell(Receptionist.register(KEY, context.getSelf()));
                  var listener =
                      context.messageAdapter(Receptionist.Listing.class, found -> new Found(found));
                  receptionist.tell(Receptionist.subscribe(KEY, listener));
                  timers.startTimerWithFixedDelay(Tick.SAY, EVERY);
                  return new NeighbourDesk(context, here, neighbours);
                })))
        .onFailure(SupervisorStrategy.restart());
  }

  @Override
  public Receive<Message> createReceive() {
    return newReceiveBuilder().onMessage(Message.class, this::onMessage).build();
  }

  private Behavior<Message> onMessage(Message message) {
    switch (message) {
      case Found(var listing) -> {
        others = listing.getServiceInstances(KEY);
        say();
      }
      case Tick _ -> {
        listen();
        say();
      }
      case Presence presence -> neighbours.heard(presence);
      case Forward(var node, var order, var replyTo) ->
          // Whoever is not answered says it again.
          here.orders().apply(node, order).thenRun(() -> replyTo.tell(new Forwarded()));
      case Look(var node, var containers, var replyTo) ->
          here.looks().apply(node, containers).thenAccept(run -> replyTo.tell(new Seen(run)));
      default -> getContext().getLog().warn("Expected news of a neighbour, found {}", message);
    }
    return this;
  }

  /// Who was frozen, or without a processor, has heard nobody and must not blame the others.
  private void listen() {
    var now = System.nanoTime();
    if (now - lastSaid > PAUSE.toNanos()) neighbours.deafUntilNow();
    lastSaid = now;
  }

  private void say() {
    var presence =
        new Presence(here.daemon(), here.api(), here.nodes().get(), getContext().getSelf());
    for (var other : others) {
      if (!other.equals(getContext().getSelf())) other.tell(presence);
    }
  }
}
