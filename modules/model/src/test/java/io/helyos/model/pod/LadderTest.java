package io.helyos.model.pod;

import static io.helyos.model.pod.ApiPod.NOON;
import static io.helyos.model.pod.ApiPod.assignment;
import static io.helyos.model.pod.ApiPod.choose;
import static io.helyos.model.pod.ApiPod.creating;
import static io.helyos.model.pod.ApiPod.endBackoff;
import static io.helyos.model.pod.ApiPod.ensureReported;
import static io.helyos.model.pod.ApiPod.granted;
import static io.helyos.model.pod.ApiPod.nothing;
import static io.helyos.model.pod.ApiPod.started;
import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.model.Given;
import io.helyos.model.pod.PodCommand.Assign;
import io.helyos.model.pod.PodCommand.EndBackoff;
import io.helyos.model.pod.PodCommand.GiveUpNode;
import io.helyos.model.pod.PodCommand.ReportExited;
import io.helyos.model.pod.PodCommand.ReportStartFailed;
import io.helyos.model.pod.PodEffect.WakeAt;
import io.helyos.model.pod.PodEvent.PodExited;
import io.helyos.model.pod.PodEvent.PodStartFailed;
import io.helyos.model.pod.PodReport.Phase;
import io.helyos.model.template.Backoff;
import io.helyos.model.template.RestartPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// The waits before the restarts of a pod that always crashes.
class LadderTest {
  private static final List<Long> RUNGS =
      List.of(1L, 2L, 4L, 8L, 16L, 32L, 64L, 128L, 256L, 300L, 300L, 300L);

  /// Each container crashes some odd time after it was due.
  private static Instant end(Instant due, int attempt) {
    return due.plusMillis(137L * attempt).plusNanos(attempt);
  }

  private static ReportExited crash(long incarnation, int attempt, Instant at) {
    return new ReportExited(incarnation, attempt, new Exit(1, false, at, List.of()));
  }

  private static Exit noted(Instant at) {
    return new Exit(1, false, at, List.of(), Optional.of(NOON), Optional.empty());
  }

  /// The seconds between each exit and the attempt that follows.
  private static List<Long> ladder(Backoff backoff, int rungs) {
    var pod = creating(assignment(1, RestartPolicy.ALWAYS, backoff));
    var waits = new ArrayList<Long>();
    for (var attempt = 1; attempt <= rungs; attempt++) {
      pod = pod.and(crash(1, attempt, NOON));
      waits.add(Duration.between(NOON, until(pod.state())).toSeconds());
      pod = pod.and(endBackoff(attempt));
    }
    return waits;
  }

  private static Instant until(Pod pod) {
    return ((Pod.BackingOff) pod).until();
  }

  @Test
  void each_is_counted_from_the_instant_at_which_the_engine_saw_the_end() {
    var pod = creating();
    var end = NOON;
    for (var attempt = 1; attempt <= RUNGS.size(); attempt++) {
      var due = end.plusSeconds(RUNGS.get(attempt - 1));
      pod =
          pod.when(crash(1, attempt, end))
              .then(
                  new PodExited(
                      1, attempt, new Exit(1, false, end, List.of()), attempt, Optional.of(due)))
              .accepted();
      assertThat(pod.effects()).contains(new WakeAt(due, endBackoff(attempt)));
      pod = pod.and(endBackoff(attempt));
      end = end(due, attempt);
    }
  }

  @Test
  void each_is_the_same_whoever_has_heard_that_the_container_had_started() {
    var pod = creating();
    for (var attempt = 1; attempt <= 5; attempt++) {
      var end = NOON.plusSeconds(attempt);
      var due = end.plusSeconds(RUNGS.get(attempt - 1));
      pod =
          pod.and(started(1, attempt))
              .when(crash(1, attempt, end))
              .then(new PodExited(1, attempt, noted(end), attempt, Optional.of(due)))
              .accepted()
              .and(endBackoff(attempt));
    }
  }

  @Test
  void double_from_one_second_to_five_minutes() {
    assertThat(ladder(Backoff.DEFAULT, 12)).isEqualTo(RUNGS);
  }

  @Test
  void may_begin_at_once() {
    var backoff = new Backoff(Duration.ZERO, Duration.ofSeconds(5));
    assertThat(ladder(backoff, 6)).containsExactly(0L, 1L, 2L, 4L, 5L, 5L);
  }

