package io.helyos.orchestrator.agent;

import io.helyos.model.PodId;
import io.helyos.model.agent.Order;
import io.helyos.model.delivery.Answer;
import io.helyos.model.pod.PodCommand;
import io.helyos.model.port.ContainerEvent;
import io.helyos.model.port.ContainerRuntime;
import io.helyos.model.port.ContainerState;
import io.helyos.model.port.OrderStore;
import io.helyos.model.reconciliation.Labels;
import io.helyos.model.reconciliation.Reconciliation;
import io.helyos.model.reconciliation.Step;
import io.helyos.orchestrator.agent.AgentMessage.Claimed;
import io.helyos.orchestrator.agent.AgentMessage.Connected;
import io.helyos.orchestrator.agent.AgentMessage.EngineLost;
import io.helyos.orchestrator.agent.AgentMessage.EngineSaid;
import io.helyos.orchestrator.agent.AgentMessage.Fetched;
import io.helyos.orchestrator.agent.AgentMessage.Listed;
import io.helyos.orchestrator.agent.AgentMessage.LookAgain;
import io.helyos.orchestrator.agent.AgentMessage.NotTold;
import io.helyos.orchestrator.agent.AgentMessage.SaveFailed;
import io.helyos.orchestrator.agent.AgentMessage.Saved;
import io.helyos.orchestrator.agent.AgentMessage.StepDone;
import io.helyos.orchestrator.agent.AgentMessage.Take;
import io.helyos.orchestrator.agent.AgentMessage.Taken;
import io.helyos.orchestrator.agent.AgentMessage.Tick;
import io.helyos.orchestrator.agent.AgentMessage.Told;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.SupervisorStrategy;
import org.apache.pekko.actor.typed.javadsl.AbstractBehavior;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.javadsl.Receive;
import org.apache.pekko.actor.typed.javadsl.TimerScheduler;

/// The agent of one engine: takes orders, saves them, and brings the engine to where they say, one
/// step at a time for each pod and a bounded number of steps at once.
public final class NodeAgent extends AbstractBehavior<AgentMessage> {
  private static final Duration AGAIN = Duration.ofSeconds(1);
  private static final Duration AGAIN_AT_MOST = Duration.ofSeconds(15);
  private static final Duration FIRST_RESTART = Duration.ofSeconds(1);
  private static final Duration LAST_RESTART = Duration.ofSeconds(30);

  private final TimerScheduler<AgentMessage> timers;
  private final OrderStore orders;
  private final ControlPlane plane;
  private final Site site;
  private final Steps steps;
  private final EngineLink link;
  private final Desks desks = new Desks();
  private final Census census;
  private final Set<PodId> claiming = new HashSet<>();

  private NodeAgent(
      ActorContext<AgentMessage> context,
      TimerScheduler<AgentMessage> timers,
      ContainerRuntime runtime,
      OrderStore orders,
      ControlPlane plane,
      Site site) {
    super(context);
    this.timers = timers;
    this.orders = orders;
    this.plane = plane;
    this.site = site;
    this.census = new Census(plane, site);
    var engine = new Engine(runtime, site);
    this.steps = new Steps(context, engine, new Evidence(runtime, site.clock()), plane, site);
    this.link = new EngineLink(context, timers, runtime, engine, site);
    orders.load().forEach(order -> desks.of(order.pod()).take(order));
    link.connect();
  }

  public static Behavior<AgentMessage> create(
      ContainerRuntime runtime, OrderStore orders, ControlPlane plane, Site site) {
    return Behaviors.<AgentMessage>supervise(
            Behaviors.setup(context ->
                Behaviors.withTimers(
                    timers -> new NodeAgent(context, timers, runtime, orders, plane, site))))
        .onFailure(SupervisorStrategy.restartWithBackoff(FIRST_RESTART, LAST_RESTART, 0.2));
  }

  @Override
  public Receive<AgentMessage> createReceive() {
    return newReceiveBuilder().onMessage(AgentMessage.class, this::onMessage).build();
  }

  private Behavior<AgentMessage> onMessage(AgentMessage message) {
    switch (message) {
      case Take take -> take(take);
      case Saved saved -> saved(saved);
      case SaveFailed(var order, var why) -> notSaved(order, why);
      case Connected(var engine) -> link.connected(engine);
      case EngineSaid(var event) -> heard(event);
      case Listed(var containers, var asked) -> listed(containers, asked);
      case EngineLost(var why) -> link.lost(why);
      case StepDone(var order, var outcome) -> done(order, outcome);
      case Fetched(var order, var failure) -> fetched(order, failure);
      case Told(var order, var news, var container) -> told(order, news, container);
      case NotTold(var pod, _) -> desks.find(pod).ifPresent(this::lookLater);
      case LookAgain(var pod) -> desks.find(pod).ifPresent(this::look);
      case Claimed claimed -> claimed(claimed);
      case Tick tick -> link.tick(tick);
    }
    return this;
  }

  private void take(Take take) {
    var desk = desks.of(take.order().pod());
    var known = desk.newest();
    if (known.filter(now -> !Reconciliation.supersedes(take.order(), now)).isPresent()) {
      take.replyTo().tell(new Taken());
      look(desk);
    } else {
      var order = known.map(now -> Orders.following(take.order(), now)).orElse(take.order());
      desk.expect(order);
      save(order, Optional.of(take.replyTo()));
    }
  }

