package io.helyos.orchestrator.agent;

import io.helyos.model.Seat;
import io.helyos.model.agent.Order;
import io.helyos.model.delivery.Answer;
import io.helyos.model.desk.Desk;
import io.helyos.model.desk.Doubt;
import io.helyos.model.desk.Initiative;
import io.helyos.model.desk.StepOutcome;
import io.helyos.model.pod.PodCommand;
import io.helyos.model.port.ContainerEvent;
import io.helyos.model.port.ContainerRuntime;
import io.helyos.model.port.ContainerState;
import io.helyos.model.port.OrderStore;
import io.helyos.model.port.Prober;
import io.helyos.model.reconciliation.Labels;
import io.helyos.model.reconciliation.Step;
import io.helyos.orchestrator.agent.AgentMessage.Take;
import io.helyos.orchestrator.agent.AgentMessage.Taken;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.PostStop;
import org.apache.pekko.actor.typed.PreRestart;
import org.apache.pekko.actor.typed.SupervisorStrategy;
import org.apache.pekko.actor.typed.javadsl.AbstractBehavior;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.javadsl.Receive;
import org.apache.pekko.actor.typed.javadsl.TimerScheduler;

/// The agent of one engine: takes orders, saves them, and carries out what the desks of its pods
/// say. It decides nothing itself.
public final class NodeAgent extends AbstractBehavior<AgentMessage> {
  private static final Duration FIRST_RESTART = Duration.ofSeconds(1);
  private static final Duration LAST_RESTART = Duration.ofSeconds(30);
  private static final Duration AGAIN = Duration.ofSeconds(1);

  private final TimerScheduler<AgentMessage> timers;
  private final ControlPlane plane;
  private final Site site;
  private final Steps steps;
  private final EngineLink link;
  private final Desks desks = new Desks();
  private final OrderBook book;
  private final Census census;
  private final Strays strays;
  private final Closing closing;

  /// After a start nothing is begun on the agent's own account before somebody was reached.
  private boolean reached;

  private NodeAgent(
      ActorContext<AgentMessage> context,
      TimerScheduler<AgentMessage> timers,
      ContainerRuntime runtime,
      OrderStore orders,
      Prober prober,
      ControlPlane plane,
      Site site,
      EngineCondition condition) {
    super(context);
    this.timers = timers;
    this.plane = plane;
    this.site = site;
    this.census = new Census(plane, site);
    this.strays = new Strays(context, plane, site);
    var images = new Images(runtime, site.clock());
    var engine = new Engine(runtime, images, site);
    var evidence = new Evidence(runtime, images, site.clock());
    this.steps = new Steps(context, engine, evidence, prober, plane, site);
    this.link = new EngineLink(context, timers, runtime, engine, site, condition);
    this.closing = new Closing(context, orders, link);
    this.book = new OrderBook(context, orders, desks);
    link.connect();
  }

  public static Behavior<AgentMessage> create(
      ContainerRuntime runtime,
      OrderStore orders,
      Prober prober,
      ControlPlane plane,
      Site site,
      EngineCondition condition) {
    return Behaviors.<AgentMessage>supervise(
            Behaviors.setup(context ->
                Behaviors.withTimers(timers ->
                    new NodeAgent(
                        context, timers, runtime, orders, prober, plane, site, condition))))
        .onFailure(SupervisorStrategy.restartWithBackoff(FIRST_RESTART, LAST_RESTART, 0.2));
  }

  @Override
  public Receive<AgentMessage> createReceive() {
    return newReceiveBuilder()
        .onMessage(AgentMessage.class, this::onMessage)
        .onSignal(PreRestart.class, _ -> ended())
        .onSignal(PostStop.class, _ -> ended())
        .build();
  }

  /// Whoever comes after listens by itself.
  private Behavior<AgentMessage> ended() {
    link.close();
    return this;
  }

  private Behavior<AgentMessage> onMessage(AgentMessage message) {
    var now = site.clock().instant();
    switch (message) {
      case Take take -> take(take);
      case AgentMessage.Saved saved -> saved(saved);
      case AgentMessage.SaveFailed(var order, var why) -> book.notSaved(order, why);
      case AgentMessage.Connected(var engine) -> link.connected(engine);
      case AgentMessage.EngineSaid(var event) -> heard(event);
      case AgentMessage.Listed(var containers, var asked) -> listed(containers, asked);
      case AgentMessage.Counted() -> counted();
      case AgentMessage.EngineLost(var why) -> link.lost(why);
      case AgentMessage.StepDone(var order, var outcome) -> done(order, outcome);
      case AgentMessage.Fetched(var order, var failure) ->
          news(order.seat(), desk -> desk.fetched(order, failure));
      case AgentMessage.Made(var order, var report) ->
          news(order.seat(), desk -> desk.made(order, report, now));
      case AgentMessage.NotMade(var seat) -> notMade(seat, now);
      case AgentMessage.Told(var seat, var report, var answer) -> told(seat, report, answer);
      case AgentMessage.NotTold(var seat, _) -> news(seat, desk -> desk.unanswered(now));
      case AgentMessage.Probed(var seat, var container, var kind, var answer) ->
          news(seat, desk -> desk.told(container, kind, answer, now));
      case AgentMessage.LookAgain(var seat) -> look(seat);
      case AgentMessage.Claimed claimed -> claimed(claimed);
      case AgentMessage.Left(var seat, var gone) -> closing.left(seat, gone, desks);
      case AgentMessage.Tick tick -> link.tick(tick);
    }
    return this;
  }

