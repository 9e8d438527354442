package io.helyos.model.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.model.RandomWalk;
import io.helyos.model.agent.Order;
import io.helyos.model.agent.Order.Want;
import io.helyos.model.health.Checkup.Kind;
import io.helyos.model.pod.Pod;
import io.helyos.model.pod.PodCommand;
import io.helyos.model.pod.StartFailure;
import io.helyos.model.port.ContainerState;
import io.helyos.model.port.ProbeAnswer;
import io.helyos.model.reconciliation.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;

/// A long stretch of work at a desk whose engine, disk, pod and container answer whenever the dice
/// say so, or never. What must hold at each moment is checked by [DeskLaws] on the way.
final class DeskWalk {
  private final Random dice;
  private final SmallEngine engine;
  private final SmallPod pod;
  private final DeskLaws laws = new DeskLaws();
  private final List<UnaryOperator<Desk>> inputs = new ArrayList<>();
  private final List<Runnable> mail = new ArrayList<>();
  private Desk desk = Desk.of(Shift.POD);
  private Optional<Order> disk = Optional.empty();
  private Instant now = Shift.NOON;
  private long heard;
  private boolean podIsThere = true;
  private boolean listing;
  private boolean faulty = true;

  DeskWalk(long seed) {
    this.dice = new Random(seed);
    this.engine = new SmallEngine(dice);
    this.pod = new SmallPod(dice);
  }

  Desk desk() {
    return desk;
  }

  SmallEngine engine() {
    return engine;
  }

  SmallPod pod() {
    return pod;
  }

  DeskLaws laws() {
    return laws;
  }

  /// The same inputs at a new desk.
  Desk replayed() {
    var again = Desk.of(Shift.POD);
    for (var input : inputs) again = input.apply(again);
    return again;
  }

  DeskWalk walk(int steps) {
    for (var step = 0; step < steps; step++) happens();
    return this;
  }

  /// Everybody is there from now on, and nothing is lost any more.
  DeskWalk comesToRest() {
    faulty = false;
    podIsThere = true;
    engine.becomeReliable();
    for (var round = 0; round < 120; round++) {
      pod.settle();
      while (!mail.isEmpty()) mail.removeFirst().run();
      while (says()) look();
      take(pod.order());
      list();
      pass(Duration.ofSeconds(10));
    }
    return this;
  }

  private void happens() {
    switch (dice.nextInt(16)) {
      case 0, 1, 2, 3, 4 -> deliver();
      case 5, 6 -> says();
      case 7 -> pass(Duration.ofMillis(dice.nextInt(3000)));
      case 8 -> pass(desk.wakeAt(now).map(at -> Duration.between(now, at)).orElse(Duration.ZERO));
      case 9 -> list();
      case 10 -> take(pod.anyOrder());
      case 11 -> pod.acts();
      case 12 -> podIsThere = dice.nextInt(3) > 0;
      case 13 -> harm();
      case 14 -> pass(Duration.ofSeconds(dice.nextInt(40)));
      default -> rare();
    }
    look();
  }

  private void rare() {
    switch (dice.nextInt(4)) {
      case 0 -> restart();
      case 1 -> engine.lose();
      case 2 -> pass(Duration.ofMinutes(dice.nextInt(15)));
      default ->
          Fencing.order(desk, pod.incarnation())
              .filter(_ -> dice.nextInt(4) == 0)
              .ifPresent(this::save);
    }
  }

  private void harm() {
    var all = engine.list();
    if (all.isEmpty()) return;
    var victim = RandomWalk.pick(dice, all).id();
    if (dice.nextInt(8) == 0) engine.takeAway(victim, now);
    else engine.die(victim, now);
  }

  private void deliver() {
    if (!mail.isEmpty()) mail.remove(dice.nextInt(mail.size())).run();
  }

  private boolean says() {
    var event = engine.say();
    var count = ++heard;
    event.ifPresent(said -> input(desk -> desk.heard(said, count)));
    return event.isPresent();
  }

  /// One at a time.
  private void list() {
    if (listing) return;
    listing = true;
    var seen = engine.list();
    var asked = heard;
    mail.add(() -> {
      listing = false;
      input(desk -> desk.listed(seen, asked));
    });
  }

  private void forgetMail() {
    mail.clear();
    listing = false;
  }