  @Test
  void may_all_be_nothing() {
    assertThat(ladder(new Backoff(Duration.ZERO, Duration.ZERO), 4)).containsOnly(0L);
  }

  @Test
  void go_on_at_their_ceiling_for_ever() {
    assertThat(ladder(Backoff.DEFAULT, 100).getLast()).isEqualTo(300L);
  }

  @Test
  void are_called_a_crash_loop_from_the_tenth_restart() {
    var pod = creating();
    for (var attempt = 1; attempt <= 12; attempt++) {
      pod = pod.and(crash(1, attempt, NOON));
      var word = attempt < 10 ? PodStatus.RESTARTING : PodStatus.CRASH_LOOP_BACKOFF;
      assertThat(PodStatus.of(pod.state())).contains(word);
      var phase = attempt < 10 ? Phase.RESTARTING : Phase.CRASHLOOP;
      assertThat(pod.effects()).contains(ensureReported(1, 1, attempt, phase));
      pod = pod.and(endBackoff(attempt));
      assertThat(PodStatus.of(pod.state())).contains(PodStatus.RESTARTING);
    }
  }

  @Test
  void go_on_after_a_restart_of_whoever_keeps_the_pod() {
    var second = NOON.plusSeconds(1);
    var history = List.<PodEvent>of(exited(1, NOON, 1), attempt(2), exited(2, second, 2));
    var pod = new PodLifecycle();
    var state = creating().state();
    for (var event : history) state = pod.evolve(state, event);
    assertThat(pod.effects(state)).contains(new WakeAt(second.plusSeconds(2), endBackoff(2)));
    assertThat(state.lived().orElseThrow().restarts()).isEqualTo(2);
  }

  private static PodEvent exited(int attempt, Instant at, int restarts) {
    var due = at.plusSeconds(RUNGS.get(attempt - 1));
    return new PodExited(1, attempt, new Exit(1, false, at, List.of()), restarts, Optional.of(due));
  }

  private static PodEvent attempt(int attempt) {
    return new PodEvent.AttemptBegun(1, attempt);
  }

  @Test
  void go_on_when_the_pod_moves_to_another_node() {
    var moved =
        twiceCrashed()
            .and(new GiveUpNode(1, ApiPod.NODE))
            .and(new EndBackoff(2, 1))
            .and(new PodCommand.ChoosePlacement(2, "n2", Map.of(), Map.of()))
            .and(new PodCommand.ReportGranted(2, "n2", List.of()))
            .and(crash(2, 1, NOON));
    assertThat(until(moved.state())).isEqualTo(NOON.plusSeconds(4));
  }

  @Test
  void begin_anew_with_a_new_revision() {
    var fresh =
        twiceCrashed()
            .and(new Assign(assignment(2)))
            .and(new PodCommand.ReportGone(1, ApiPod.NODE))
            .and(choose(2))
            .and(granted(2))
            .and(crash(2, 1, NOON));
    assertThat(until(fresh.state())).isEqualTo(NOON.plusSeconds(1));
  }

  private static Given<PodCommand, PodEvent, Pod, PodEffect> twiceCrashed() {
    return creating().and(crash(1, 1, NOON)).and(endBackoff(1)).and(crash(1, 2, NOON));
  }

  @Test
  void of_a_missing_image_are_its_own_and_count_no_restart() {
    var backoff = new Backoff(Duration.ZERO, Duration.ofSeconds(5));
    var pod = nothing().and(new Assign(assignment(1, RestartPolicy.NEVER, backoff)));
    pod = pod.and(choose(1)).and(granted(1));
    for (var attempt = 1; attempt <= 10; attempt++) {
      var at = end(NOON, attempt);
      var due = at.plusSeconds(Math.min(300, 1L << attempt));
      pod =
          pod.when(new ReportStartFailed(1, attempt, StartFailure.IMAGE, "no such tag", at))
              .then(
                  new PodStartFailed(
                      1, attempt, StartFailure.IMAGE, "no such tag", 0, attempt, Optional.of(due)))
              .accepted();
      assertThat(PodStatus.of(pod.state())).contains(PodStatus.CREATING);
      pod = pod.and(endBackoff(attempt));
    }
  }
}