  /// On disk first: whatever the engine is then asked for has an order, whenever we crash.
  private void save(Order order, Optional<ActorRef<Taken>> replyTo) {
    getContext()
        .pipeToSelf(
            orders.save(order),
            (_, failure) ->
                failure == null
                    ? new Saved(order, replyTo)
                    : new SaveFailed(order, Engine.message(failure)));
  }

  private void saved(Saved saved) {
    var desk = desks.of(saved.order().pod());
    if (desk.newest().filter(saved.order()::equals).isPresent()) desk.take(saved.order());
    saved.replyTo().ifPresent(replyTo -> replyTo.tell(new Taken()));
    look(desk);
  }

  private void notSaved(Order order, String why) {
    desks.of(order.pod()).notSaved(order);
    getContext().getLog().error("The order for {} was not saved: {}", order.pod(), why);
  }

  /// Takes the next step for a pod, if the engine is there and no step is under way.
  private void look(PodDesk desk) {
    if (desk.isBusy() || desk.order().isEmpty() || !link.isUp()) return;
    var order = desk.order().get();
    if (desk.failure().isPresent()) {
      desk.busy(true);
      steps.tellFailure(order, desk.failure().get());
      return;
    }
    var step = desk.next();
    if (step instanceof Step.Rest) return;
    desk.busy(true);
    steps.take(desk, order, step);
  }

  private void lookLater(PodDesk desk) {
    desk.busy(false);
    var wait = AGAIN.multipliedBy(1L << Math.min(desk.retry() - 1, 4));
    timers.startSingleTimer(
        desk.pod(),
        new LookAgain(desk.pod()),
        wait.compareTo(AGAIN_AT_MOST) < 0 ? wait : AGAIN_AT_MOST);
  }

  private void heard(ContainerEvent event) {
    var count = link.heard(event);
    Labels.identity(event.labels())
        .flatMap(id -> desks.find(id.pod()))
        .ifPresent(desk -> {
          desk.heard(event, count);
          look(desk);
        });
  }

  private void done(Order order, StepOutcome outcome) {
    var desk = desks.of(order.pod());
    desk.busy(false);
    switch (outcome) {
      case StepOutcome.Begun(var container) -> desk.begun(container);
      case StepOutcome.NeedsImage() -> {
        desk.fetches(order);
        steps.fetch(order);
      }
      case StepOutcome.Known(var container) -> desk.knows(container);
      case StepOutcome.Vanished(var container) -> desk.vanished(container);
      case StepOutcome.CannotStart cannot -> {
        // A later order is not to blame for what an earlier one could not do.
        if (desk.order().filter(order::equals).isPresent()) desk.failed(cannot);
      }
      case StepOutcome.Unclear _ -> {
        link.compareSoon();
        lookLater(desk);
        return;
      }
      case StepOutcome.NoEngine(var why) -> link.lost(why);
    }
    look(desk);
  }

  private void fetched(Order order, Optional<StepOutcome.CannotStart> failure) {
    var desk = desks.of(order.pod());
    if (!desk.hasFetched(order)) return;
    failure.ifPresent(desk::failed);
    look(desk);
  }

  /// The pod has heard. What it said matters little: stale news is news that nobody needs.
  private void told(Order order, Told.News news, String container) {
    var desk = desks.of(order.pod());
    desk.busy(false);
    if (desk.newest().filter(order::equals).isPresent()) {
      switch (news) {
        case STARTED -> desk.told(container);
        case ENDED -> {
          // Should this not reach the disk, the end is told once more and the pod lets it pass.
          desk.take(Orders.ended(order));
          orders.save(Orders.ended(order));
        }
        case GONE -> {
          forget(desk.pod());
          return;
        }
      }
    }
    look(desk);
  }

  private void forget(PodId pod) {
    desks.drop(pod);
    timers.cancel(pod);
    orders.forget(pod);
    if (!desks.hasProject(pod.project())) link.leave(pod.project());
  }

  private void listed(List<ContainerState> containers, long asked) {
    if (!link.listed()) return;
    desks.listed(containers, asked).forEach(this::claim);
    for (var desk : desks.all()) {
      plane.view().pod(desk.pod()).ifPresent(row -> desk.recall(row.state()));
      look(desk);
    }
    census.compared(link.engine(), desks).thenRun(site.listed());
  }

  /// A container with our labels and no order: its pod is asked whether it is meant to be. If it
  /// is, the question wakes the pod, and the pod sends its order.
  private void claim(Labels.Identity id) {
    if (!claiming.add(id.pod())) return;
    getContext()
        .pipeToSelf(
            plane.tell(
                id.pod(),
                new PodCommand.ConfirmContainer(id.incarnation(), id.attempt(), site.node()),
                Orders.SYSTEM),
            (answer, failure) ->
                new Claimed(id.pod(), id.incarnation(), !(answer instanceof Answer.Refused)));
  }

  private void claimed(Claimed claimed) {
    claiming.remove(claimed.pod());
    var desk = desks.of(claimed.pod());
    if (claimed.known() || desk.newest().isPresent()) return;
    var order = Orders.stray(claimed.pod(), claimed.incarnation());
    desk.expect(order);
    save(order, Optional.empty());
  }
}
