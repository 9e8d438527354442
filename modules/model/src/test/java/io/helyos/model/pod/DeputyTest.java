package io.helyos.model.pod;

import static io.helyos.model.pod.ApiPod.NODE;
import static io.helyos.model.pod.ApiPod.NOON;
import static io.helyos.model.pod.ApiPod.backingOff;
import static io.helyos.model.pod.ApiPod.choose;
import static io.helyos.model.pod.ApiPod.completed;
import static io.helyos.model.pod.ApiPod.creating;
import static io.helyos.model.pod.ApiPod.endBackoff;
import static io.helyos.model.pod.ApiPod.ensureReported;
import static io.helyos.model.pod.ApiPod.ensureRunning;
import static io.helyos.model.pod.ApiPod.exit;
import static io.helyos.model.pod.ApiPod.exited;
import static io.helyos.model.pod.ApiPod.failed;
import static io.helyos.model.pod.ApiPod.healthy;
import static io.helyos.model.pod.ApiPod.noted;
import static io.helyos.model.pod.ApiPod.pending;
import static io.helyos.model.pod.ApiPod.removed;
import static io.helyos.model.pod.ApiPod.reserving;
import static io.helyos.model.pod.ApiPod.running;
import static io.helyos.model.pod.ApiPod.startFailed;
import static io.helyos.model.pod.ApiPod.started;
import static io.helyos.model.pod.ApiPod.stopped;
import static io.helyos.model.pod.ApiPod.stopping;
import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.model.Given;
import io.helyos.model.Rejection.Kind;
import io.helyos.model.pod.PodCommand.ReportGone;
import io.helyos.model.pod.PodEffect.WakeAt;
import io.helyos.model.pod.PodEvent.AttemptBegun;
import io.helyos.model.pod.PodEvent.PodExited;
import io.helyos.model.pod.PodEvent.PodStartFailed;
import io.helyos.model.pod.PodEvent.PodStarted;
import io.helyos.model.pod.PodReport.Phase;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// While no pod could be reached, the agent has gone on by itself. What it reports afterwards is of
/// attempts that the pod has not begun.
class DeputyTest {
  record Case(String state, Given<PodCommand, PodEvent, Pod, PodEffect> pod) {
    @Override
    public String toString() {
      return state;
    }
  }

  static Stream<Case> with_a_container_to_come() {
    return Stream.of(
        new Case("Creating", creating()),
        new Case("Running", running()),
        new Case("BackingOff", backingOff()));
  }

