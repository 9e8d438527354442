package io.helyos.simulator.world;

import io.helyos.model.Seat;
import io.helyos.model.agent.Order;
import io.helyos.model.delivery.Answer;
import io.helyos.model.desk.Desk;
import io.helyos.model.desk.Doubt;
import io.helyos.model.desk.News;
import io.helyos.model.desk.StepOutcome;
import io.helyos.model.health.Checkup.Kind;
import io.helyos.model.pod.PodCommand;
import io.helyos.model.port.ContainerEvent;
import io.helyos.model.port.ContainerState;
import io.helyos.model.port.OrderStore;
import io.helyos.model.reconciliation.Labels;
import io.helyos.model.reconciliation.Step;
import io.helyos.model.view.Row;
import io.helyos.simulator.SimulatedRuntime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/// An agent in small: saves orders, calls the engine, tells pods and asks containers, each time as
/// the pod's desk says.
final class Agent implements EngineLink.Listener {
  private final Machine machine;
  private final Daemon daemon;
  private final World world;
  private final Clerk clerk;
  private final SimulatedRuntime runtime;
  private final OrderStore orders;
  private final Hands hands;
  private final EngineLink link;
  private final Plane plane;
  private final Census census;
  private final Strays strays;
  private final Closing closing;
  private final Desks desks;
  private final int life;

  /// After a start nothing is begun on the agent's own account before somebody was reached.
  private boolean reached;

  Agent(Machine machine, SimulatedRuntime runtime, OrderStore orders) {
    this.machine = machine;
    this.daemon = machine.daemon();
    this.world = machine.world();
    this.clerk = world.rules().clerk();
    this.runtime = runtime;
    this.orders = orders;
    this.life = daemon.life();
    this.desks = new Desks(daemon);
    this.hands = new Hands(machine, runtime);
    this.link = new EngineLink(this, machine, runtime, this);
    this.plane = new Plane(machine);
    this.census = new Census(machine, plane, desks);
    this.strays = new Strays(plane, this::disown);
    this.closing = new Closing(this, hands, orders, desks);
    orders.load().forEach(order -> desks.put(Desk.of(order.seat()).expect(order).saved(order)));
    link.connect();
  }

  SimulatedRuntime runtime() {
    return runtime;
  }

  Hands hands() {
    return hands;
  }

  /// What engine and disk say is heard as a message of its own, never within their calls.
  void post(Runnable work) {
    world.time().after(Duration.ZERO, () -> daemon.in(life, work));
  }

  <T> void pipe(CompletionStage<T> stage, Consumer<Optional<T>> then) {
    stage.handle((value, failure) -> {
      var heard = failure == null ? Optional.ofNullable(value) : Optional.<T>empty();
      post(() -> then.accept(heard));
      return heard;
    });
  }

  /// An order has come in; whoever gave it hears when it is on disk.
  void take(Order order, Runnable taken) {
    reached = true;
    var desk = desks.of(order.seat());
    clerk
        .admit(desk, order)
        .ifPresentOrElse(
            admitted -> save(admitted, taken),
            () -> {
              // One that is on its way to the disk is answered when it comes again.
              if (desk.coming().isEmpty()) taken.run();
              look(desk.seat());
            });
  }

  private void save(Order order, Runnable taken) {
    desks.put(desks.of(order.seat()).expect(order));
    pipe(
        orders.save(order).thenApply(_ -> true),
        done -> {
          if (done.isPresent()) saved(order, taken);
          else notSaved(order);
        });
  }

  private void saved(Order order, Runnable taken) {
    tell(() -> "has the order " + Words.of(order));
    var desk = desks.of(order.seat()).saved(order);
    desks.put(desk);
    // Reports that were kept while it was on its way are not in what is on disk.
    if (!desk.order().equals(Optional.of(order)) && desk.coming().isEmpty()) {
      desk.order().ifPresent(orders::save);
    }
    taken.run();
    look(order.seat());
  }

  private void notSaved(Order order) {
    tell(() -> "could not save " + Words.of(order));
    var desk = desks.of(order.seat()).notSaved(order);
    desks.put(desk);
    // What changed in it meanwhile has waited for the other one.
    if (desk.coming().isEmpty()) desk.order().ifPresent(orders::save);
  }

  private void tell(Supplier<String> what) {
    world.story(machine.name(), what);
  }

  private void news(Seat seat, UnaryOperator<Desk> news) {
    change(seat, news);
    desks.around(seat, this::look);
  }

  /// What a pod has heard, or is to hear later, goes to the disk as well; nothing waits for it.
  private void change(Seat seat, UnaryOperator<Desk> change) {
    var known = desks.find(seat);
    if (known.isEmpty()) return;
    var after = change.apply(known.get());
    desks.put(after);
    if (after.coming().isPresent() || after.order().equals(known.get().order())) return;
    after
        .order()
        .ifPresent(order -> {
          tell(() -> "notes " + Words.of(order));
          orders.save(order);
        });
  }

