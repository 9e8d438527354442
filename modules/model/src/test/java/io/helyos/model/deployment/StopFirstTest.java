package io.helyos.model.deployment;

import static io.helyos.model.deployment.Shop.deploy;
import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.model.deployment.RolloutEvent.SurgeRefused;
import io.helyos.model.pod.PodReport.Phase;
import io.helyos.model.pod.Setbacks;
import io.helyos.model.pod.Trouble;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// Rollouts in which a pod has to stop before its successor starts.
class StopFirstTest {
  private static final UpdatePolicy SURGE = UpdatePolicy.rolling(1, 0);

  private static Fleet updating(int replicas, UpdatePolicy policy) {
    return Fleet.running(replicas, policy).tell(deploy("v2", replicas, policy));
  }

  @Nested
  class A_host_port_that_only_one_pod_can_hold {
    private static final Setbacks REFUSED =
        new Setbacks(
            0, 0, true, Optional.of(new Trouble("NoFittingNode", "n1: host port 8080 is taken")));

    @Test
    void makes_the_pods_stop_before_their_successors_start() {
      var fleet = updating(2, SURGE).is(2, Phase.PENDING, REFUSED);
      assertThat(fleet.events()).contains(new SurgeRefused(2, "n1: host port 8080 is taken"));
      assertThat(fleet.revisions()).isEqualTo("21");
      assertThat(fleet.trace()).endsWith("ok -1 +1 ok");
      assertThat(fleet.revisions()).isEqualTo("22");
    }

    @Test
    void is_asked_about_again_by_the_next_rollout() {
      var fleet = updating(1, SURGE).is(1, Phase.PENDING, REFUSED);
      fleet.trace();
      fleet.tell(deploy("v3", 1, SURGE));
      assertThat(fleet.revisions()).isEqualTo("23");
    }
  }

  @Nested
  class Recreating {
    private static final UpdatePolicy RECREATE = SURGE.recreating();

    @Test
    void starts_nothing_before_everything_is_gone() {
      var fleet = updating(3, RECREATE);
      assertThat(fleet.trace()).isEqualTo("-3 +3 ok");
      var gone = 0;
      for (var event : fleet.events()) {
        if (event instanceof DeploymentEvent.PodReported(var report, _)
            && report.phase() == Phase.GONE) {
          gone++;
        }
        if (event instanceof DeploymentEvent.SlotUpdated) assertThat(gone).isEqualTo(3);
      }
      assertThat(fleet.revisions()).isEqualTo("222");
    }
  }
}
