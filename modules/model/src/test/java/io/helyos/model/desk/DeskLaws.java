package io.helyos.model.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.model.agent.Order;
import io.helyos.model.agent.Order.Want;
import io.helyos.model.pod.PodCommand;
import io.helyos.model.pod.PodCommand.ReportExited;
import io.helyos.model.pod.PodCommand.ReportGone;
import io.helyos.model.pod.PodCommand.ReportHealth;
import io.helyos.model.pod.PodCommand.ReportStartFailed;
import io.helyos.model.pod.PodCommand.ReportStarted;
import io.helyos.model.reconciliation.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What must hold at a desk at every moment, whatever happens around it.
final class DeskLaws {
  private static final Duration FOR_EVER = Duration.ofDays(400);

  private final List<PodCommand> told = new ArrayList<>();
  private final Set<PodCommand> answered = new HashSet<>();
  private int calls;
  private int tells;
  private int deputised;
  private long reached;
  private @Nullable Instant silentSince;

  int deputised() {
    return deputised;
  }

  /// All reports, each when it was told for the first time.
  List<PodCommand> told() {
    return told;
  }

  /// A start whose end nobody has heard, and no disk, is begun once more.
  void restarted() {
    reached -= reached % 2;
    calls = 0;
    tells = 0;
    silentSince = null;
  }

  void closed() {
    restarted();
  }

  /// One call on the engine at a time, and none for a second container.
  void beginning(Desk desk, Step step) {
    assertThat(++calls).as("calls on the engine").isEqualTo(1);
    if (step instanceof Step.BringUp) {
      assertThat(DeskWalk.seesOneRunning(desk)).as("one runs already").isFalse();
      assertThat(desk.order().orElseThrow().want()).isEqualTo(Want.RUNNING);
    }
  }

  void ended() {
    calls--;
  }

  /// One report at a time, and never an earlier one after a later one.
  void telling(PodCommand report, Instant now) {
    assertThat(++tells).as("reports that are being told").isEqualTo(1);
    if (silentSince == null) silentSince = now;
    if (told.contains(report)) return;
    told.add(report);
    assertThat(place(report)).as("%s in %s", report, told).isGreaterThanOrEqualTo(reached);
    reached = place(report);
  }

  void told(PodCommand report, boolean heard, Instant now) {
    tells--;
    if (!heard) return;
    assertThat(now).isNotNull();
    silentSince = null;
    answered.add(report);
  }

  /// Lives follow each other, in each life starts, in each start its end the beginning.
  private static long place(PodCommand report) {
    return switch (report) {
      case ReportStarted(var life, var start, _) -> place(life, start, 0);
      case ReportHealth(var life, var start, _, _, _, _) -> place(life, start, 0);
      case ReportExited(var life, var start, _, _) -> place(life, start, 1);
      case ReportStartFailed(var life, var start, _, _, _) -> place(life, start, 1);
      case ReportGone(var life, _) -> place(life, 99_999, 0);
      default -> throw new AssertionError("An agent does not say " + report);
    };
  }

  private static long place(long life, int start, int moment) {
    return (life * 100_000 + start) * 2 + moment;
  }

  /// Nothing is begun without a silence, nor before its pod will know why.
  void deputised(Order next, Instant now) {
    deputised++;
    assertThat(silentSince).as("nobody is silent").isNotNull();
    assertThat(Duration.between(silentSince, now)).isGreaterThanOrEqualTo(Duration.ofSeconds(2));
    assertThat(
            next.unheard().stream().anyMatch(r -> isEnd(r, next))
                || answered.stream().anyMatch(r -> isEnd(r, next)))
        .as("the end before %s is told or kept", next)
        .isTrue();
  }

  private static boolean isEnd(PodCommand report, Order next) {
    return switch (report) {
      case ReportExited(var life, var start, _, _) ->
          life == next.incarnation() && start == next.attempt() - 1;
      case ReportStartFailed(var life, var start, _, _, _) ->
          life == next.incarnation() && start == next.attempt() - 1;
      default -> false;
    };
  }

  /// No order goes back, and what was not heard is not forgotten.
  void moved(Desk before, Desk after) {
    if (before.order().isEmpty()) return;
    var old = before.order().get();
    var now = after.order().orElseThrow();
    assertThat(start(now)).isGreaterThanOrEqualTo(start(old));
    var lost = new ArrayList<>(old.unheard());
    lost.removeAll(now.unheard());
    assertThat(answered).as("what is kept no more was heard").containsAll(lost);
  }

  private static long start(Order order) {
    var start = order.want() == Want.GONE ? 99_999 : order.attempt();
    return place(order.incarnation(), start, order.want() == Want.ENDED ? 1 : 0);
  }

  /// After a look nothing is left to do at once, and what time alone brings, the desk wakes for.
  void looked(Desk desk, Instant now) {
    rests(desk, now, "at once");
    var before = desk.wakeAt(now).map(at -> at.minusNanos(1)).orElse(now.plus(FOR_EVER));
    rests(desk, before, "before it wakes");
  }

  private static void rests(Desk desk, Instant at, String when) {
    assertThat(desk.silenced(at)).as(when).isEqualTo(desk);
    assertThat(desk.deputised(at)).as(when).isEmpty();
    assertThat(desk.step(at)).as(when).isEqualTo(new Step.Rest());
    assertThat(desk.nextReport(at)).as(when).isEmpty();
    assertThat(desk.questions(at)).as(when).isEmpty();
    assertThat(desk.news()).as(when).isEmpty();
  }
}
