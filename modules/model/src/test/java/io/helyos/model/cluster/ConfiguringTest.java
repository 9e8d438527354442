package io.helyos.model.cluster;

import static io.helyos.model.Given.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.model.Given;
import io.helyos.model.Rejection.Kind;
import io.helyos.model.cluster.ClusterCommand.ChooseNodeTimeout;
import io.helyos.model.cluster.ClusterCommand.ChooseScheduler;
import io.helyos.model.cluster.ClusterCommand.Found;
import io.helyos.model.cluster.ClusterEvent.ClusterConfigured;
import io.helyos.model.scheduling.Strategy;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConfiguringTest {
  private static final Optional<Duration> MINUTE = Optional.of(Duration.ofMinutes(1));

  private static Given<ClusterCommand, ClusterEvent, Cluster, ClusterEffect> founded() {
    return given(new ClusterLifecycle()).and(new Found("c1"));
  }

  @Test
  void a_strategy_is_chosen_once() {
    var packing = new ClusterConfig(Strategy.BINPACK, Optional.empty());
    founded()
        .when(new ChooseScheduler(Strategy.BINPACK))
        .then(new ClusterConfigured(ClusterConfig.DEFAULT, packing))
        .accepted()
        .when(new ChooseScheduler(Strategy.BINPACK))
        .then();
    founded().when(new ChooseScheduler(Strategy.SPREAD)).then();
  }

  @Test
  void each_choice_leaves_the_other() {
    var both =
        founded().and(new ChooseNodeTimeout(MINUTE)).and(new ChooseScheduler(Strategy.BINPACK));
    assertThat(((Cluster.Founded) both.state()).config())
        .isEqualTo(new ClusterConfig(Strategy.BINPACK, MINUTE));
  }

  @Test
  void a_timeout_that_is_none_is_refused() {
    founded()
        .when(new ChooseNodeTimeout(Optional.of(Duration.ofSeconds(4))))
        .refused(Kind.INVALID, "from 5s to 24h", "found 4s");
    founded()
        .when(new ChooseNodeTimeout(Optional.of(Duration.ofDays(2))))
        .refused(Kind.INVALID, "from 5s to 24h");
  }
}
