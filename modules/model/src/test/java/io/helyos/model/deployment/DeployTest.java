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
import static io.helyos.model.deployment.Shop.reportGone;
import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.model.DeploymentId;
import io.helyos.model.PodId;
import io.helyos.model.Rejection.Kind;
import io.helyos.model.deployment.Deployment.Mode;
import io.helyos.model.deployment.DeploymentCommand.Deploy;
import io.helyos.model.deployment.DeploymentCommand.Remove;
import io.helyos.model.deployment.DeploymentCommand.Scale;
import io.helyos.model.deployment.DeploymentCommand.Stop;
import io.helyos.model.deployment.DeploymentEffect.EnsureListed;
import io.helyos.model.deployment.DeploymentEffect.EnsurePod;
import io.helyos.model.deployment.DeploymentEffect.EnsureUnlisted;
import io.helyos.model.deployment.DeploymentEvent.Deployed;
import io.helyos.model.deployment.RolloutEvent.RolloutCompleted;
import io.helyos.model.pod.Needs;
import io.helyos.model.template.NetworkMode;
import io.helyos.model.template.PodTemplate;
import io.helyos.model.template.PortSpec;
import io.helyos.model.template.Resources;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeployTest {
  private final DeploymentLifecycle deployment = new DeploymentLifecycle();

  @Nested
  class A_new_deployment {
    @Test
    void is_listed_in_its_project_and_asks_for_each_pod() {
      given(deployment)
          .when(deploy("nginx:1", 2))
          .then(deployed("nginx:1", 2))
          .newEffects(
              new EnsureListed(API, false), deadline(), pod(0, 1, "nginx:1"), pod(1, 1, "nginx:1"));
    }

    @Test
    void may_have_no_pods_at_all() {
      given(deployment)
          .when(deploy("nginx:1", 0))
          .then(deployed("nginx:1", 0), new RolloutCompleted(1))
          .newEffects(new EnsureListed(API, false));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 10_001, Integer.MAX_VALUE})
    void needs_a_possible_number_of_replicas(int replicas) {
      given(deployment)
          .when(deploy("nginx:1", replicas))
          .refused(Kind.INVALID, "0 to 10000", "was " + replicas);
    }

    @Test
    void cannot_be_scaled_stopped_or_removed_before() {
      given(deployment).when(new Scale(API, 3)).refused(Kind.NOT_FOUND, "shop/api", "Deploy it");
      given(deployment).when(new Stop(API)).refused(Kind.NOT_FOUND, "shop/api");
      given(deployment).when(new Remove(API)).refused(Kind.NOT_FOUND, "shop/api");
    }

    @Test
    void tells_its_pods_what_a_node_must_have_room_for() {
      var port = PortSpec.free(3000);
      var needs = new Needs(64 << 20, 250, List.of(port));
      assertThat(needsOf(withPort(port, NetworkMode.BRIDGE))).isEqualTo(needs);
    }

    @Test
    void publishes_no_port_on_the_hosts_network() {
      var needs = needsOf(withPort(PortSpec.free(3000), NetworkMode.HOST));
      assertThat(needs).isEqualTo(new Needs(64 << 20, 250, List.of()));
    }

    private Needs needsOf(PodTemplate template) {
      var effects = given(deployment).and(new Deploy(API, template, 1, Map.of())).effects();
      return effects.stream()
          .filter(EnsurePod.class::isInstance)
          .map(effect -> ((EnsurePod) effect).assignment().needs())
          .findFirst()
          .orElseThrow();
    }

    private static PodTemplate withPort(PortSpec port, NetworkMode mode) {
      var plain = image("nginx:1").withNetwork(mode);
      return new PodTemplate(
          plain.image(),
          plain.process(),
          List.of(port),
          plain.volumes(),
          mode,
          new Resources(64 << 20, 250),
          plain.restart(),
          plain.backoff(),
          plain.stop(),
          plain.pull(),
          plain.isolation(),
          plain.health(),
          plain.readiness());
    }
  }

  @Nested
  class The_same_specification_again {
    @Test
    void changes_nothing() {
      given(deployment, deployed("nginx:1", 3)).when(deploy("nginx:1", 3)).then().newEffects();
    }

    @Test
    void with_other_labels_makes_no_new_revision() {
      var labels = Map.of("team", "blue");
      given(deployment, deployed("nginx:1", 1))
          .when(new Deploy(API, image("nginx:1"), 1, labels, ONE_BY_ONE))
          .then(
              new Deployed(
                  API,
                  Optional.of(before(1, 1, Mode.RUNNING)),
                  1,
                  Optional.empty(),
                  1,
                  labels,
                  ONE_BY_ONE,
                  NOW))
          .newEffects();
    }

    @Test
    void with_other_replicas_makes_no_new_revision() {
      given(deployment, deployed("nginx:1", 1))
          .when(deploy("nginx:1", 2))
          .then(
              new Deployed(
                  API,
                  Optional.of(before(1, 1, Mode.RUNNING)),
                  1,
                  Optional.empty(),
                  2,
                  Map.of(),
                  ONE_BY_ONE,
                  NOW))
          .newEffects(pod(1, 1, "nginx:1"));
    }
  }

  @Nested
  class Another_split_of_the_same_letters {
    private static final DeploymentId FIRST = new DeploymentId("a-b", "c");
    private static final DeploymentId SECOND = new DeploymentId("a", "b-c");

    @Test
    void is_the_same_entity() {
      assertThat(FIRST.entity()).isEqualTo(SECOND.entity());
      assertThat(FIRST.pod(0).podName()).isEqualTo(SECOND.pod(0).podName());
    }

    @Test
    void is_refused_and_names_the_first() {
      given(deployment)
          .and(new Deploy(FIRST, image("nginx:1"), 1, Map.of()))
          .when(new Deploy(SECOND, image("nginx:1"), 1, Map.of()))
          .refused(Kind.CONFLICT, "a/b-c", "a-b/c", "helyos-a-b-c-0");
    }

    @Test
    void does_not_exist_for_any_other_command() {
      var taken = given(deployment).and(new Deploy(FIRST, image("nginx:1"), 1, Map.of()));
      taken.when(new Scale(SECOND, 3)).refused(Kind.NOT_FOUND, "a/b-c");
      taken.when(new Stop(SECOND)).refused(Kind.NOT_FOUND, "a/b-c");
      taken.when(new Remove(SECOND)).refused(Kind.NOT_FOUND, "a/b-c");
    }

    @Test
    void may_take_the_name_when_the_first_is_gone() {
      var again =
          given(deployment)
              .and(new Deploy(FIRST, image("nginx:1"), 0, Map.of()))
              .and(new Remove(FIRST))
              .when(new Deploy(SECOND, image("nginx:2"), 1, Map.of()))
              .accepted()
              .state();
      assertThat(Shop.active(again).id()).isEqualTo(SECOND);
      assertThat(Shop.active(again).revision()).isEqualTo(2);
    }

    @Test
    void sees_to_it_that_the_first_is_listed_no_more() {
      var again =
          given(deployment)
              .and(new Deploy(FIRST, image("nginx:1"), 0, Map.of()))
              .and(new Remove(FIRST))
              .and(new Deploy(SECOND, image("nginx:2"), 0, Map.of()))
              .and(new Scale(SECOND, 1));
      assertThat(deployment.effects(again.state())).contains(new EnsureUnlisted(FIRST));
    }

    @Test
    void sees_to_that_also_when_it_is_gone_itself() {
      var gone =
          given(deployment)
              .and(new Deploy(FIRST, image("nginx:1"), 0, Map.of()))
              .and(new Remove(FIRST))
              .and(new Deploy(SECOND, image("nginx:2"), 0, Map.of()))
              .and(new Remove(SECOND));
      assertThat(gone.effects())
          .containsExactlyInAnyOrder(new EnsureUnlisted(FIRST), new EnsureUnlisted(SECOND));
      var again = gone.and(new Deploy(SECOND, image("nginx:3"), 0, Map.of()));
      assertThat(again.effects())
          .contains(new EnsureUnlisted(FIRST))
          .doesNotContain(new EnsureUnlisted(SECOND));
      var back = gone.and(new Deploy(FIRST, image("nginx:3"), 0, Map.of()));
      assertThat(back.effects())
          .contains(new EnsureUnlisted(SECOND))
          .doesNotContain(new EnsureUnlisted(FIRST));
    }
  }

  @Test
  void revisions_go_on_when_a_removed_name_comes_back() {
    given(deployment, deployed("nginx:1", 1))
        .and(new Remove(API))
        .and(reportGone(0))
        .when(deploy("nginx:2", 1))
        .then(
            new Deployed(
                API,
                Optional.empty(),
                2,
                Optional.of(image("nginx:2")),
                1,
                Map.of(),
                ONE_BY_ONE,
                NOW));
  }

  @Test
  void pods_are_named_after_project_deployment_and_index() {
    assertThat(new PodId("shop", "api", 0).podName()).isEqualTo("helyos-shop-api-0");
    assertThat(noPod(2).pod()).isEqualTo(new PodId("shop", "api", 2));
  }
}