  private void pass(Duration time) {
    now = now.plus(time);
    look();
  }

  /// Nothing but the disk and the engine outlives the agent; it lists before it does anything.
  private void restart() {
    forgetMail();
    laws.restarted();
    inputs.clear();
    desk = Desk.of(Shift.POD);
    disk.ifPresent(order -> input(desk -> desk.expect(order).saved(order)));
    var seen = engine.list();
    var asked = heard;
    var at = now;
    input(desk -> desk.listed(seen, asked));
    input(desk -> desk.recall(new Pod.Absent(Optional.empty(), 0, List.of()), at));
  }

  // As the agent does it.

  private void input(UnaryOperator<Desk> input) {
    inputs.add(input);
    var before = desk;
    desk = input.apply(desk);
    laws.moved(before, desk);
    if (desk.coming().isEmpty() && !desk.order().equals(before.order())) disk = desk.order();
  }

  private void take(Order next) {
    desk.admit(next).ifPresent(this::save);
  }

  private void save(Order order) {
    input(desk -> desk.expect(order));
    mail.add(() -> {
      if (faulty && dice.nextInt(10) == 0) {
        input(desk -> desk.notSaved(order));
        return;
      }
      input(desk -> desk.saved(order));
    });
  }

  private void look() {
    var at = now;
    input(desk -> desk.silenced(at));
    desk.deputised(now)
        .ifPresent(order -> {
          laws.deputised(order, now);
          save(order);
        });
    work();
    speak();
    for (var kind : desk.questions(now)) ask(kind);
    laws.looked(desk, now);
  }

  private void work() {
    var step = desk.step(now);
    if (step instanceof Step.Rest) return;
    var order = desk.order().orElseThrow();
    laws.beginning(desk, step);
    input(Desk::working);
    var at = now;
    var outcome = engine.take(order, step, at);
    assertThat(engine.running()).as("containers that run at once").hasSizeLessThan(2);
    mail.add(() -> {
      laws.ended();
      var then = now;
      input(desk -> desk.worked(order, outcome, then));
      if (outcome instanceof StepOutcome.NeedsImage) mail.add(() -> fetched(order));
    });
  }

  private void fetched(Order order) {
    var failure = new StepOutcome.CannotStart(StartFailure.IMAGE, "no", now);
    var works = !faulty || dice.nextInt(3) > 0;
    if (works) engine.pull();
    input(desk -> desk.fetched(order, works ? Optional.empty() : Optional.of(failure)));
  }

  private void speak() {
    desk.news()
        .ifPresent(news -> {
          var by = desk.order().orElseThrow();
          input(Desk::preparing);
          mail.add(() -> {
            var at = now;
            var report = Shift.words(by, news, at);
            input(desk -> desk.made(by, report, at));
          });
        });
    desk.nextReport(now).ifPresent(this::tell);
  }

  private void tell(PodCommand report) {
    laws.telling(report, now);
    var at = now;
    input(desk -> desk.telling(report, at));
    if (podIsThere) pod.hear(report);
    var answered = podIsThere && (!faulty || dice.nextInt(6) > 0);
    mail.add(() -> {
      laws.told(report, answered, now);
      var then = now;
      if (!answered) input(desk -> desk.unanswered(then));
      else if (desk.isClosedBy(report)) close();
      else input(desk -> desk.answered(report, then));
    });
  }

  private void close() {
    assertThat(desk.order().orElseThrow().want()).isEqualTo(Want.GONE);
    assertThat(engine.running()).as("what runs when nothing is left").isEmpty();
    forgetMail();
    laws.closed();
    inputs.clear();
    disk = Optional.empty();
    desk = Desk.of(Shift.POD);
    pod.goesOn();
  }

  private void ask(Kind kind) {
    var at = now;
    var container = desk.checkup().orElseThrow().container();
    input(desk -> desk.asked(kind, at));
    var good = !faulty || dice.nextInt(3) > 0;
    mail.add(() -> {
      var then = now;
      var answer = good ? ProbeAnswer.good("ok") : ProbeAnswer.bad("no");
      input(desk -> desk.told(container, kind, answer, then));
    });
  }

  /// What the desk takes for running.
  static boolean seesOneRunning(Desk desk) {
    return desk.seen().stream().anyMatch(ContainerState::isRunning);
  }
}
