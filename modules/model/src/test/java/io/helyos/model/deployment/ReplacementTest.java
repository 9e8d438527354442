package io.helyos.model.deployment;

import static io.helyos.model.Given.given;
import static io.helyos.model.deployment.Shop.API;
import static io.helyos.model.deployment.Shop.NOW;
import static io.helyos.model.deployment.Shop.deadline;
import static io.helyos.model.deployment.Shop.deploy;
import static io.helyos.model.deployment.Shop.deployed;
import static io.helyos.model.deployment.Shop.pod;
import static io.helyos.model.deployment.Shop.redeployed;
import static io.helyos.model.deployment.Shop.report;
import static io.helyos.model.deployment.Shop.reported;
import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.model.Given;
import io.helyos.model.deployment.Deployment.Mode;
import io.helyos.model.deployment.DeploymentCommand.ReportPod;
import io.helyos.model.deployment.DeploymentCommand.Scale;
import io.helyos.model.deployment.DeploymentCommand.Stop;
import io.helyos.model.deployment.DeploymentEvent.Scaled;
import io.helyos.model.deployment.DeploymentEvent.SlotUpdated;
import io.helyos.model.deployment.RolloutEvent.RolloutBegun;
import io.helyos.model.deployment.RolloutEvent.RolloutCompleted;
import io.helyos.model.pod.PodReport;
import io.helyos.model.pod.PodReport.Phase;
import org.junit.jupiter.api.Test;

/// A changed template reaches the pods one by one, the old one stopping first.
class ReplacementTest {
  private final DeploymentLifecycle deployment = new DeploymentLifecycle();

  private Given<DeploymentCommand, DeploymentEvent, Deployment, DeploymentEffect> threeRunning() {
    return given(
        deployment,
        deployed("nginx:1", 3),
        reported(0, 1, Phase.RUNNING),
        reported(1, 1, Phase.RUNNING),
        reported(2, 1, Phase.RUNNING));
  }

  @Test
  void only_the_first_pod_takes_a_new_template_at_once() {
    threeRunning()
        .when(deploy("nginx:2", 3))
        .then(redeployed(1, 3, "nginx:2", 3), new SlotUpdated(0, 1, 2))
        .newEffects(pod(0, 2, "nginx:2"));
  }

  @Test
  void the_next_pod_follows_when_the_first_is_running() {
    threeRunning()
        .and(deploy("nginx:2", 3))
        .when(report(0, 2, Phase.RUNNING))
        .then(reported(0, 2, Phase.RUNNING), new SlotUpdated(1, 1, 2))
        .newEffects(pod(1, 2, "nginx:2"));
  }

  @Test
  void the_last_one_running_ends_it_and_every_revision_is_kept() {
    var done =
        threeRunning()
            .and(deploy("nginx:2", 3))
            .and(report(0, 2, Phase.RUNNING))
            .and(report(1, 2, Phase.RUNNING))
            .when(report(2, 2, Phase.RUNNING))
            .then(reported(2, 2, Phase.RUNNING), new RolloutCompleted(2))
            .accepted();
    assertThat(Shop.active(done.state()).revisions()).containsOnlyKeys(1, 2);
  }

  @Test
  void a_new_pod_that_does_not_come_up_holds_the_others() {
    var crashing =
        threeRunning()
            .and(deploy("nginx:2", 3))
            .when(report(0, 2, Phase.RESTARTING))
            .then(reported(0, 2, Phase.RESTARTING))
            .newEffects()
            .accepted();
    crashing.when(report(0, 2, Phase.CRASHLOOP)).then(reported(0, 2, Phase.CRASHLOOP)).newEffects();
  }

  @Test
  void a_new_pod_that_runs_and_is_not_ready_holds_the_others_until_it_is() {
    threeRunning()
        .and(deploy("nginx:2", 3))
        .when(report(0, 2, Phase.UNREADY))
        .then(reported(0, 2, Phase.UNREADY))
        .newEffects()
        .accepted()
        .when(report(0, 2, Phase.RUNNING))
        .then(reported(0, 2, Phase.RUNNING), new SlotUpdated(1, 1, 2));
  }

  @Test
  void a_new_pod_that_is_not_ready_any_more_holds_the_others_again() {
    var second =
        threeRunning()
            .and(deploy("nginx:2", 3))
            .and(report(0, 2, Phase.RUNNING))
            .and(report(0, 2, Phase.UNREADY));
    second.when(report(1, 2, Phase.RUNNING)).then(reported(1, 2, Phase.RUNNING)).newEffects();
  }

