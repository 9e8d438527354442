package io.helyos.model.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.model.RandomWalk;
import io.helyos.model.cluster.Cluster.Founded;
import io.helyos.model.cluster.ClusterCommand.ChooseNodeTimeout;
import io.helyos.model.cluster.ClusterCommand.ChooseScheduler;
import io.helyos.model.cluster.ClusterCommand.ConfirmLosses;
import io.helyos.model.cluster.ClusterCommand.Found;
import io.helyos.model.cluster.ClusterCommand.IssueToken;
import io.helyos.model.cluster.ClusterCommand.ReportSilence;
import io.helyos.model.cluster.ClusterCommand.RevokeToken;
import io.helyos.model.scheduling.Strategy;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ClusterWalkTest {
  private static final String SEEDS = "io.helyos.model.RandomWalk#seeds";

  private RandomWalk<ClusterCommand, ClusterEvent, Cluster, ClusterEffect> walk(long seed) {
    return RandomWalk.of(new ClusterLifecycle(), seed, ClusterWalkTest::draw);
  }

  private static ClusterCommand draw(Random dice, Cluster state, Instant now) {
    var name = "n" + dice.nextInt(4);
    return switch (dice.nextInt(10)) {
      case 0 -> new Found("c" + dice.nextInt(2));
      case 1, 2 -> new RevokeToken(name);
      case 3, 4 -> silence(dice);
      case 5 -> new ConfirmLosses(Set.of(name));
      case 8 -> new ChooseScheduler(dice.nextBoolean() ? Strategy.SPREAD : Strategy.BINPACK);
      case 9 -> new ChooseNodeTimeout(Optional.of(Duration.ofSeconds(dice.nextInt(60))));
      default -> new IssueToken("t" + dice.nextLong(), name, "hash", Optional.empty());
    };
  }

  private static ReportSilence silence(Random dice) {
    var silent = new HashMap<String, Duration>();
    var heard = new HashSet<String>();
    for (var node = 0; node < 4; node++) {
      if (dice.nextBoolean()) heard.add("n" + node);
      else if (dice.nextBoolean()) silent.put("n" + node, Duration.ofSeconds(dice.nextInt(60)));
    }
    return new ReportSilence(silent, heard, Duration.ofSeconds(30));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource(SEEDS)
  void a_node_is_lost_or_held_back_and_never_both(long seed) {
    walk(seed)
        .forEachStep(step -> {
          if (!(step.after() instanceof Founded after)) return;
          assertThat(after.losses().lost()).noneMatch(after.losses().held()::contains);
          assertThat(after.losses().times().keySet()).containsAll(after.losses().lost());
        });
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource(SEEDS)
  void replay_equals_live(long seed) {
    walk(seed).replayEqualsLive();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource(SEEDS)
  void founding_again_changes_nothing(long seed) {
    walk(seed).repeatingChangesNothing(Found.class);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource(SEEDS)
  void two_valid_tokens_never_share_a_name_and_none_is_ever_lost(long seed) {
    walk(seed)
        .forEachStep(step -> {
          if (!(step.after() instanceof Founded after)) return;
          assertThat(
                  after.tokens().values().stream()
                      .filter(token -> token.isValid(step.now()))
                      .map(Token::name))
              .doesNotHaveDuplicates();
          if (step.before() instanceof Founded before) {
            assertThat(after.tokens().keySet()).containsAll(before.tokens().keySet());
          }
        });
  }
}
