package io.helyos.model.deployment;

import static io.helyos.model.deployment.Shop.API;
import static io.helyos.model.deployment.Shop.deploy;
import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.model.deployment.DeploymentCommand.PauseRollout;
import io.helyos.model.deployment.DeploymentCommand.ReportSteady;
import io.helyos.model.deployment.DeploymentCommand.Restart;
import io.helyos.model.deployment.DeploymentCommand.ResumeRollout;
import io.helyos.model.deployment.DeploymentCommand.Rollback;
import io.helyos.model.deployment.DeploymentCommand.Scale;
import io.helyos.model.deployment.Failure.Cause;
import io.helyos.model.deployment.Rollout.State;
import io.helyos.model.deployment.RolloutEvent.RolledBack;
import io.helyos.model.deployment.RolloutEvent.RolloutPaused;
import io.helyos.model.pod.PodReport.Phase;
import io.helyos.model.pod.Setbacks;
import io.helyos.model.pod.Trouble;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RolloutTest {
  private static final UpdatePolicy SURGE = UpdatePolicy.rolling(1, 0);

  private static Fleet updating(int replicas, UpdatePolicy policy) {
    return Fleet.running(replicas, policy).tell(deploy("v2", replicas, policy));
  }

  private static Cause cause(Fleet fleet) {
    return fleet.rollout().failure().orElseThrow().cause();
  }

  @Nested
  class A_pod_that_has_to_prove_itself {
    private static final UpdatePolicy PROVING = SURGE.withMinReady(Duration.ofSeconds(10));

    @Test
    void counts_only_after_so_long() {
      var fleet = updating(2, PROVING).is(2, Phase.RUNNING);
      fleet.pass(Duration.ofSeconds(9));
      assertThat(fleet.revisions()).isEqualTo("112");
      fleet.pass(Duration.ofSeconds(1));
      assertThat(fleet.revisions()).isEqualTo("212");
    }

    @Test
    void begins_anew_with_every_start() {
      var fleet = updating(2, PROVING).is(2, Phase.RUNNING);
      fleet.pass(Duration.ofSeconds(9));
      fleet.restarted(2, 1).is(2, Phase.RUNNING);
      fleet.pass(Duration.ofSeconds(9));
      assertThat(fleet.revisions()).isEqualTo("112");
      fleet.pass(Duration.ofSeconds(1));
      assertThat(fleet.revisions()).isEqualTo("212");
    }

    @Test
    void never_does_when_it_dies_before() {
      var fleet = updating(2, PROVING);
      for (var restarts = 1; restarts <= 3; restarts++) {
        fleet.is(2, Phase.RUNNING);
        fleet.pass(Duration.ofSeconds(5));
        fleet.restarted(2, restarts);
      }
      assertThat(cause(fleet)).isEqualTo(Cause.RESTARTS);
      assertThat(fleet.revisions()).isEqualTo("112");
    }
  }

  @Nested
  class A_version_without_checks {
    @Test
    void is_followed_only_after_its_first_pod_has_stayed_up_for_a_moment() {
      var fleet = updating(3, SURGE).is(3, Phase.RUNNING);
      assertThat(fleet.revisions()).isEqualTo("1112");
      fleet.settled();
      assertThat(fleet.revisions()).isEqualTo("2112");
      fleet.is(0, Phase.RUNNING);
      assertThat(fleet.revisions()).as("it is trusted now").isEqualTo("2212");
    }

    @Test
    void is_not_followed_as_long_as_nobody_has_seen_it_stand() {
      var fleet = updating(3, SURGE).is(3, Phase.RUNNING);
      fleet.passUnseen(Duration.ofMinutes(1));
      assertThat(fleet.revisions()).as("its end may be told late").isEqualTo("1112");
      fleet.settled();
      assertThat(fleet.revisions()).isEqualTo("2112");
    }

    @Test
    void is_not_proven_by_a_look_at_an_earlier_start_of_it() {
      var fleet = updating(3, SURGE).is(3, Phase.RUNNING).restarted(3, 1).is(3, Phase.RUNNING);
      fleet.passUnseen(Duration.ofMinutes(1));
      fleet.tell(new ReportSteady(API, 3, 1, 0));
      assertThat(fleet.revisions()).isEqualTo("1112");
      fleet.tell(new ReportSteady(API, 3, 1, 1));
      assertThat(fleet.revisions()).isEqualTo("2112");
    }

    @Test
    void that_dies_at_its_start_never_takes_a_serving_pod_away() {
      var fleet = updating(1, SURGE);
      for (var restarts = 1; restarts <= 3; restarts++) {
        fleet.is(1, Phase.RUNNING).restarted(1, restarts);
      }
      assertThat(fleet.revisions()).isEqualTo("12");
      assertThat(cause(fleet)).isEqualTo(Cause.RESTARTS);
    }
  }

  @Nested
  class A_new_pod_that_does_not_work {
    @Test
    void may_be_restarted_less_often_than_the_threshold() {
      assertThat(updating(2, SURGE).restarted(2, 2).rollout().isMoving()).isTrue();
    }

    @Test
    void stops_the_rollout_at_the_threshold_and_says_why() {
      var why = new Trouble("Error", "The container ended with exit code 1.");
      var fleet = updating(2, SURGE);
      fleet.is(2, Phase.RESTARTING, new Setbacks(3, 0, false, Optional.of(why)));
      assertThat(fleet.rollout().failure())
          .hasValue(new Failure(Cause.RESTARTS, Optional.of(2), Optional.of(why)));
      assertThat(fleet.revisions()).as("the old ones serve on").isEqualTo("112");
      assertThat(fleet.rollout().state()).isEqualTo(State.STOPPED);
    }

    @Test
    void stops_it_when_it_has_ended() {
      assertThat(cause(updating(2, SURGE).is(2, Phase.FAILED))).isEqualTo(Cause.ENDED);
    }

    @Test
    void stops_it_when_its_image_cannot_be_had_twice() {
      var fleet = updating(2, SURGE);
      fleet.is(2, Phase.PENDING, new Setbacks(0, 1, false, Optional.empty()));
      assertThat(fleet.rollout().isMoving()).isTrue();
      fleet.is(2, Phase.PENDING, new Setbacks(0, 2, false, Optional.empty()));
      assertThat(cause(fleet)).isEqualTo(Cause.IMAGE);
    }

    @Test
    void stops_it_when_it_is_never_ready() {
      var fleet = updating(2, SURGE).is(2, Phase.UNREADY);
      fleet.pass(Duration.ofSeconds(599));
      assertThat(fleet.rollout().isMoving()).isTrue();
      fleet.pass(Duration.ofSeconds(1));
      assertThat(cause(fleet)).isEqualTo(Cause.DEADLINE);
      assertThat(fleet.rollout().failure().orElseThrow().index()).hasValue(2);
    }

    @Test
    void has_more_time_after_each_step() {
      var fleet = updating(3, SURGE);
      for (var step = 0; step < 4; step++) {
        fleet.pass(Duration.ofSeconds(500));
        fleet.allUp();
      }
      assertThat(fleet.rollout().state()).isEqualTo(State.COMPLETED);
    }

    @Test
    void is_not_blamed_for_what_happened_before_the_rollout() {
      var fleet = updating(2, SURGE).restarted(2, 3);
      fleet.restarted(0, 7).tell(new Rollback(API, Optional.of(1)));
      fleet.restarted(0, 8).restarted(0, 9);
      assertThat(fleet.rollout().failure()).isEmpty();
      fleet.restarted(0, 10);
      assertThat(cause(fleet)).isEqualTo(Cause.RESTARTS);
    }

    @Test
    void completes_the_rollout_when_it_comes_up_late_after_all() {
      var fleet = new Fleet().tell(deploy("v1", 1, SURGE));
      fleet.restarted(0, 3);
      assertThat(fleet.rollout().state()).isEqualTo(State.STOPPED);
      fleet.is(0, Phase.RUNNING);
      assertThat(fleet.rollout().state()).isEqualTo(State.COMPLETED);
    }

    @Test
    void is_tried_again_by_the_same_deploy() {
      var fleet = updating(2, SURGE).restarted(2, 3);
      fleet.tell(deploy("v2", 2, SURGE));
      assertThat(fleet.rollout().isMoving()).isTrue();
      fleet.is(2, Phase.RUNNING).settled();
      assertThat(fleet.revisions()).isEqualTo("212");
    }

    @Test
    void gives_added_replicas_the_version_that_works() {
      var fleet = updating(2, SURGE).restarted(2, 3);
      fleet.tell(new Scale(API, 5));
      assertThat(fleet.revisions()).isEqualTo("11211");
    }
  }

  @Nested
  class Going_back_by_itself {
    private static final UpdatePolicy BACK = SURGE.rollingBack();

    @Test
    void leaves_the_pods_that_still_run_the_old_version_alone() {
      var fleet = updating(3, BACK).allUp();
      assertThat(fleet.revisions()).isEqualTo("2112");
      fleet.restarted(0, 3);
      assertThat(fleet.events())
          .anyMatch(event ->
              event instanceof RolledBack(_, var to, var automatic, _) && to == 1 && automatic);
      assertThat(fleet.revisions()).isEqualTo("1112");
      fleet.trace();
      assertThat(fleet.revisions()).isEqualTo("111");
      assertThat(fleet.lives()).as("one is new, two were never touched").isEqualTo("311");
      assertThat(fleet.active().revision()).isEqualTo(1);
      assertThat(fleet.rollout().failed()).as("what failed is not forgotten").isEqualTo(2);
    }

    @Test
    void does_not_happen_twice() {
      var fleet = updating(1, BACK).allUp();
      fleet.restarted(0, 3);
      fleet.restarted(0, 3);
      assertThat(fleet.active().revision()).isEqualTo(1);
      assertThat(fleet.rollout().state()).isEqualTo(State.STOPPED);
    }

    @Test
    void has_nowhere_to_go_from_the_first_version() {
      var fleet = new Fleet().tell(deploy("v1", 1, BACK)).restarted(0, 3);
      assertThat(fleet.rollout().state()).isEqualTo(State.STOPPED);
    }
  }

  @Nested
  class A_user {
    @Test
    void goes_back_to_the_last_version_that_worked() {
      var fleet = updating(2, SURGE).restarted(2, 3).tell(new Rollback(API, Optional.empty()));
      fleet.trace();
      assertThat(fleet.revisions()).isEqualTo("11");
    }

    @Test
    void goes_back_and_forth() {
      var fleet = updating(1, SURGE);
      fleet.trace();
      fleet.tell(new Rollback(API, Optional.empty()));
      fleet.trace();
      assertThat(fleet.revisions()).isEqualTo("1");
      fleet.tell(new Rollback(API, Optional.empty()));
      fleet.trace();
      assertThat(fleet.revisions()).isEqualTo("2");
    }

    @Test
    void makes_a_revision_with_a_number_of_its_own_after_going_back() {
      var fleet = updating(1, SURGE);
      fleet.tell(new Rollback(API, Optional.of(1))).tell(deploy("v3", 1, SURGE));
      assertThat(fleet.active().revision()).isEqualTo(3);
      assertThat(fleet.active().revisions()).containsOnlyKeys(1, 2, 3);
    }

    @Test
    void starts_all_pods_anew_within_the_same_bounds() {
      var fleet = Fleet.running(2, SURGE).tell(new Restart(API));
      assertThat(fleet.trace()).isEqualTo("+1 ok -1 +1 ok -1 +1 ok -1");
      assertThat(fleet.revisions()).isEqualTo("22");
      assertThat(fleet.active().template()).isEqualTo(Shop.image("v1"));
    }

    @Test
    void holds_a_rollout_and_lets_it_go_on_with_the_time_it_had_left() {
      var fleet = updating(3, SURGE);
      fleet.pass(Duration.ofSeconds(400)).tell(new PauseRollout(API));
      assertThat(fleet.events()).contains(new RolloutPaused(Duration.ofSeconds(200)));
      fleet.pass(Duration.ofDays(3)).allUp();
      assertThat(fleet.revisions()).isEqualTo("1112");
      fleet.tell(new ResumeRollout(API));
      assertThat(fleet.revisions()).isEqualTo("2112");
      fleet.pass(Duration.ofSeconds(199));
      assertThat(fleet.rollout().isMoving()).isTrue();
      fleet.pass(Duration.ofSeconds(1));
      assertThat(cause(fleet)).isEqualTo(Cause.DEADLINE);
    }

    @Test
    void may_deploy_and_scale_while_it_is_held() {
      var fleet = Fleet.running(2, SURGE).tell(new PauseRollout(API));
      fleet.tell(deploy("v2", 2, SURGE)).tell(deploy("v3", 2, SURGE)).tell(new Scale(API, 3));
      assertThat(fleet.revisions()).isEqualTo("111");
      fleet.allUp().tell(new ResumeRollout(API));
      fleet.trace();
      assertThat(fleet.revisions()).isEqualTo("333");
    }
  }
}
