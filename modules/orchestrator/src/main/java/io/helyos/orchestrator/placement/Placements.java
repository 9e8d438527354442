package io.helyos.orchestrator.placement;

import io.helyos.model.PodId;
import io.helyos.model.pod.Needs;
import io.helyos.model.scheduling.Scheduler;
import io.helyos.model.scheduling.Verdict;
import java.time.InstantSource;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.SupervisorStrategy;
import org.apache.pekko.actor.typed.javadsl.AbstractBehavior;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.javadsl.Receive;

/// The scheduler's desk, of which a cluster has one: one question at a time, so that two pods that
/// ask together do not both get the last room.
public final class Placements extends AbstractBehavior<Placements.Ask> {
  /// Which node for this incarnation of a pod?
  public record Ask(PodId pod, long incarnation, Needs needs, ActorRef<Verdict> replyTo) {}

  private final Candidates candidates;
  private final InstantSource clock;

  private Placements(ActorContext<Ask> context, Candidates candidates, InstantSource clock) {
    super(context);
    this.candidates = candidates;
    this.clock = clock;
  }

  public static Behavior<Ask> create(Candidates candidates, InstantSource clock) {
    return Behaviors.<Ask>supervise(
            Behaviors.setup(context -> new Placements(context, candidates, clock)))
        .onFailure(SupervisorStrategy.resume());
  }

  @Override
  public Receive<Ask> createReceive() {
    return newReceiveBuilder().onMessage(Ask.class, this::onAsk).build();
  }

  private Behavior<Ask> onAsk(Ask ask) {
    var now = clock.instant();
    var verdict =
        Scheduler.choose(
            candidates.strategy(),
            ask.pod(),
            ask.incarnation(),
            ask.needs(),
            candidates.of(ask.pod(), now),
            now);
    if (verdict instanceof Verdict.Chosen(var node, _, _)) {
      candidates.assume(ask.pod(), ask.incarnation(), node, ask.needs(), now);
    }
    ask.replyTo().tell(verdict);
    return this;
  }
}
