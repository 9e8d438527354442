package io.helyos.model.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.model.RandomWalk;
import io.helyos.model.cluster.Cluster.Founded;
import io.helyos.model.cluster.ClusterCommand.Found;
import io.helyos.model.cluster.ClusterCommand.IssueToken;
import io.helyos.model.cluster.ClusterCommand.RevokeToken;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ClusterWalkTest {
  private static final String SEEDS = "io.helyos.model.RandomWalk#seeds";

  private RandomWalk<ClusterCommand, ClusterEvent, Cluster, ClusterEffect> walk(long seed) {
    return RandomWalk.of(new ClusterLifecycle(), seed, ClusterWalkTest::draw);
  }

  private static ClusterCommand draw(Random dice, Cluster state, Instant now) {
    var name = "n" + dice.nextInt(4);
    return switch (dice.nextInt(5)) {
      case 0 -> new Found("c" + dice.nextInt(2));
      case 1, 2 -> new RevokeToken(name);
      default -> new IssueToken("t" + dice.nextLong(), name, "hash", Optional.empty());
    };
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
