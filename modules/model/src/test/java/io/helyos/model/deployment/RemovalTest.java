package io.helyos.model.deployment;

import static io.helyos.model.Given.given;
import static io.helyos.model.deployment.Shop.API;
import static io.helyos.model.deployment.Shop.deploy;
import static io.helyos.model.deployment.Shop.deployed;
import static io.helyos.model.deployment.Shop.gone;
import static io.helyos.model.deployment.Shop.noPod;
import static io.helyos.model.deployment.Shop.report;
import static io.helyos.model.deployment.Shop.reportGone;
import static io.helyos.model.deployment.Shop.reported;
import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.model.Rejection.Kind;
import io.helyos.model.deployment.Deployment.Mode;
import io.helyos.model.deployment.DeploymentCommand.Remove;
import io.helyos.model.deployment.DeploymentCommand.Resume;
import io.helyos.model.deployment.DeploymentCommand.Stop;
import io.helyos.model.deployment.DeploymentCommand.Suspend;
import io.helyos.model.deployment.DeploymentEffect.EnsureUnlisted;
import io.helyos.model.deployment.DeploymentEvent.DeploymentRemoved;
import io.helyos.model.deployment.DeploymentEvent.RemovalRequested;
import io.helyos.model.pod.PodReport.Phase;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RemovalTest {
  private final DeploymentLifecycle deployment = new DeploymentLifecycle();

  @Test
  void removing_takes_every_pod_away_first() {
    given(deployment, deployed("nginx:1", 2))
        .when(new Remove(API))
        .then(new RemovalRequested(Mode.RUNNING))
        .newEffects(noPod(0), noPod(1));
  }

  @Test
  void it_is_removed_with_its_last_pod() {
    given(deployment, deployed("nginx:1", 2))
        .and(new Remove(API))
        .and(reportGone(1))
        .when(reportGone(0))
        .then(reported(gone(0)), new DeploymentRemoved())
        .newEffects(new EnsureUnlisted(API));
  }

  @Test
  void without_pods_it_is_gone_at_once() {
    given(deployment, deployed("nginx:1", 0))
        .when(new Remove(API))
        .then(new RemovalRequested(Mode.RUNNING), new DeploymentRemoved())
        .newEffects(new EnsureUnlisted(API));
  }

  @Test
  void a_stopped_one_can_be_removed() {
    given(deployment, deployed("nginx:1", 1))
        .and(new Stop(API))
        .when(new Remove(API))
        .then(new RemovalRequested(Mode.STOPPED))
        .newEffects(noPod(0));
  }

  @Test
  void asking_again_changes_nothing() {
    var going = given(deployment, deployed("nginx:1", 1)).and(new Remove(API));
    going.when(new Remove(API)).then();
    going.when(new Stop(API)).then();
    going.and(reportGone(0)).when(new Remove(API)).refused(Kind.NOT_FOUND, "shop/api");
  }

  @Test
  void deploying_meanwhile_is_refused() {
    given(deployment, deployed("nginx:1", 1))
        .and(new Remove(API))
        .when(deploy("nginx:2", 1))
        .refused(Kind.CONFLICT, "being removed");
  }

  @Test
  void a_project_that_is_resumed_meanwhile_brings_nothing_back() {
    var going =
        given(deployment, deployed("nginx:1", 2))
            .and(new Suspend(API))
            .and(new Remove(API))
            .and(reportGone(1))
            .and(new Resume(API));
    assertThat(going.effects()).contains(noPod(0)).doesNotContain(noPod(1));
  }

  @Test
  void it_remembers_who_it_was_and_its_revision() {
    var gone = given(deployment, deployed("nginx:1", 0)).and(new Remove(API));
    assertThat(gone.state())
        .isEqualTo(new Deployment.Absent(Optional.of(API), Optional.empty(), 1));
  }

  @Test
  void a_pod_that_reports_afterwards_hears_that_there_is_none() {
    var gone = given(deployment, deployed("nginx:1", 0)).and(new Remove(API));
    gone.when(report(0, 1, Phase.RUNNING)).refused(Kind.NOT_FOUND, "shop/api");
    gone.when(reportGone(0)).then();
  }
}
