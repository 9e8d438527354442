package io.helyos.model.deployment;

import static io.helyos.model.deployment.Shop.deploy;
import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.model.pod.PodReport.Phase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The steps of a rolling update, as Kubernetes makes them. Without a surge they are the same to
/// the letter. A surge pod has an index of its own, beyond the replicas: it is one more start and
/// one more stop, and the pod in whose place Kubernetes would have kept it is replaced as well.
class RolloutTraceTest {
  @ParameterizedTest(name = "{0} replicas, surge {1}, unavailable {2}: {3}")
  @CsvSource({
    "1,  1, 0, +1 ok -1 +1 ok -1",
    "2,  1, 0, +1 ok -1 +1 ok -1 +1 ok -1",
    "3,  1, 0, +1 ok -1 +1 ok -1 +1 ok -1 +1 ok -1",
    "3,  0, 1, -1 +1 ok -1 +1 ok -1 +1 ok",
    "4,  1, 1, +1 -1 +1 ok -2 +2 ok -1 +1 ok -1",
    "5,  2, 1, +2 -1 +1 ok -3 +3 ok -1 +1 ok -2",
    "10, 3, 2, +3 -2 +2 ok -5 +5 ok -3 +3 ok -3",
    "10, 0, 3, -3 +3 ok -3 +3 ok -3 +3 ok -1 +1 ok",
    "2,  5, 0, +2 ok -2 +2 ok -2",
    "2,  0, 9, -2 +2 ok",
  })
  void a_good_version_takes_these_steps(int replicas, int surge, int unavailable, String steps) {
    var fleet = Fleet.running(replicas, UpdatePolicy.rolling(surge, unavailable));
    fleet.tell(deploy("v2", replicas, UpdatePolicy.rolling(surge, unavailable)));
    assertThat(fleet.trace()).isEqualTo(steps);
    assertThat(fleet.revisions()).isEqualTo("2".repeat(replicas));
    assertThat(fleet.rollout().state()).isEqualTo(Rollout.State.COMPLETED);
  }

  @Test
  void a_bad_version_stops_with_eight_old_and_five_new_of_ten() {
    var policy = UpdatePolicy.rolling(3, 2);
    var fleet = Fleet.running(10, policy).tell(deploy("v2", 10, policy));
    for (var index : new int[] {0, 1, 10, 11, 12}) fleet.is(index, Phase.CRASHLOOP);
    assertThat(fleet.revisions()).isEqualTo("2211111111222");
    assertThat(fleet.rollout().isMoving()).isTrue();
  }

  @Test
  void a_first_version_starts_all_at_once() {
    var fleet = new Fleet().tell(deploy("v1", 10, UpdatePolicy.rolling(1, 0)));
    assertThat(fleet.revisions()).isEqualTo("1111111111");
  }

  @Test
  void a_further_version_takes_over_in_the_middle() {
    var policy = UpdatePolicy.rolling(1, 0);
    var fleet = Fleet.running(3, policy).tell(deploy("v2", 3, policy)).allUp();
    assertThat(fleet.revisions()).isEqualTo("2112");
    fleet.tell(deploy("v3", 3, policy));
    assertThat(fleet.revisions()).as("the surge pod serves").isEqualTo("3112");
    fleet.allUp();
    assertThat(fleet.revisions()).as("it keeps its index").isEqualTo("3113");
    fleet.trace();
    assertThat(fleet.revisions()).isEqualTo("333");
  }

  @Test
  void replicas_added_in_the_middle_take_over_the_pods_beyond_them() {
    var policy = UpdatePolicy.rolling(2, 0);
    var fleet = Fleet.running(3, policy).tell(deploy("v2", 3, policy)).allUp();
    assertThat(fleet.revisions()).isEqualTo("22122");
    fleet.tell(new DeploymentCommand.Scale(Shop.API, 4));
    assertThat(fleet.active().slots().get(3).orElseThrow().surge()).isFalse();
    fleet.trace();
    assertThat(fleet.revisions()).isEqualTo("2222");
  }

  @Test
  void replicas_taken_away_in_the_middle_are_not_waited_for() {
    var policy = UpdatePolicy.rolling(0, 2);
    var fleet = Fleet.running(6, policy).tell(deploy("v2", 6, policy));
    fleet.tell(new DeploymentCommand.Scale(Shop.API, 3));
    fleet.trace();
    assertThat(fleet.revisions()).isEqualTo("222");
  }
}
