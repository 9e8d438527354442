package io.helyos.model.cluster;

import static io.helyos.model.Given.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.model.Given;
import io.helyos.model.Rejection.Kind;
import io.helyos.model.cluster.ClusterCommand.ConfirmLosses;
import io.helyos.model.cluster.ClusterCommand.Found;
import io.helyos.model.cluster.ClusterCommand.ReportSilence;
import io.helyos.model.cluster.ClusterEffect.EnsureBack;
import io.helyos.model.cluster.ClusterEffect.EnsureLost;
import io.helyos.model.cluster.ClusterEvent.NodesHeld;
import io.helyos.model.cluster.ClusterEvent.NodesLost;
import io.helyos.model.cluster.ClusterEvent.NodesReturned;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// Which silent machines are given up.
class SilenceTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static Given<ClusterCommand, ClusterEvent, Cluster, ClusterEffect> founded() {
    return given(new ClusterLifecycle()).and(new Found("c1"));
  }

  /// All these are silent for as long as anybody waits.
  private static ReportSilence silent(Set<String> silent, String... heard) {
    var due = new HashMap<String, Duration>();
    silent.forEach(node -> due.put(node, PATIENCE));
    return new ReportSilence(due, Set.of(heard), PATIENCE);
  }

  private static Losses losses(Given<ClusterCommand, ClusterEvent, Cluster, ClusterEffect> given) {
    return ((Cluster.Founded) given.state()).losses();
  }

  @Nested
  class One_of_three {
    @Test
    void is_lost_after_the_patience() {
      founded()
          .when(silent(Set.of("a"), "b", "c"))
          .then(new NodesLost(Set.of("a")))
          .newEffects(new EnsureLost("a", 1));
    }

    @Test
    void is_waited_for_until_then() {
      var almost = Map.of("a", PATIENCE.minusMillis(1));
      founded().when(new ReportSilence(almost, Set.of("b", "c"), PATIENCE)).then();
    }

    @Test
    void is_lost_once() {
      founded().and(silent(Set.of("a"), "b", "c")).when(silent(Set.of("a"), "b", "c")).then();
    }

    @Test
    void is_back_when_it_is_heard_of() {
      founded()
          .and(silent(Set.of("a"), "b", "c"))
          .when(silent(Set.of(), "a", "b", "c"))
          .then(new NodesReturned(Set.of("a")))
          .newEffects(new EnsureBack("a", 1));
    }

    @Test
    void is_not_back_when_nobody_knows_of_it() {
      founded().and(silent(Set.of("a"), "b", "c")).when(silent(Set.of(), "b", "c")).then();
    }

    @Test
    void is_lost_again_under_a_number_of_its_own() {
      var again =
          founded()
              .and(silent(Set.of("a"), "b", "c"))
              .and(silent(Set.of(), "a", "b", "c"))
              .and(silent(Set.of("a"), "b", "c"));
      assertThat(again.effects()).containsExactly(new EnsureLost("a", 2));
    }
  }

  @Nested
  class The_brake {
    @Test
    void holds_when_more_than_half_vanish_at_once() {
      var held =
          founded()
              .when(silent(Set.of("a", "b"), "c"))
              .then(new NodesHeld(Set.of("a", "b")))
              .newEffects()
              .accepted();
      assertThat(losses(held).lost()).isEmpty();
    }

    @Test
    void does_not_hold_for_exactly_half() {
      founded().when(silent(Set.of("a"), "b")).then(new NodesLost(Set.of("a")));
    }

    @Test
    void counts_those_that_are_silent_but_not_due_yet() {
      var staggered = Map.of("a", PATIENCE, "b", PATIENCE.minusSeconds(9));
      founded()
          .when(new ReportSilence(staggered, Set.of("c"), PATIENCE))
          .then(new NodesHeld(Set.of("a")));
    }

    @Test
    void does_not_count_those_that_were_given_up_before() {
      founded()
          .and(silent(Set.of("a"), "b", "c"))
          .when(silent(Set.of("a", "b"), "c"))
          .then(new NodesLost(Set.of("b")));
    }

    @Test
    void is_told_of_each_node_once() {
      founded().and(silent(Set.of("a", "b"), "c")).when(silent(Set.of("a", "b"), "c")).then();
    }

    @Test
    void lets_go_when_the_nodes_return() {
      var back =
          founded()
              .and(silent(Set.of("a", "b"), "c"))
              .when(silent(Set.of(), "a", "b", "c"))
              .then(new NodesReturned(Set.of("a", "b")))
              .newEffects()
              .accepted();
      assertThat(losses(back).held()).isEmpty();
    }

    @Test
    void lets_go_of_the_rest_when_enough_have_returned() {
      founded()
          .and(silent(Set.of("a", "b"), "c"))
          .when(silent(Set.of("b"), "a", "c"))
          .then(new NodesReturned(Set.of("a")), new NodesLost(Set.of("b")));
    }

    @Test
    void is_released_by_an_operator() {
      founded()
          .and(silent(Set.of("a", "b"), "c"))
          .when(new ConfirmLosses(Set.of("a", "b")))
          .then(new NodesLost(Set.of("a", "b")))
          .newEffects(new EnsureLost("a", 1), new EnsureLost("b", 1));
    }

    @Test
    void is_released_only_for_nodes_that_it_holds() {
      founded()
          .and(silent(Set.of("a", "b"), "c"))
          .when(new ConfirmLosses(Set.of("c")))
          .refused(Kind.CONFLICT, "a, b", "found c");
    }
  }
}
