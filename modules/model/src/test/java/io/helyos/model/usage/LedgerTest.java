package io.helyos.model.usage;

import static io.helyos.model.usage.Story.API;
import static io.helyos.model.usage.Story.at;
import static io.helyos.model.usage.Story.between;
import static io.helyos.model.usage.Story.exit;
import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.model.DeploymentId;
import io.helyos.model.deployment.Deployment.Mode;
import io.helyos.model.deployment.DeploymentEvent;
import io.helyos.model.pod.Pod.After;
import io.helyos.model.pod.PodEvent.AttemptBegun;
import io.helyos.model.pod.PodEvent.NodeGivenUp;
import io.helyos.model.pod.PodEvent.PodExited;
import io.helyos.model.pod.PodEvent.PodVacated;
import io.helyos.model.template.RestartPolicy;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Each figure is counted by hand.
class LedgerTest {
  private static Duration seconds(int count) {
    return Duration.ofSeconds(count);
  }

  private static Story removed(Story story) {
    return story
        .deployed(0, 1)
        .pod(0, 2, 5)
        .happened(100, API, new DeploymentEvent.RemovalRequested(Mode.RUNNING))
        .ended(100, 110, 0, After.REMOVE)
        .happened(111, API, new DeploymentEvent.DeploymentRemoved());
  }

  @Test
  void a_pod_counts_from_its_place_until_nothing_of_it_is_left() {
    var api = removed(between(0, 200)).api();
    assertThat(api.held()).isEqualTo(seconds(108));
    assertThat(api.cpuSeconds()).isEqualByComparingTo("54");
    assertThat(api.memoryByteSeconds()).isEqualByComparingTo("108000");
    assertThat(api.wanted()).isEqualTo(seconds(100));
    assertThat(api.ready()).isEqualTo(seconds(95));
    assertThat(api.availability()).hasValue(0.95);
    assertThat(api.restarts()).isZero();
    assertThat(api.meanTimeToRepair()).isEmpty();
  }

  @Test
  void of_a_life_that_goes_on_before_and_after_only_the_period_counts() {
    var api = removed(between(50, 80)).api();
    assertThat(api.held()).isEqualTo(seconds(30));
    assertThat(api.wanted()).isEqualTo(seconds(30));
    assertThat(api.ready()).isEqualTo(seconds(30));
  }

  @Test
  void what_came_after_the_period_is_none_of_its_business() {
    assertThat(removed(between(0, 50)).api().held()).isEqualTo(seconds(48));
    assertThat(removed(between(120, 200)).api()).isEqualTo(Usage.NONE);
  }

  private static Story restarted(Story story) {
    return story
        .deployed(0, 1)
        .pod(0, 0, 5)
        .crashed(20, 0, 1)
        .happened(21, 0, new AttemptBegun(1, 2))
        .started(25, 0, 1, 2, "api@sha256:1");
  }

  @Test
  void a_restart_keeps_its_place_and_is_mended_when_it_is_ready_again() {
    var api = restarted(between(0, 45)).api();
    assertThat(api.held()).isEqualTo(seconds(45));
    assertThat(api.restarts()).isEqualTo(1);
    assertThat(api.repairs()).isEqualTo(1);
    assertThat(api.meanTimeToRepair()).hasValue(seconds(5));
    assertThat(api.ready()).isEqualTo(seconds(35));
  }

  @Test
  void a_failure_counts_with_its_whole_length_where_it_was_mended() {
    var later = restarted(between(22, 45)).api();
    assertThat(later.restarts()).isZero();
    assertThat(later.meanTimeToRepair()).hasValue(seconds(5));
    var earlier = restarted(between(0, 22)).api();
    assertThat(earlier.restarts()).isEqualTo(1);
    assertThat(earlier.repairs()).isZero();
  }

  @Test
  void who_stops_a_failing_pod_has_not_mended_it() {
    var api =
        between(0, 200)
            .deployed(0, 1)
            .pod(0, 0, 5)
            .crashed(40, 0, 1)
            .stopped(50)
            .ended(50, 50, 0, After.STOP)
            .api();
    assertThat(api.repairs()).isZero();
    assertThat(api.wanted()).isEqualTo(seconds(50));
    assertThat(api.ready()).isEqualTo(seconds(35));
    assertThat(api.held()).isEqualTo(seconds(50));
  }

