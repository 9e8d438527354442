package io.helyos.model.pod;

import static io.helyos.model.pod.ApiPod.NOON;
import static io.helyos.model.pod.ApiPod.checked;
import static io.helyos.model.pod.ApiPod.creating;
import static io.helyos.model.pod.ApiPod.endBackoff;
import static io.helyos.model.pod.ApiPod.ensureReported;
import static io.helyos.model.pod.ApiPod.ensureRunning;
import static io.helyos.model.pod.ApiPod.exited;
import static io.helyos.model.pod.ApiPod.healthy;
import static io.helyos.model.pod.ApiPod.running;
import static io.helyos.model.pod.ApiPod.started;
import static io.helyos.model.pod.ApiPod.unhealthy;
import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.model.Given;
import io.helyos.model.pod.Health.Liveness;
import io.helyos.model.pod.PodCommand.ReportExited;
import io.helyos.model.pod.PodCommand.ReportHealth;
import io.helyos.model.pod.PodCommand.ReportStarted;
import io.helyos.model.pod.PodCommand.ResetRestarts;
import io.helyos.model.pod.PodEffect.WakeAt;
import io.helyos.model.pod.PodEvent.HealthChanged;
import io.helyos.model.pod.PodEvent.PodExited;
import io.helyos.model.pod.PodEvent.RestartsReset;
import io.helyos.model.pod.PodReport.Phase;
import io.helyos.model.template.RestartPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class HealthTest {
  private static final Duration TEN_MINUTES = Duration.ofMinutes(10);
  private static final Instant SOON = NOON.plusSeconds(20);

  private static Given<PodCommand, PodEvent, Pod, PodEffect> up(boolean checked, boolean gated) {
    return creating(checked(RestartPolicy.ALWAYS, checked, gated)).and(started(1, 1));
  }

  private static Health health(Given<PodCommand, PodEvent, Pod, PodEffect> given) {
    return ((Pod.Running) given.state()).health();
  }

  private static void isShown(Pod pod, PodStatus status, String reason, String words) {
    assertThat(PodStatus.of(pod)).contains(status);
    assertThat(PodStatus.trouble(pod))
        .hasValueSatisfying(why -> {
          assertThat(why.reason()).isEqualTo(reason);
          assertThat(why.message()).contains(words);
        });
  }

  @Nested
  class A_container_without_checks {
    @Test
    void is_healthy_and_ready_as_soon_as_it_runs() {
      assertThat(health(running())).isEqualTo(new Health(Liveness.HEALTHY, true, "", NOON));
      assertThat(PodStatus.of(running().state())).contains(PodStatus.RUNNING);
      assertThat(PodStatus.trouble(running().state())).isEmpty();
      assertThat(running().effects()).contains(ensureReported(1, 1, 1, Phase.RUNNING));
    }
  }

  @Nested
  class A_container_with_a_healthcheck {
    @Test
    void is_still_being_created_until_the_check_passes() {
      isShown(up(true, false).state(), PodStatus.CREATING, "HealthcheckStarting", "not passed yet");
      assertThat(health(up(true, false)).ready()).isFalse();
      assertThat(up(true, false).effects()).contains(ensureReported(1, 1, 1, Phase.PENDING));
    }

    @Test
    void runs_from_the_first_answer_that_is_good() {
      var passed =
          up(true, false)
              .when(healthy(1, SOON))
              .then(new HealthChanged(1, 1, Liveness.HEALTHY, true, "HTTP 200", SOON))
              .newEffects(ensureReported(1, 1, 1, Phase.RUNNING))
              .accepted();
      assertThat(health(passed)).isEqualTo(new Health(Liveness.HEALTHY, true, "HTTP 200", SOON));
      assertThat(PodStatus.of(passed.state())).contains(PodStatus.RUNNING);
      assertThat(PodStatus.trouble(passed.state())).isEmpty();
    }

    @Test
    void says_what_the_check_last_answered() {
      var refused = new ReportHealth(1, 1, Liveness.STARTING, true, "connection refused", SOON);
      isShown(
          up(true, true).and(refused).state(),
          PodStatus.CREATING,
          "HealthcheckStarting",
          "connection refused");
    }

    @Test
    void that_fails_is_on_its_way_to_a_restart() {
      var failing =
          up(true, false)
              .and(healthy(1, SOON))
              .when(unhealthy(1))
              .newEffects(ensureReported(1, 1, 1, Phase.RESTARTING))
              .accepted();
      isShown(failing.state(), PodStatus.RESTARTING, "Unhealthy", "HTTP 503");
    }

    @Test
    void is_being_restarted_until_the_check_of_the_next_container_passes() {
      var again = up(true, false).and(exited(1, 1, 1)).and(endBackoff(1)).and(started(1, 2));
      isShown(again.state(), PodStatus.RESTARTING, "HealthcheckStarting", "not passed yet");
      assertThat(again.effects()).contains(ensureReported(1, 1, 2, Phase.RESTARTING));
      var passed = again.and(healthy(2, SOON));
      assertThat(PodStatus.of(passed.state())).contains(PodStatus.RUNNING);
      assertThat(passed.effects()).contains(ensureReported(1, 1, 2, Phase.RUNNING));
    }

    @Test
    void starts_anew_when_the_engine_has_put_another_one_in_its_place() {
      var other = new Pod.Container("decade", "172.18.0.3", "sha256:1", SOON);
      var replaced = up(true, false).and(healthy(1, SOON)).and(new ReportStarted(1, 1, other));
      assertThat(health(replaced)).isEqualTo(new Health(Liveness.STARTING, false, "", SOON));
      assertThat(replaced.effects()).contains(ensureReported(1, 1, 1, Phase.PENDING));
    }
  }

  @Nested
  class Answers_that_change_nothing {
    @Test
    void are_not_stored() {
      var passed = up(true, true).and(healthy(1, SOON));
      passed.when(healthy(1, SOON.plusSeconds(30))).then();
    }

    @Test
    void and_yet_say_something_else_leave_it_as_healthy_as_before() {
      var later = SOON.plusSeconds(30);
      var other = new ReportHealth(1, 1, Liveness.HEALTHY, true, "HTTP 201", later);
      var told =
          up(true, true)
              .and(healthy(1, SOON))
              .when(other)
              .then(new HealthChanged(1, 1, Liveness.HEALTHY, true, "HTTP 201", later))
              .newEffects()
              .accepted();
      assertThat(health(told)).isEqualTo(new Health(Liveness.HEALTHY, true, "HTTP 201", SOON));
    }
  }

  @Nested
  class The_count_of_restarts {
    private static final Instant FIRST_GOOD = NOON.plus(Duration.ofMinutes(3));

    private static Given<PodCommand, PodEvent, Pod, PodEffect> onceRestarted() {
      return up(true, false).and(exited(1, 1, 1)).and(endBackoff(1)).and(started(1, 2));
    }

    @Test
    void waits_for_health_and_not_for_the_start() {
      assertThat(onceRestarted().effects()).noneMatch(WakeAt.class::isInstance);
      onceRestarted()
          .when(healthy(2, FIRST_GOOD))
          .newEffects(
              new WakeAt(FIRST_GOOD.plus(TEN_MINUTES), new ResetRestarts(1, 2)),
              ensureReported(1, 1, 2, Phase.RUNNING))
          .accepted()
          .when(new ResetRestarts(1, 2))
          .then(new RestartsReset(1, 2))
          .newEffects(ensureRunning(1, 2, 0));
    }

    @Test
    void is_not_reset_while_the_check_does_not_pass() {
      onceRestarted().when(new ResetRestarts(1, 2)).then();
      onceRestarted()
          .and(healthy(2, FIRST_GOOD))
          .and(unhealthy(2))
          .when(new ResetRestarts(1, 2))
          .then();
    }

    @Test
    void waits_for_unbroken_health() {
      var later = FIRST_GOOD.plus(Duration.ofMinutes(9));
      var broken = onceRestarted().and(healthy(2, FIRST_GOOD)).and(unhealthy(2));
      assertThat(broken.effects()).noneMatch(WakeAt.class::isInstance);
      assertThat(broken.and(healthy(2, later)).effects())
          .contains(new WakeAt(later.plus(TEN_MINUTES), new ResetRestarts(1, 2)));
    }

    @Test
    void begins_anew_also_when_only_the_exit_tells_of_ten_minutes_of_health() {
      var end = FIRST_GOOD.plus(TEN_MINUTES);
      onceRestarted()
          .when(new ReportExited(1, 2, exit(end, Optional.of(FIRST_GOOD))))
          .then(
              new PodExited(
                  1, 2, exit(end, Optional.of(FIRST_GOOD)), 1, Optional.of(end.plusSeconds(1))));
    }

    @Test
    void goes_on_when_a_nanosecond_of_health_was_missing() {
      var end = FIRST_GOOD.plus(TEN_MINUTES).minusNanos(1);
      onceRestarted()
          .when(new ReportExited(1, 2, exit(end, Optional.of(FIRST_GOOD))))
          .then(
              new PodExited(
                  1, 2, exit(end, Optional.of(FIRST_GOOD)), 2, Optional.of(end.plusSeconds(2))));
    }

    @Test
    void begins_anew_also_when_the_agent_has_forgotten_since_when_it_was_healthy() {
      var end = FIRST_GOOD.plus(TEN_MINUTES);
      onceRestarted()
          .and(healthy(2, FIRST_GOOD))
          .when(new ReportExited(1, 2, exit(end, Optional.empty())))
          .then(
              new PodExited(
                  1, 2, exit(end, Optional.of(FIRST_GOOD)), 1, Optional.of(end.plusSeconds(1))));
    }

    @Test
    void goes_on_after_a_long_life_that_was_never_healthy() {
      var end = NOON.plus(Duration.ofHours(1));
      var down = onceRestarted().and(new ReportExited(1, 2, exit(end, Optional.empty())));
      assertThat(down.state().lived().orElseThrow().restarts()).isEqualTo(2);
    }

    private static Exit exit(Instant at, Optional<Instant> healthySince) {
      return new Exit(1, false, at, List.of(), healthySince, Optional.empty());
    }
  }
}
