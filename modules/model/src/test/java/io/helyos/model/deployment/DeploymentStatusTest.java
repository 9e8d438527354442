package io.helyos.model.deployment;

import static io.helyos.model.Given.given;
import static io.helyos.model.deployment.Shop.API;
import static io.helyos.model.deployment.Shop.active;
import static io.helyos.model.deployment.Shop.deployed;
import static io.helyos.model.deployment.Shop.report;
import static io.helyos.model.deployment.Shop.reported;
import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.model.deployment.DeploymentCommand.ReportPod;
import io.helyos.model.deployment.DeploymentCommand.Scale;
import io.helyos.model.deployment.DeploymentCommand.Stop;
import io.helyos.model.pod.PodReport;
import io.helyos.model.pod.PodReport.Phase;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeploymentStatusTest {
  private final DeploymentLifecycle deployment = new DeploymentLifecycle();

  @ParameterizedTest(name = "{0} is {1} with {2} ready")
  @CsvSource({
    "PENDING PENDING,       pending,  0",
    "RUNNING RUNNING,       running,  2",
    "RUNNING PENDING,       running,  1",
    "RUNNING UNREADY,       running,  1",
    "UNREADY UNREADY,       pending,  0",
    "UNREADY CRASHLOOP,     degraded, 0",
    "UNREADY COMPLETED,     running,  0",
    "RUNNING COMPLETED,       running,  1",
    "COMPLETED COMPLETED,       running,  0",
    "RUNNING FAILED,        degraded, 1",
    "PENDING CRASHLOOP,     degraded, 0",
    "CRASHLOOP CRASHLOOP,   failed,   0",
    "FAILED CRASHLOOP,      failed,   0",
    "RESTARTING RESTARTING, pending,  0",
  })
  void the_phases_of_two_pods_make_one_word(String phases, String word, int ready) {
    var state = given(deployment, deployed("nginx:1", 2));
    var index = 0;
    for (var phase : Arrays.stream(phases.split(" ")).map(Phase::valueOf).toList()) {
      state = state.and(report(index++, 1, phase));
    }
    assertThat(DeploymentStatus.of(active(state.state())).word()).isEqualTo(word);
    assertThat(DeploymentStatus.ready(active(state.state()))).isEqualTo(ready);
  }

  @Test
  void a_pod_that_ran_and_does_not_run_now_is_a_loss() {
    var state =
        given(deployment, deployed("nginx:1", 2))
            .and(report(0, 1, Phase.RUNNING))
            .and(report(1, 1, Phase.RUNNING))
            .and(report(1, 1, Phase.RESTARTING))
            .state();
    assertThat(DeploymentStatus.of(active(state))).isEqualTo(DeploymentStatus.DEGRADED);
  }

  @Test
  void a_pod_that_was_ready_and_is_not_ready_now_is_a_loss_until_it_is_again() {
    var busy =
        given(deployment, deployed("nginx:1", 2))
            .and(report(0, 1, Phase.RUNNING))
            .and(report(1, 1, Phase.RUNNING))
            .and(report(1, 1, Phase.UNREADY));
    assertThat(DeploymentStatus.of(active(busy.state()))).isEqualTo(DeploymentStatus.DEGRADED);
    assertThat(DeploymentStatus.ready(active(busy.state()))).isEqualTo(1);
    var again = busy.and(report(1, 1, Phase.RUNNING));
    assertThat(DeploymentStatus.of(active(again.state()))).isEqualTo(DeploymentStatus.RUNNING);
    assertThat(DeploymentStatus.ready(active(again.state()))).isEqualTo(2);
  }

  @Test
  void a_pod_whose_machine_was_lost_is_a_loss() {
    var next = new PodReport(1, 1, 2, 1, Phase.PENDING);
    var lost =
        given(deployment, deployed("nginx:1", 2))
            .and(report(0, 1, Phase.RUNNING))
            .and(report(1, 1, Phase.RUNNING))
            .when(new ReportPod(API, next))
            .then(reported(next))
            .accepted();
    assertThat(DeploymentStatus.of(active(lost.state()))).isEqualTo(DeploymentStatus.DEGRADED);
    assertThat(DeploymentStatus.ready(active(lost.state()))).isEqualTo(1);
  }

  @Test
  void growing_is_no_loss() {
    var state =
        given(deployment, deployed("nginx:1", 1))
            .and(report(0, 1, Phase.RUNNING))
            .and(new Scale(API, 9))
            .state();
    assertThat(DeploymentStatus.of(active(state))).isEqualTo(DeploymentStatus.RUNNING);
  }

  @Test
  void only_wanted_pods_count() {
    var state =
        given(deployment, deployed("nginx:1", 2))
            .and(report(0, 1, Phase.RUNNING))
            .and(report(1, 1, Phase.CRASHLOOP))
            .and(new Scale(API, 1))
            .state();
    assertThat(DeploymentStatus.of(active(state))).isEqualTo(DeploymentStatus.RUNNING);
    assertThat(DeploymentStatus.ready(active(state))).isEqualTo(1);
  }

  @Test
  void stopped_is_stopped_whatever_the_pods_do() {
    var state = given(deployment, deployed("nginx:1", 2)).and(new Stop(API)).state();
    assertThat(DeploymentStatus.of(active(state))).isEqualTo(DeploymentStatus.STOPPED);
  }

  @Test
  void the_same_news_twice_is_no_event() {
    given(deployment, deployed("nginx:1", 1))
        .and(report(0, 1, Phase.RUNNING))
        .when(report(0, 1, Phase.RUNNING))
        .then();
  }
}
