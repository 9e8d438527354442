package io.helyos.model.pod;

import static io.helyos.model.pod.ApiPod.NOON;
import static io.helyos.model.pod.ApiPod.checked;
import static io.helyos.model.pod.ApiPod.creating;
import static io.helyos.model.pod.ApiPod.ensureReported;
import static io.helyos.model.pod.ApiPod.ensureRunning;
import static io.helyos.model.pod.ApiPod.started;
import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.model.Given;
import io.helyos.model.pod.Health.Liveness;
import io.helyos.model.pod.PodCommand.ReportHealth;
import io.helyos.model.pod.PodEvent.HealthChanged;
import io.helyos.model.pod.PodReport.Phase;
import io.helyos.model.template.RestartPolicy;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/// A container with a readiness check: it runs, and its deployment counts it only while it is
/// ready.
class ReadinessTest {
  private static final Instant SOON = NOON.plusSeconds(20);
  private static final ReportHealth READY =
      new ReportHealth(1, 1, Liveness.HEALTHY, true, "HTTP 204", SOON);
  private static final ReportHealth NOT_READY =
      new ReportHealth(1, 1, Liveness.HEALTHY, false, "HTTP 429", SOON.plusSeconds(5));

  @Test
  void runs_and_gets_no_traffic_until_it_is_ready() {
    isNotReady(up(false, true).state(), "no traffic");
    assertThat(health(up(false, true)).ready()).isFalse();
    assertThat(up(false, true).effects()).contains(ensureReported(1, 1, 1, Phase.UNREADY));
    var ready =
        up(false, true).when(READY).newEffects(ensureReported(1, 1, 1, Phase.RUNNING)).accepted();
    assertThat(ready.effects()).doesNotContain(ensureReported(1, 1, 1, Phase.UNREADY));
    assertThat(PodStatus.trouble(ready.state())).isEmpty();
    assertThat(health(ready).ready()).isTrue();
  }

  @Test
  void not_ready_any_more_it_goes_on_running_and_is_not_counted() {
    var busy =
        up(false, true)
            .and(READY)
            .when(NOT_READY)
            .newEffects(ensureReported(1, 1, 1, Phase.UNREADY))
            .accepted();
    isNotReady(busy.state(), "HTTP 429");
    assertThat(busy.effects())
        .contains(ensureRunning(1, 1, 0))
        .doesNotContain(ensureReported(1, 1, 1, Phase.RUNNING));
  }

  @Test
  void is_healthy_for_as_long_as_before_when_only_its_readiness_changes() {
    assertThat(health(up(false, true).and(READY).and(NOT_READY)).since()).isEqualTo(NOON);
  }

  @Test
  void with_a_healthcheck_too_it_needs_both() {
    var alive = up(true, true).and(new ReportHealth(1, 1, Liveness.HEALTHY, false, "", SOON));
    isNotReady(alive.state(), "no traffic");
    assertThat(alive.effects()).contains(ensureReported(1, 1, 1, Phase.UNREADY));
    assertThat(health(alive.and(READY)).ready()).isTrue();
  }

  @Test
  void says_what_the_first_check_answered_though_it_was_not_ready_before_either() {
    var refused = new ReportHealth(1, 1, Liveness.HEALTHY, false, "HTTP 503", SOON);
    var told =
        up(false, true)
            .when(refused)
            .then(new HealthChanged(1, 1, Liveness.HEALTHY, false, "HTTP 503", SOON))
            .newEffects()
            .accepted();
    isNotReady(told.state(), "It last said: HTTP 503");
    told.when(refused).then();
  }

  /// A check may say nothing at all in both cases, as a command without output does.
  @Test
  void is_news_also_when_the_answer_is_the_same() {
    var ready = up(false, true).and(new ReportHealth(1, 1, Liveness.HEALTHY, true, "", SOON));
    assertThat(health(ready).ready()).isTrue();
    ready
        .when(new ReportHealth(1, 1, Liveness.HEALTHY, false, "", SOON))
        .then(new HealthChanged(1, 1, Liveness.HEALTHY, false, "", SOON))
        .newEffects(ensureReported(1, 1, 1, Phase.UNREADY));
  }

  private static Given<PodCommand, PodEvent, Pod, PodEffect> up(boolean checked, boolean gated) {
    return creating(checked(RestartPolicy.ALWAYS, checked, gated)).and(started(1, 1));
  }

  private static Health health(Given<PodCommand, PodEvent, Pod, PodEffect> given) {
    return ((Pod.Running) given.state()).health();
  }

  private static void isNotReady(Pod pod, String words) {
    assertThat(PodStatus.of(pod)).contains(PodStatus.RUNNING);
    assertThat(PodStatus.trouble(pod))
        .hasValueSatisfying(why -> {
          assertThat(why.reason()).isEqualTo("NotReady");
          assertThat(why.message()).contains(words);
        });
  }
}
