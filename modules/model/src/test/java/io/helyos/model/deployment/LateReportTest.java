package io.helyos.model.deployment;

import static io.helyos.model.Given.given;
import static io.helyos.model.deployment.Shop.API;
import static io.helyos.model.deployment.Shop.active;
import static io.helyos.model.deployment.Shop.deploy;
import static io.helyos.model.deployment.Shop.reported;
import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.model.Given;
import io.helyos.model.deployment.DeploymentCommand.ReportPod;
import io.helyos.model.deployment.RolloutEvent.RolloutCompleted;
import io.helyos.model.pod.PodReport;
import io.helyos.model.pod.PodReport.Phase;
import org.junit.jupiter.api.Test;

/// Reports of a pod overtake each other on their way. What is of an earlier life or start than what
/// is known already says nothing.
class LateReportTest {
  private static PodReport report(long incarnation, int attempt, Phase phase) {
    return new PodReport(0, 1, incarnation, attempt, phase);
  }

  private static ReportPod told(long incarnation, int attempt, Phase phase) {
    return new ReportPod(API, report(incarnation, attempt, phase));
  }

  private static Given<DeploymentCommand, DeploymentEvent, Deployment, DeploymentEffect> known(
      long incarnation, int attempt, Phase phase) {
    return given(new DeploymentLifecycle())
        .and(deploy("nginx:1", 1))
        .and(told(incarnation, attempt, phase));
  }

  @Test
  void an_earlier_life_is_over() {
    known(3, 1, Phase.RUNNING).when(told(2, 1, Phase.RESTARTING)).then();
    known(3, 1, Phase.RUNNING).when(told(2, 9, Phase.FAILED)).then();
  }

  @Test
  void an_earlier_start_is_over() {
    known(1, 4, Phase.RESTARTING).when(told(1, 3, Phase.RUNNING)).then();
  }

  /// It went down and came up again, and the first that is heard is that it is up.
  @Test
  void an_earlier_start_is_over_also_when_the_next_one_was_no_other_news() {
    var again = known(1, 1, Phase.RUNNING).and(told(1, 2, Phase.RUNNING));
    again.when(told(1, 1, Phase.RESTARTING)).then();
    again.when(told(1, 1, Phase.UNREADY)).then();
    again.when(told(1, 2, Phase.RESTARTING)).then(reported(report(1, 2, Phase.RESTARTING)));
  }

  @Test
  void an_earlier_life_is_over_also_when_the_next_one_was_no_other_news() {
    known(1, 5, Phase.RUNNING)
        .and(told(2, 1, Phase.RUNNING))
        .when(told(1, 5, Phase.RESTARTING))
        .then();
  }

  @Test
  void a_lost_life_may_be_heard_of_after_the_next_one_has_come_up() {
    known(2, 1, Phase.RUNNING).when(told(1, 1, Phase.RUNNING)).then();
    known(3, 1, Phase.RUNNING).when(told(2, 1, Phase.PENDING)).then();
  }

  @Test
  void the_same_start_may_have_gone_on() {
    known(1, 4, Phase.RUNNING)
        .when(told(1, 4, Phase.RESTARTING))
        .then(reported(report(1, 4, Phase.RESTARTING)));
  }

  @Test
  void a_later_start_counts() {
    known(1, 4, Phase.RESTARTING)
        .when(told(1, 5, Phase.RUNNING))
        .then(reported(report(1, 5, Phase.RUNNING)), new RolloutCompleted(1));
  }

  @Test
  void the_first_start_of_a_later_life_counts() {
    known(1, 4, Phase.RUNNING)
        .when(told(2, 1, Phase.RESTARTING))
        .then(reported(report(2, 1, Phase.RESTARTING)));
  }

  @Test
  void what_is_known_is_known_of_that_life_and_start() {
    assertThat(active(known(2, 3, Phase.RUNNING).state()).slots().get(0))
        .hasValueSatisfying(slot -> {
          assertThat(slot.phase()).isEqualTo(Phase.RUNNING);
          assertThat(slot.incarnation()).isEqualTo(2);
          assertThat(slot.attempt()).isEqualTo(3);
        });
  }

  @Test
  void a_slot_that_takes_a_new_revision_still_knows_what_is_late() {
    var updated = known(2, 3, Phase.RUNNING).and(deploy("nginx:2", 1));
    assertThat(active(updated.state()).slots().get(0))
        .hasValueSatisfying(slot -> {
          assertThat(slot.isNews(report(2, 2, Phase.RUNNING))).isFalse();
          assertThat(slot.isNews(report(2, 3, Phase.RUNNING))).isTrue();
        });
  }

  @Test
  void a_slot_that_was_made_anew_has_heard_nothing_yet() {
    var slot = Slot.fresh(1);
    assertThat(slot.isNews(report(1, 1, Phase.RUNNING))).isTrue();
  }
}