  @Test
  void an_old_pod_that_gets_no_traffic_is_replaced_without_waiting() {
    threeRunning()
        .and(report(2, 1, Phase.UNREADY))
        .when(deploy("nginx:2", 3))
        .then(redeployed(1, 3, "nginx:2", 3), new SlotUpdated(2, 1, 2));
  }

  @Test
  void a_new_pod_whose_machine_was_lost_holds_the_others_until_it_runs_elsewhere() {
    var next = new PodReport(0, 2, 2, 1, Phase.PENDING);
    var lost =
        threeRunning()
            .and(deploy("nginx:2", 3))
            .and(report(0, 2, Phase.RUNNING))
            .and(new ReportPod(API, next));
    var waiting =
        lost.when(report(1, 2, Phase.RUNNING))
            .then(reported(1, 2, Phase.RUNNING))
            .newEffects()
            .accepted();
    var back = new PodReport(0, 2, 2, 1, Phase.RUNNING);
    waiting.when(new ReportPod(API, back)).then(reported(back), new SlotUpdated(2, 1, 2));
  }

  @Test
  void a_new_pod_that_has_done_its_work_holds_nobody() {
    threeRunning()
        .and(deploy("nginx:2", 3))
        .when(report(0, 2, Phase.COMPLETED))
        .then(reported(0, 2, Phase.COMPLETED), new SlotUpdated(1, 1, 2));
  }

  @Test
  void broken_pods_are_replaced_first_and_without_waiting() {
    threeRunning()
        .and(report(1, 1, Phase.CRASHLOOP))
        .and(report(2, 1, Phase.FAILED))
        .when(deploy("nginx:2", 3))
        .then(redeployed(1, 3, "nginx:2", 3), new SlotUpdated(1, 1, 2), new SlotUpdated(2, 1, 2))
        .newEffects(deadline(), pod(1, 2, "nginx:2"), pod(2, 2, "nginx:2"));
  }

  @Test
  void an_old_pod_that_breaks_meanwhile_is_replaced_too() {
    threeRunning()
        .and(deploy("nginx:2", 3))
        .when(report(2, 1, Phase.RESTARTING))
        .then(reported(2, 1, Phase.RESTARTING), new SlotUpdated(2, 1, 2));
  }

  @Test
  void pods_that_never_ran_are_not_waited_for() {
    given(deployment, deployed("nginx:1", 2))
        .when(deploy("nginx:2", 2))
        .then(redeployed(1, 2, "nginx:2", 2), new SlotUpdated(0, 1, 2), new SlotUpdated(1, 1, 2));
  }

  @Test
  void a_third_template_in_the_middle_takes_over() {
    threeRunning()
        .and(deploy("nginx:2", 3))
        .when(deploy("nginx:3", 3))
        .then(redeployed(2, 3, "nginx:3", 3), new SlotUpdated(0, 2, 3))
        .newEffects(pod(0, 3, "nginx:3"));
  }

  @Test
  void news_of_the_old_revision_does_not_count_for_a_slot_that_has_moved_on() {
    threeRunning().and(deploy("nginx:2", 3)).when(report(0, 1, Phase.CRASHLOOP)).then();
  }

  @Test
  void pods_added_meanwhile_run_the_new_template_and_are_waited_for() {
    var more =
        threeRunning()
            .and(deploy("nginx:2", 3))
            .when(new Scale(API, 4))
            .then(new Scaled(3, 4, Mode.RUNNING))
            .newEffects(pod(3, 2, "nginx:2"))
            .accepted();
    more.when(report(0, 2, Phase.RUNNING)).then(reported(0, 2, Phase.RUNNING)).newEffects();
  }

  @Test
  void after_a_stop_all_pods_start_again_with_the_newest_template() {
    threeRunning()
        .and(deploy("nginx:2", 3))
        .and(new Stop(API))
        .when(new Scale(API, 3))
        .then(new Scaled(3, 3, Mode.STOPPED), new RolloutBegun(2, NOW))
        .newEffects(deadline(), pod(0, 2, "nginx:2"), pod(1, 2, "nginx:2"), pod(2, 2, "nginx:2"));
  }
}
