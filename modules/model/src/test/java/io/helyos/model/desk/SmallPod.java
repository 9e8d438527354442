package io.helyos.model.desk;

import io.helyos.model.RandomWalk;
import io.helyos.model.agent.Order;
import io.helyos.model.pod.PodCommand;
import io.helyos.model.pod.PodCommand.ReportExited;
import io.helyos.model.pod.PodCommand.ReportGone;
import io.helyos.model.pod.PodCommand.ReportHealth;
import io.helyos.model.pod.PodCommand.ReportStartFailed;
import io.helyos.model.pod.PodCommand.ReportStarted;
import io.helyos.model.template.PodTemplate;
import io.helyos.model.template.Probe;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/// A pod as an agent knows it: orders one start after another, one life after another.
final class SmallPod {
  private static final Probe PROBE =
      new Probe(
          new Probe.Action.Tcp(80),
          Duration.ofSeconds(10),
          Duration.ofSeconds(5),
          3,
          Duration.ofSeconds(5));

  private final Random dice;
  private final PodTemplate template;
  private final List<Order> given = new ArrayList<>();
  private long incarnation = 1;
  private int attempt = 1;
  private boolean over;
  private boolean ending;

  SmallPod(Random dice) {
    this.dice = dice;
    var plain = PodTemplate.of("nginx");
    template =
        switch (dice.nextInt(3)) {
          case 0 -> plain;
          case 1 -> plain.withProbes(Optional.of(PROBE), Optional.empty());
          default -> plain.withProbes(Optional.of(PROBE), Optional.of(PROBE));
        };
  }

  long incarnation() {
    return incarnation;
  }

  int attempt() {
    return attempt;
  }

  /// What it wants now.
  Order order() {
    var next = ending ? Shift.gone(incarnation) : Shift.order(incarnation, attempt, template);
    given.add(next);
    return next;
  }

  /// What it wants now, or has wanted before: some orders are late.
  Order anyOrder() {
    var now = order();
    return dice.nextInt(3) == 0 ? RandomWalk.pick(dice, given) : now;
  }

  /// Its time has come, or its user's.
  void acts() {
    if (dice.nextInt(6) == 0) ending = true;
    else if (over) begin(attempt + 1);
  }

  /// From now on it is wanted.
  void settle() {
    if (over) begin(attempt + 1);
  }

  /// Nothing is left of its last life here.
  void goesOn() {
    given.clear();
    incarnation++;
    begin(1);
    ending = false;
  }

  private void begin(int next) {
    attempt = next;
    over = false;
  }

  void hear(PodCommand report) {
    switch (report) {
      case ReportStarted news when isPresent(news.incarnation(), news.attempt()) ->
          begin(news.attempt());
      case ReportExited news when isPresent(news.incarnation(), news.attempt()) -> {
        attempt = news.attempt();
        over = true;
      }
      case ReportStartFailed news when isPresent(news.incarnation(), news.attempt()) -> {
        attempt = news.attempt();
        over = true;
      }
      case ReportStarted _, ReportExited _, ReportStartFailed _, ReportHealth _, ReportGone _ -> {}
      default -> throw new AssertionError("An agent does not say " + report);
    }
  }

  /// Of an attempt that is over nothing begins again.
  private boolean isPresent(long life, int start) {
    return life == incarnation && (start > attempt || (start == attempt && !over));
  }
}