  @Test
  void a_lost_node_costs_nothing_more_and_the_pod_is_mended_elsewhere() {
    var api =
        between(0, 100)
            .deployed(0, 1)
            .pod(0, 2, 5)
            .happened(50, 0, new NodeGivenUp(1, "n1"))
            .placed(52, 0, 2, "n2")
            .started(60, 0, 2, 1, "api@sha256:1")
            .api();
    assertThat(api.held()).isEqualTo(seconds(48 + 48));
    assertThat(api.meanTimeToRepair()).hasValue(seconds(10));
    assertThat(api.wanted()).isEqualTo(seconds(100));
    assertThat(api.ready()).isEqualTo(seconds(45 + 40));
    assertThat(api.restarts()).isZero();
  }

  private static Story updated() {
    return between(5, 105)
        .deployed(0, 1)
        .pod(0, 0, 5)
        .assigned(6, 1, 2)
        .placed(6, 1, 1, "n2")
        .started(10, 1, 1, 1, "api@sha256:2")
        .assigned(20, 0, 2)
        .happened(22, 0, new PodVacated(1, After.REPLACE))
        .placed(24, 0, 2, "n1")
        .started(30, 0, 2, 1, "api@sha256:2")
        .ended(30, 32, 1, After.REMOVE);
  }

  @Test
  void a_pod_too_many_makes_up_for_the_one_that_is_replaced() {
    var api = updated().api();
    assertThat(api.wanted()).isEqualTo(seconds(100));
    assertThat(api.ready()).isEqualTo(seconds(100));
    assertThat(api.repairs()).isZero();
    assertThat(api.held()).isEqualTo(seconds(17 + 26 + 81));
  }

  @Test
  void each_image_has_what_its_own_pods_have_used() {
    var images = updated().end().byImage(_ -> true);
    assertThat(images).containsOnlyKeys("api@sha256:1", "api@sha256:2");
    var old = images.getOrDefault("api@sha256:1", Usage.NONE);
    assertThat(old.held()).isEqualTo(seconds(17));
    assertThat(old.wanted()).isEqualTo(seconds(15));
    assertThat(old.ready()).isEqualTo(seconds(15));
    var next = images.getOrDefault("api@sha256:2", Usage.NONE);
    assertThat(next.held()).isEqualTo(seconds(26 + 81));
    assertThat(next.wanted()).isEqualTo(seconds(24 + 85));
    assertThat(next.ready()).isEqualTo(seconds(20 + 75));
  }

  @Test
  void a_pod_that_has_done_its_work_is_not_missed() {
    var api =
        between(0, 100)
            .deployed(0, 1)
            .pod(API, 0, 0, 10, RestartPolicy.NEVER)
            .happened(30, 0, new PodExited(1, 1, exit(0), 0, Optional.empty()))
            .api();
    assertThat(api.wanted()).isEqualTo(seconds(30));
    assertThat(api.ready()).isEqualTo(seconds(20));
    assertThat(api.repairs()).isZero();
  }

  @Test
  void a_pod_that_never_starts_is_missed_from_the_deploy_on() {
    var api = between(0, 100).deployed(10, 3).assigned(10, 0, 1).api();
    assertThat(api.wanted()).isEqualTo(seconds(270));
    assertThat(api.availability()).hasValue(0);
    assertThat(api.held()).isZero();
  }

  @Test
  void a_project_is_the_sum_of_its_deployments() {
    var web = new DeploymentId("shop", "web");
    var ledger =
        between(0, 100)
            .deployed(0, 1)
            .pod(0, 0, 0)
            .deployed(50, web, 2)
            .pod(web, 0, 50, 75, RestartPolicy.ALWAYS)
            .end();
    var shop = ledger.byProject().getOrDefault("shop", Usage.NONE);
    assertThat(shop.held()).isEqualTo(seconds(150));
    assertThat(shop.wanted()).isEqualTo(seconds(200));
    assertThat(shop.ready()).isEqualTo(seconds(125));
  }

  @Test
  void the_period_begins_with_the_first_event_at_the_earliest() {
    var ledger = between(-500, 100).deployed(10, 1).end();
    assertThat(ledger.period()).isEqualTo(new Period(at(10), at(100)));
  }

  @Test
  void what_cannot_be_read_is_named_and_counts_until_then() {
    var ledger = new Ledger(new Period(at(0), at(100)));
    ledger.cannotRead(API.entity(), at(40));
    ledger.saw(API.entity(), at(50), new DeploymentEvent.DeploymentStopped(Mode.RUNNING));
    assertThat(ledger.close().unread()).containsExactly("deployment|shop-api");
    assertThat(ledger.byDeployment()).isEmpty();
  }
}
