package io.helyos.model.deployment;

import static io.helyos.model.Given.given;
import static io.helyos.model.deployment.Shop.API;
import static io.helyos.model.deployment.Shop.NOW;
import static io.helyos.model.deployment.Shop.ONE_BY_ONE;
import static io.helyos.model.deployment.Shop.before;
import static io.helyos.model.deployment.Shop.deadline;
import static io.helyos.model.deployment.Shop.deploy;
import static io.helyos.model.deployment.Shop.deployed;
import static io.helyos.model.deployment.Shop.image;
import static io.helyos.model.deployment.Shop.noPod;
import static io.helyos.model.deployment.Shop.pod;
import static io.helyos.model.deployment.Shop.report;
import static io.helyos.model.deployment.Shop.reported;
import static io.helyos.model.deployment.Shop.stopped;
import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.model.Rejection.Kind;
import io.helyos.model.deployment.Deployment.Mode;
import io.helyos.model.deployment.DeploymentCommand.Remove;
import io.helyos.model.deployment.DeploymentCommand.Resume;
import io.helyos.model.deployment.DeploymentCommand.Scale;
import io.helyos.model.deployment.DeploymentCommand.Stop;
import io.helyos.model.deployment.DeploymentCommand.Suspend;
import io.helyos.model.deployment.DeploymentEffect.EnsureListed;
import io.helyos.model.deployment.DeploymentEvent.Deployed;
import io.helyos.model.deployment.DeploymentEvent.DeploymentResumed;
import io.helyos.model.deployment.DeploymentEvent.DeploymentStopped;
import io.helyos.model.deployment.DeploymentEvent.DeploymentSuspended;
import io.helyos.model.deployment.DeploymentEvent.Scaled;
import io.helyos.model.deployment.RolloutEvent.RolloutBegun;
import io.helyos.model.pod.PodReport.Phase;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class StoppingTest {
  private final DeploymentLifecycle deployment = new DeploymentLifecycle();

  @Nested
  class Stopping {
    @Test
    void stops_the_pods_and_keeps_the_definition() {
      var idle =
          given(deployment, deployed("nginx:1", 2))
              .when(new Stop(API))
              .then(new DeploymentStopped(Mode.RUNNING))
              .newEffects(stopped(0), stopped(1))
              .accepted();
      assertThat(Shop.active(idle.state()).template()).isEqualTo(image("nginx:1"));
    }

    @Test
    void twice_changes_nothing() {
      given(deployment, deployed("nginx:1", 2)).and(new Stop(API)).when(new Stop(API)).then();
    }

    @Test
    void does_not_stop_the_removal_of_pods_that_were_scaled_away() {
      given(deployment, deployed("nginx:1", 2))
          .and(new Scale(API, 1))
          .when(new Stop(API))
          .newEffects(stopped(0));
      var both =
          given(deployment, deployed("nginx:1", 2)).and(new Scale(API, 1)).and(new Stop(API));
      assertThat(both.effects()).contains(stopped(0), noPod(1));
    }

    @Test
    void shows_in_the_status_even_before_the_pods_have_ended() {
      var idle =
          given(deployment, deployed("nginx:1", 1), reported(0, 1, Phase.RUNNING))
              .and(new Stop(API));
      assertThat(DeploymentStatus.of(Shop.active(idle.state())))
          .isEqualTo(DeploymentStatus.STOPPED);
    }
  }

  @Nested
  class Starting_again {
    @Test
    void by_scaling_wants_all_pods_again() {
      given(deployment, deployed("nginx:1", 1))
          .and(new Stop(API))
          .and(report(0, 1, Phase.STOPPED))
          .when(new Scale(API, 2))
          .then(new Scaled(1, 2, Mode.STOPPED), new RolloutBegun(1, NOW))
          .newEffects(deadline(), pod(0, 1, "nginx:1"), pod(1, 1, "nginx:1"));
    }

    @Test
    void by_scaling_to_the_same_count_is_a_change_too() {
      given(deployment, deployed("nginx:1", 1))
          .and(new Stop(API))
          .when(new Scale(API, 1))
          .then(new Scaled(1, 1, Mode.STOPPED), new RolloutBegun(1, NOW))
          .newEffects(deadline(), pod(0, 1, "nginx:1"));
    }

    @Test
    void by_deploying_the_same_makes_no_new_revision() {
      given(deployment, deployed("nginx:1", 1))
          .and(new Stop(API))
          .when(deploy("nginx:1", 1))
          .then(
              new Deployed(
                  API,
                  Optional.of(before(1, 1, Mode.STOPPED)),
                  1,
                  Optional.empty(),
                  1,
                  Map.of(),
                  ONE_BY_ONE,
                  NOW),
              new RolloutBegun(1, NOW))
          .newEffects(deadline(), pod(0, 1, "nginx:1"));
    }

    @Test
    void forgets_how_the_pods_stood_before() {
      var again =
          given(deployment, deployed("nginx:1", 1), reported(0, 1, Phase.RUNNING))
              .and(new Stop(API))
              .and(report(0, 1, Phase.STOPPED))
              .and(new Scale(API, 1));
      assertThat(DeploymentStatus.of(Shop.active(again.state())))
          .isEqualTo(DeploymentStatus.PENDING);
    }
  }

  @Nested
  class A_suspended_project {
    @Test
    void takes_the_pods_down() {
      given(deployment, deployed("nginx:1", 2))
          .when(new Suspend(API))
          .then(new DeploymentSuspended())
          .newEffects(new EnsureListed(API, true), stopped(0), stopped(1));
    }

    @Test
    void starts_nothing_that_is_deployed_meanwhile() {
      given(deployment, deployed("nginx:1", 1))
          .and(new Suspend(API))
          .when(deploy("nginx:2", 2))
          .newEffects(stopped(1));
    }

    @Test
    void gives_the_pods_back_with_the_newest_template_when_resumed() {
      given(deployment, deployed("nginx:1", 1))
          .and(new Suspend(API))
          .and(deploy("nginx:2", 1))
          .when(new Resume(API))
          .then(new DeploymentResumed(), new RolloutBegun(2, NOW))
          .newEffects(new EnsureListed(API, false), deadline(), pod(0, 2, "nginx:2"));
    }

    @Test
    void does_not_start_what_was_stopped_before() {
      given(deployment, deployed("nginx:1", 1))
          .and(new Stop(API))
          .and(new Suspend(API))
          .when(new Resume(API))
          .then(new DeploymentResumed())
          .newEffects(new EnsureListed(API, false));
    }

    @Test
    void asks_as_often_as_it_likes() {
      var known = given(deployment, deployed("nginx:1", 1));
      known.when(new Resume(API)).then();
      known.and(new Suspend(API)).when(new Suspend(API)).then();
    }

    @Test
    void that_lists_what_is_gone_hears_that_there_is_none() {
      var gone = given(deployment, deployed("nginx:1", 0)).and(new Remove(API));
      gone.when(new Suspend(API)).refused(Kind.NOT_FOUND, "no deployment shop/api");
      gone.when(new Resume(API)).refused(Kind.NOT_FOUND, "no deployment shop/api");
    }
  }
}