  static Stream<Case> on_their_way_out() {
    return Stream.of(
        new Case("Stopping", stopping()),
        new Case("Stopped", stopped()),
        new Case("Stopped", completed()),
        new Case("Failed", failed()),
        new Case("Pending", pending()),
        new Case("Reserving", reserving()),
        new Case("Absent", removed()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("with_a_container_to_come")
  void a_later_attempt_that_runs_is_taken_over(Case of) {
    for (var attempt : new int[] {2, 4}) {
      of.pod()
          .when(started(1, attempt))
          .then(new AttemptBegun(1, attempt), new PodStarted(1, attempt, ApiPod.container()));
      var after = of.pod().and(started(1, attempt));
      var restarts = of.pod().state().lived().orElseThrow().restarts();
      assertThat(PodStatus.of(after.state())).contains(PodStatus.RUNNING);
      assertThat(after.effects())
          .contains(
              ensureRunning(1, attempt, restarts), ensureReported(1, 1, attempt, Phase.RUNNING));
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("with_a_container_to_come")
  void a_later_attempt_that_has_ended_is_counted_once_and_waited_for(Case of) {
    for (var attempt : new int[] {2, 4}) {
      var before = of.pod().state().lived().orElseThrow().restarts();
      var due = NOON.plusSeconds(1L << before);
      of.pod()
          .when(exited(1, attempt, 1))
          .then(
              new AttemptBegun(1, attempt),
              new PodExited(1, attempt, exit(1), before + 1, Optional.of(due)));
      assertThat(of.pod().and(exited(1, attempt, 1)).effects())
          .contains(new WakeAt(due, endBackoff(attempt)));
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("with_a_container_to_come")
  void a_later_attempt_that_did_not_come_up_is_waited_for(Case of) {
    for (var attempt : new int[] {2, 4}) {
      var before = of.pod().state().lived().orElseThrow().restarts();
      var due = NOON.plusSeconds(1L << before);
      of.pod()
          .when(startFailed(attempt, StartFailure.REFUSED))
          .then(
              new AttemptBegun(1, attempt),
              new PodStartFailed(
                  1,
                  attempt,
                  StartFailure.REFUSED,
                  "The engine said no.",
                  before + 1,
                  0,
                  Optional.of(due)));
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("with_a_container_to_come")
  void a_later_attempt_that_found_a_strangers_port_makes_the_pod_move(Case of) {
    var moving = of.pod().and(startFailed(3, StartFailure.PORT_TAKEN));
    assertThat(moving.state()).isInstanceOf(Pod.Stopping.class);
    assertThat(moving.effects()).contains(ApiPod.ensureGone(1));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("on_their_way_out")
  void no_later_attempt_is_believed_by_a_pod_that_wants_none(Case of) {
    for (var attempt : new int[] {2, 4}) {
      of.pod().when(started(1, attempt)).refused(Kind.STALE, "ReportStarted", of.state());
      of.pod().when(exited(1, attempt, 1)).refused(Kind.STALE, "ReportExited", of.state());
      of.pod()
          .when(startFailed(attempt, StartFailure.REFUSED))
          .refused(Kind.STALE, "ReportStartFailed", of.state());
    }
  }

  @ParameterizedTest(name = "attempt {0}")
  @ValueSource(ints = {1, 2, 5})
  void no_attempt_of_another_life_is_believed(int attempt) {
    var second =
        running()
            .and(new PodCommand.Stop())
            .and(new ReportGone(1, NODE))
            .and(new PodCommand.Assign(ApiPod.assignment(1)))
            .and(choose(2))
            .and(ApiPod.granted(2));
    second.when(exited(1, attempt, 1)).refused(Kind.STALE, "ReportExited", "Creating");
    second.when(started(3, attempt)).refused(Kind.STALE, "ReportStarted", "Creating");
  }

  @Test
  void health_is_believed_only_of_a_container_whose_start_was_heard() {
    running().when(healthy(2, NOON)).refused(Kind.STALE, "ReportHealth", "Running");
  }

  @Nested
  class A_queue_of_reports {
    @Test
    void that_is_told_in_its_order_leaves_nothing_out_of_the_history() {
      running()
          .when(exited(1, 1, 1))
          .then(new PodExited(1, 1, noted(1), 1, Optional.of(NOON.plusSeconds(1))))
          .accepted()
          .when(started(1, 2))
          .then(new AttemptBegun(1, 2), new PodStarted(1, 2, ApiPod.container()))
          .accepted()
          .when(exited(1, 2, 1))
          .then(new PodExited(1, 2, noted(1), 2, Optional.of(NOON.plusSeconds(2))))
          .accepted()
          .when(exited(1, 3, 1))
          .then(
              new AttemptBegun(1, 3),
              new PodExited(1, 3, exit(1), 3, Optional.of(NOON.plusSeconds(4))))
          .accepted()
          .when(started(1, 4))
          .then(new AttemptBegun(1, 4), new PodStarted(1, 4, ApiPod.container()));
    }

    @Test
    void that_is_told_twice_says_nothing_new() {
      var told = running().and(exited(1, 1, 1)).and(started(1, 2)).and(exited(1, 2, 1));
      told.when(exited(1, 1, 1)).refused(Kind.STALE, "ReportExited", "BackingOff");
      told.when(started(1, 2)).then();
      told.when(exited(1, 2, 1)).then();
    }

    @Test
    void leaves_no_timer_of_an_attempt_that_the_agent_has_begun_already() {
      var told = running().and(exited(1, 1, 1)).and(started(1, 2));
      assertThat(told.effects()).doesNotContain(new WakeAt(NOON.plusSeconds(1), endBackoff(1)));
      told.when(endBackoff(1)).refused(Kind.STALE, "EndBackoff", "Running");
    }
  }

  @Nested
  class A_report_of_the_next_attempt {
    @Test
    void that_meets_a_pod_which_has_begun_it_too_is_no_second_beginning() {
      backingOff()
          .and(endBackoff(1))
          .when(started(1, 2))
          .then(new PodStarted(1, 2, ApiPod.container()));
    }

    @Test
    void keeps_what_the_pod_owes_elsewhere() {
      var owing =
          reserving()
              .and(new PodCommand.ReportRefused(1, NODE, "no"))
              .and(choose(2))
              .and(ApiPod.granted(2))
              .and(started(2, 3));
      assertThat(owing.effects()).contains(ApiPod.ensureReleased(1));
    }
  }
}