  /// Carries out whatever the pod's desk says now.
  void look(Seat seat) {
    if (desks.find(seat).isEmpty()) return;
    var now = daemon.now();
    change(seat, desk -> desk.silenced(now));
    clerk
        .initiative(desks.of(seat), reached, now)
        .ifPresent(order -> {
          tell(() -> "decides by itself: " + Words.of(order));
          save(order, () -> {});
        });
    if (link.isUp()) {
      work(seat, now);
      prepare(seat, now);
    }
    speak(seat, now);
    desks.of(seat).questions(now).forEach(kind -> ask(seat, kind, now));
    desks.wake(seat, now, () -> look(seat));
  }

  private void work(Seat seat, Instant now) {
    var desk = desks.of(seat);
    if (desk.order().isEmpty()) return;
    var order = desk.order().get();
    var step = census.clearance().minding(order, desks.minding(desk, clerk.step(desk, now), now));
    if (step instanceof Step.Rest) return;
    world.watch().beginning(machine, order, step);
    desks.put(desk.working());
    pipe(
        hands.take(order, step, desk.hasFetched()),
        done -> done(order, step, done.orElseGet(() -> new StepOutcome.Unclear("no outcome"))));
  }

  private void done(Order order, Step step, StepOutcome outcome) {
    tell(() -> "%s of %s: %s".formatted(step.getClass().getSimpleName(), Words.of(order), outcome));
    change(order.seat(), desk -> desk.worked(order, outcome, daemon.now()));
    switch (outcome) {
      case StepOutcome.NeedsImage() -> {
        if (desks.of(order.seat()).wantsImage(order)) fetch(order);
      }
      case StepOutcome.Unclear _ -> link.compareSoon();
      case StepOutcome.NoEngine _ -> link.lost();
      case StepOutcome.Begun _,
          StepOutcome.Known _,
          StepOutcome.Halted _,
          StepOutcome.Renamed _,
          StepOutcome.Vanished _,
          StepOutcome.CannotStart _ -> {}
    }
    desks.around(order.seat(), this::look);
  }

  private void fetch(Order order) {
    pipe(
        hands.fetch(order),
        failure -> news(order.seat(), desk -> desk.fetched(order, failure.flatMap(why -> why))));
  }

  /// What is not seen is no news: only an engine that was listed shows that nothing is left.
  private void prepare(Seat seat, Instant now) {
    var desk = desks.of(seat);
    clerk.news(desk).ifPresent(news -> prepare(desk, news, now));
  }

  private void prepare(Desk desk, News news, Instant now) {
    var order = desk.order().orElseThrow();
    desks.put(desk.preparing());
    pipe(
        hands.report(order, news, now),
        made ->
            news(
                order.seat(),
                known ->
                    made.map(report -> known.made(order, report, daemon.now()))
                        .orElseGet(known::notMade)));
  }

  private void speak(Seat seat, Instant now) {
    var desk = desks.of(seat);
    desk.nextReport(now)
        .ifPresent(report -> {
          desks.put(desk.telling(report, now));
          plane.tell(desk.order().orElseThrow(), report, answer -> answered(seat, report, answer));
        });
  }

  private void answered(Seat seat, PodCommand report, Optional<Answer> answer) {
    if (answer.isPresent()) told(seat, report, answer.get());
    else news(seat, known -> known.unanswered(daemon.now()));
  }

  private void told(Seat seat, PodCommand report, Answer answer) {
    reached = true;
    desks.find(seat).flatMap(desk -> Doubt.about(desk, answer)).ifPresent(strays::claim);
    if (desks.find(seat).filter(desk -> desk.isClosedBy(report)).isPresent()) {
      tell(() -> "is done with " + seat);
      desks.drop(seat);
      closing.close(seat);
    } else {
      news(seat, desk -> clerk.answered(desk, report, daemon.now()));
    }
  }

  private void ask(Seat seat, Kind kind, Instant now) {
    var desk = desks.of(seat);
    var checkup = desk.checkup().orElseThrow();
    desks.put(desk.asked(kind, now));
    pipe(
        machine
            .prober()
            .ask(checkup.probe(kind), checkup.container(), desk.address(desks.holder(seat))),
        answer ->
            news(seat, d -> d.told(checkup.container(), kind, answer.orElseThrow(), daemon.now())));
  }

  @Override
  public void heard(ContainerEvent event, long count) {
    Labels.identity(event.labels())
        .ifPresent(id -> news(id.seat(), desk -> desk.heard(event, count)));
  }

  @Override
  public void listed(List<ContainerState> containers, long asked) {
    desks.listed(containers, asked).forEach(strays::claim);
    for (var seat : desks.seats()) {
      var seen = daemon.view().pod(seat.pod()).map(Row::state);
      seen.ifPresent(state -> change(seat, desk -> desk.recall(state, daemon.now())));
      Doubt.against(desks.of(seat), seen, machine.name()).ifPresent(strays::claim);
      look(seat);
    }
    census.compared(this::counted);
  }

  private void counted() {
    var waited = !census.clearance().isOpen();
    census.clearing().forEach(order -> save(order, () -> {}));
    if (waited) desks.seats().forEach(this::look);
  }

  private void disown(Labels.Identity id) {
    Doubt.disowned(desks.of(id.seat()), id.incarnation()).ifPresent(order -> save(order, () -> {}));
  }
}