  private void take(Take take) {
    reached = true;
    var desk = desks.of(take.order().seat());
    desk.admit(take.order())
        .ifPresentOrElse(
            order -> book.save(order, Optional.of(take.replyTo())),
            () -> {
              // One that is on its way to the disk is answered when it comes again.
              if (desk.coming().isEmpty()) take.replyTo().tell(new Taken());
              look(desk.seat());
            });
  }

  private void saved(AgentMessage.Saved saved) {
    book.saved(saved);
    look(saved.order().seat());
  }

  private void news(Seat seat, UnaryOperator<Desk> news) {
    book.change(seat, news);
    desks.around(seat, this::look);
  }

  /// What could not be made up now is not tried again at once.
  private void notMade(Seat seat, Instant now) {
    book.change(seat, Desk::notMade);
    lookAt(seat, now, now.plus(AGAIN));
  }

  /// Carries out whatever the pod's desk says now.
  private void look(Seat seat) {
    if (desks.find(seat).isEmpty()) return;
    var now = site.clock().instant();
    book.change(seat, desk -> desk.silenced(now));
    Initiative.order(desks.of(seat), reached, now)
        .ifPresent(order -> book.save(order, Optional.empty()));
    if (link.isUp()) {
      work(seat, now);
      prepare(seat);
    }
    speak(seat, now);
    ask(seat, now);
    desks.of(seat).wakeAt(now).ifPresent(at -> lookAt(seat, now, at));
  }

  private void lookAt(Seat seat, Instant now, Instant at) {
    timers.startSingleTimer(seat, new AgentMessage.LookAgain(seat), Duration.between(now, at));
  }

  private void work(Seat seat, Instant now) {
    var desk = desks.of(seat);
    if (desk.order().isEmpty()) return;
    var order = desk.order().get();
    var step = census.clearance().minding(order, desks.minding(desk, desk.step(now), now));
    if (step instanceof Step.Rest) return;
    desks.put(desk.working());
    steps.take(order, step, desk.hasFetched());
  }

  /// What is not seen is no news: only an engine that was listed shows that nothing is left.
  private void prepare(Seat seat) {
    var desk = desks.of(seat);
    desk.news()
        .ifPresent(news -> {
          desks.put(desk.preparing());
          steps.prepare(desk.order().orElseThrow(), news);
        });
  }

  private void speak(Seat seat, Instant now) {
    var desk = desks.of(seat);
    desk.nextReport(now)
        .ifPresent(report -> {
          desks.put(desk.telling(report, now));
          steps.tell(desk.order().orElseThrow(), report);
        });
  }

  private void ask(Seat seat, Instant now) {
    for (var kind : desks.of(seat).questions(now)) {
      var desk = desks.of(seat);
      desks.put(desk.asked(kind, now));
      steps.ask(desk, desks.holder(seat), kind);
    }
  }

  private void done(Order order, StepOutcome outcome) {
    book.change(order.seat(), desk -> desk.worked(order, outcome, site.clock().instant()));
    switch (outcome) {
      case StepOutcome.NeedsImage() -> {
        if (desks.of(order.seat()).wantsImage(order)) steps.fetch(order);
      }
      case StepOutcome.Unclear _ -> link.compareSoon();
      case StepOutcome.NoEngine(var why) -> link.lost(why);
      case StepOutcome.Begun _,
          StepOutcome.Known _,
          StepOutcome.Halted _,
          StepOutcome.Renamed _,
          StepOutcome.Vanished _,
          StepOutcome.CannotStart _ -> {}
    }
    desks.around(order.seat(), this::look);
  }

  private void told(Seat seat, PodCommand report, Answer answer) {
    reached = true;
    desks.find(seat).flatMap(desk -> Doubt.about(desk, answer)).ifPresent(strays::claim);
    if (desks.find(seat).filter(desk -> desk.isClosedBy(report)).isPresent()) {
      desks.drop(seat);
      timers.cancel(seat);
      closing.close(seat, desks);
    } else {
      news(seat, desk -> desk.answered(report, site.clock().instant()));
    }
  }

  private void heard(ContainerEvent event) {
    var count = link.heard(event);
    Labels.identity(event.labels())
        .ifPresent(id -> news(id.seat(), desk -> desk.heard(event, count)));
  }

  private void listed(List<ContainerState> containers, long asked) {
    if (!link.listed()) return;
    desks.listed(containers, asked).forEach(strays::claim);
    for (var seat : desks.seats()) {
      var seen = plane.seen(seat.pod());
      seen.ifPresent(s -> book.change(seat, desk -> desk.recall(s, site.clock().instant())));
      Doubt.against(desks.of(seat), seen, site.node()).ifPresent(strays::claim);
      look(seat);
    }
    getContext()
        .pipeToSelf(
            census.compared(link.engine(), desks).thenRun(site.listed()),
            (_, _) -> new AgentMessage.Counted());
  }

  private void counted() {
    var waited = !census.clearance().isOpen();
    census.clearing(desks).forEach(order -> book.save(order, Optional.empty()));
    if (waited) desks.seats().forEach(this::look);
  }

  private void claimed(AgentMessage.Claimed claimed) {
    strays.claimed(claimed.seat());
    var desk = desks.of(claimed.seat());
    if (claimed.known()) return;
    Doubt.disowned(desk, claimed.incarnation())
        .ifPresent(order -> book.save(order, Optional.empty()));
  }
}
