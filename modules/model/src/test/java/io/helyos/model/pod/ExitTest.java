package io.helyos.model.pod;

import static io.helyos.model.pod.ApiPod.NOON;
import static io.helyos.model.pod.ApiPod.assignment;
import static io.helyos.model.pod.ApiPod.creating;
import static io.helyos.model.pod.ApiPod.endBackoff;
import static io.helyos.model.pod.ApiPod.ensureReported;
import static io.helyos.model.pod.ApiPod.ensureRunning;
import static io.helyos.model.pod.ApiPod.exited;
import static io.helyos.model.pod.ApiPod.running;
import static io.helyos.model.pod.ApiPod.started;
import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.model.Given;
import io.helyos.model.Rejection.Kind;
import io.helyos.model.pod.PodCommand.Assign;
import io.helyos.model.pod.PodCommand.ReportExited;
import io.helyos.model.pod.PodCommand.ReportGone;
import io.helyos.model.pod.PodCommand.ResetRestarts;
import io.helyos.model.pod.PodEffect.WakeAt;
import io.helyos.model.pod.PodEvent.AttemptBegun;
import io.helyos.model.pod.PodEvent.PodExited;
import io.helyos.model.pod.PodEvent.PodStartFailed;
import io.helyos.model.pod.PodEvent.RestartsReset;
import io.helyos.model.pod.PodReport.Phase;
import io.helyos.model.template.RestartPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExitTest {
  @Nested
  class A_container_that_ends {
    @Test
    void is_started_again_one_second_after_it_ended() {
      var due = NOON.plusSeconds(1);
      running()
          .when(exited(1, 1, 1))
          .then(new PodExited(1, 1, ApiPod.noted(1), 1, Optional.of(due)))
          .newEffects(new WakeAt(due, endBackoff(1)), ensureReported(1, 1, 1, Phase.RESTARTING))
          .accepted()
          .when(endBackoff(1))
          .then(new AttemptBegun(1, 2))
          .newEffects(ensureRunning(1, 2, 1), ensureReported(1, 1, 2, Phase.RESTARTING));
    }

    @Test
    void whose_next_start_is_due_already_is_started_again_in_the_same_moment() {
      var late = new Exit(1, false, NOON.minusSeconds(5), List.of());
      var noted =
          new Exit(1, false, NOON.minusSeconds(5), List.of(), Optional.of(NOON), Optional.empty());
      running()
          .when(new ReportExited(1, 1, late), NOON)
          .then(
              new PodExited(1, 1, noted, 1, Optional.of(NOON.minusSeconds(4))),
              new AttemptBegun(1, 2))
          .newEffects(ensureRunning(1, 2, 1), ensureReported(1, 1, 2, Phase.RESTARTING));
    }

    @Test
    void that_nobody_has_seen_ending_says_so() {
      running()
          .when(new ReportExited(1, 1, Exit.unseen(NOON, Optional.of(NOON))))
          .then(
              new PodExited(
                  1, 1, Exit.unseen(NOON, Optional.of(NOON)), 1, Optional.of(NOON.plusSeconds(1))));
    }

    @Test
    void may_have_ended_before_anybody_heard_that_it_had_started() {
      creating()
          .when(exited(1, 1, 1))
          .then(new PodExited(1, 1, ApiPod.exit(1), 1, Optional.of(NOON.plusSeconds(1))));
    }
  }

  @Nested
  class A_container_that_was_killed_for_its_memory {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 137})
    void has_failed_whatever_its_exit_code_is(int code) {
      var killed = new Exit(code, true, NOON, List.of());
      var noted = new Exit(code, true, NOON, List.of(), Optional.of(NOON), Optional.empty());
      running(RestartPolicy.ONFAILURE)
          .when(new ReportExited(1, 1, killed))
          .then(new PodExited(1, 1, noted, 1, Optional.of(NOON.plusSeconds(1))));
    }

    @Test
    void has_the_same_end_when_no_restart_is_wanted() {
      var end =
          running(RestartPolicy.NEVER)
              .and(new ReportExited(1, 1, new Exit(0, true, NOON, List.of())));
      assertThat(PodStatus.of(end.state())).contains(PodStatus.FAILED);
      assertThat(PodStatus.trouble(end.state())).map(Trouble::reason).contains("OOMKilled");
    }
  }

  @Nested
  class The_count_of_restarts {
    private Given<PodCommand, PodEvent, Pod, PodEffect> onceRestarted() {
      return ApiPod.backingOff().and(endBackoff(1)).and(started(1, 2));
    }

    @Test
    void begins_anew_after_ten_minutes_of_running() {
      assertThat(onceRestarted().effects())
          .contains(new WakeAt(NOON.plus(Duration.ofMinutes(10)), new ResetRestarts(1, 2)));
      onceRestarted()
          .and(new ResetRestarts(1, 2))
          .when(exited(1, 2, 1))
          .then(new PodExited(1, 2, ApiPod.noted(1), 1, Optional.of(NOON.plusSeconds(1))));
    }

    @Test
    void is_reset_only_once_and_only_when_there_is_something_to_reset() {
      onceRestarted()
          .when(new ResetRestarts(1, 2))
          .then(new RestartsReset(1, 2))
          .accepted()
          .when(new ResetRestarts(1, 2))
          .then();
      assertThat(running().effects()).noneMatch(WakeAt.class::isInstance);
    }

    @Test
    void is_not_reset_by_the_timer_of_an_attempt_that_is_over() {
      onceRestarted()
          .and(exited(1, 2, 1))
          .when(new ResetRestarts(1, 2))
          .refused(Kind.STALE, "ResetRestarts", "BackingOff");
    }

    @Test
    void begins_anew_with_a_new_revision() {
      var moved = onceRestarted().and(new Assign(assignment(2))).and(new ReportGone(1, "n1"));
      assertThat(moved.state().lived().orElseThrow().restarts()).isZero();
    }

    @Test
    void goes_on_when_the_pod_is_stopped_and_started() {
      var again =
          onceRestarted()
              .and(new PodCommand.Stop())
              .and(new ReportGone(1, "n1"))
              .and(new Assign(assignment(1)));
      assertThat(again.state().lived().orElseThrow().restarts()).isEqualTo(1);
    }
  }

  @Nested
  class An_image_that_cannot_be_had {
    private static PodStartFailed failed(int attempt, int failures, int seconds) {
      return new PodStartFailed(
          1,
          attempt,
          StartFailure.IMAGE,
          "The engine said no.",
          0,
          failures,
          Optional.of(NOON.plusSeconds(seconds)));
    }

    @Test
    void is_tried_again_on_its_own_ladder_and_is_no_restart() {
      creating()
          .when(ApiPod.startFailed(1, StartFailure.IMAGE))
          .then(failed(1, 1, 2))
          .accepted()
          .and(endBackoff(1))
          .when(ApiPod.startFailed(2, StartFailure.IMAGE))
          .then(failed(2, 2, 4));
    }

    @Test
    void shows_first_as_an_error_and_then_as_a_back_off_of_a_pod_that_is_being_created() {
      var once = creating().and(ApiPod.startFailed(1, StartFailure.IMAGE));
      assertThat(PodStatus.trouble(once.state())).map(Trouble::reason).contains("ErrImagePull");
      assertThat(PodStatus.of(once.state())).contains(PodStatus.CREATING);
      var twice = once.and(endBackoff(1)).and(ApiPod.startFailed(2, StartFailure.IMAGE));
      assertThat(PodStatus.trouble(twice.state()))
          .map(Trouble::reason)
          .contains("ImagePullBackoff");
      assertThat(PodStatus.of(twice.state())).contains(PodStatus.CREATING);
    }

    @Test
    void is_forgotten_as_soon_as_the_container_runs() {
      var up =
          creating()
              .and(ApiPod.startFailed(1, StartFailure.IMAGE))
              .and(endBackoff(1))
              .and(started(1, 2));
      assertThat(up.state().lived().orElseThrow().pullFailures()).isZero();
    }

    @Test
    void is_forgotten_too_when_only_the_end_of_the_container_was_heard() {
      var down =
          creating()
              .and(ApiPod.startFailed(1, StartFailure.IMAGE))
              .and(endBackoff(1))
              .and(exited(1, 2, 1));
      assertThat(PodStatus.of(down.state())).contains(PodStatus.RESTARTING);
    }
  }

  @Nested
  class Under_restart_never {
    private static PodStartFailed told(
        StartFailure failure, int restarts, Optional<Instant> retryAt) {
      return new PodStartFailed(1, 1, failure, "The engine said no.", restarts, 0, retryAt);
    }

    @Test
    void a_container_that_cannot_be_started_is_at_its_end() {
      var end =
          creating(RestartPolicy.NEVER)
              .when(ApiPod.startFailed(1, StartFailure.REFUSED))
              .then(told(StartFailure.REFUSED, 0, Optional.empty()))
              .newEffects(ensureReported(1, 1, 1, Phase.FAILED))
              .accepted();
      assertThat(end.state()).isInstanceOf(Pod.Failed.class);
      assertThat(end.effects()).containsExactly(ensureReported(1, 1, 1, Phase.FAILED));
      end.when(ApiPod.startFailed(1, StartFailure.REFUSED)).then();
      end.when(new Assign(assignment(2)))
          .newEffects(ApiPod.ensureGone(1), ensureReported(2, 1, 1, Phase.PENDING));
    }

    @Test
    void a_container_that_a_stranger_keeps_from_starting_is_tried_again() {
      var due = NOON.plusSeconds(1);
      creating(RestartPolicy.NEVER)
          .when(ApiPod.startFailed(1, StartFailure.NAME_TAKEN))
          .then(told(StartFailure.NAME_TAKEN, 1, Optional.of(due)))
          .newEffects(new WakeAt(due, endBackoff(1)), ensureReported(1, 1, 1, Phase.RESTARTING));
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = StartFailure.class,
      names = {"NAME_TAKEN", "REFUSED"})
  void a_start_that_the_engine_refuses_counts_as_a_restart(StartFailure failure) {
    creating()
        .when(ApiPod.startFailed(1, failure))
        .then(
            new PodStartFailed(
                1, 1, failure, "The engine said no.", 1, 0, Optional.of(NOON.plusSeconds(1))));
  }
}
