package io.helyos.model.deployment;

import static io.helyos.model.Given.given;
import static io.helyos.model.deployment.Shop.API;
import static io.helyos.model.deployment.Shop.deployed;
import static io.helyos.model.deployment.Shop.noPod;
import static io.helyos.model.deployment.Shop.pod;
import static io.helyos.model.deployment.Shop.report;
import static io.helyos.model.deployment.Shop.reportGone;
import static io.helyos.model.deployment.Shop.reported;
import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.model.Rejection.Kind;
import io.helyos.model.deployment.Deployment.Mode;
import io.helyos.model.deployment.DeploymentCommand.Remove;
import io.helyos.model.deployment.DeploymentCommand.Scale;
import io.helyos.model.deployment.DeploymentEvent.Scaled;
import io.helyos.model.pod.PodReport.Phase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScalingTest {
  private final DeploymentLifecycle deployment = new DeploymentLifecycle();

  @Test
  void scaling_up_asks_only_for_the_missing_pods() {
    given(deployment, deployed("nginx:1", 3))
        .when(new Scale(API, 5))
        .then(new Scaled(3, 5, Mode.RUNNING))
        .newEffects(pod(3, 1, "nginx:1"), pod(4, 1, "nginx:1"));
  }

  @Test
  void scaling_down_removes_the_highest_indexes() {
    given(deployment, deployed("nginx:1", 3))
        .when(new Scale(API, 1))
        .then(new Scaled(3, 1, Mode.RUNNING))
        .newEffects(noPod(1), noPod(2));
  }

  @Test
  void scaling_to_the_same_count_changes_nothing() {
    given(deployment, deployed("nginx:1", 3)).when(new Scale(API, 3)).then().newEffects();
  }

  @Test
  void scaling_to_zero_keeps_the_deployment_running_without_pods() {
    var idle = given(deployment, deployed("nginx:1", 1)).and(new Scale(API, 0));
    assertThat(Shop.active(idle.state()).mode()).isEqualTo(Mode.RUNNING);
    assertThat(DeploymentStatus.of(Shop.active(idle.state()))).isEqualTo(DeploymentStatus.RUNNING);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 10_001})
  void an_impossible_count_is_refused(int replicas) {
    given(deployment, deployed("nginx:1", 3))
        .when(new Scale(API, replicas))
        .refused(Kind.INVALID, "was " + replicas);
  }

  @Test
  void a_removed_pod_is_forgotten_when_it_is_gone() {
    given(deployment, deployed("nginx:1", 2))
        .and(new Scale(API, 1))
        .when(reportGone(1))
        .then(reported(Shop.gone(1)))
        .newEffects();
  }

  @Test
  void scaling_up_before_the_highest_pods_are_gone_wants_them_again() {
    given(deployment, deployed("nginx:1", 3))
        .and(new Scale(API, 1))
        .when(new Scale(API, 3))
        .then(new Scaled(1, 3, Mode.RUNNING))
        .newEffects(pod(1, 1, "nginx:1"), pod(2, 1, "nginx:1"));
  }

  @Test
  void the_late_news_that_such_a_pod_is_gone_does_not_take_it_from_the_deployment() {
    given(deployment, deployed("nginx:1", 3))
        .and(new Scale(API, 1))
        .and(new Scale(API, 3))
        .when(reportGone(2))
        .then()
        .newEffects();
  }

  @Test
  void a_slot_that_comes_back_starts_as_pending_whatever_it_was() {
    var again =
        given(deployment, deployed("nginx:1", 2), reported(1, 1, Phase.RUNNING))
            .and(new Scale(API, 1))
            .and(new Scale(API, 2));
    assertThat(Shop.active(again.state()).slots().get(1)).contains(Slot.fresh(1));
  }

  @Test
  void a_pod_that_lives_on_unwanted_is_told_that_it_has_no_slot() {
    given(deployment, deployed("nginx:1", 1))
        .when(report(7, 1, Phase.RUNNING))
        .refused(Kind.NOT_FOUND, "shop/api", "7");
  }

  @Test
  void a_deployment_that_is_being_removed_cannot_be_scaled() {
    given(deployment, deployed("nginx:1", 1))
        .and(new Remove(API))
        .when(new Scale(API, 2))
        .refused(Kind.CONFLICT, "being removed");
  }
}
