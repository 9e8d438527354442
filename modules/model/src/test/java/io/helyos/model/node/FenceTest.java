package io.helyos.model.node;

import static io.helyos.model.Given.given;
import static io.helyos.model.node.Machine.memory;
import static io.helyos.model.node.Machine.node;
import static io.helyos.model.node.Machine.pod;
import static io.helyos.model.node.Machine.registered;
import static io.helyos.model.node.Machine.release;
import static io.helyos.model.node.Machine.reserve;
import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.model.Given;
import io.helyos.model.Rejection.Kind;
import io.helyos.model.node.NodeCommand.Fence;
import io.helyos.model.node.NodeCommand.Register;
import io.helyos.model.node.NodeCommand.ReportCleared;
import io.helyos.model.node.NodeEvent.FenceCleared;
import io.helyos.model.node.NodeEvent.NodeRegistered;
import io.helyos.model.node.NodeEvent.PodFenced;
import io.helyos.model.node.NodeEvent.Released;
import io.helyos.model.node.NodeEvent.Reserved;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// What a machine that was given up owes to those who have gone on without it.
class FenceTest {
  private static Given<NodeCommand, NodeEvent, Node, NodeEffect> fenced() {
    return registered().and(reserve(0, 2, memory(100))).and(new Fence(pod(0), 2));
  }

  @Nested
  class A_pod_that_lives_elsewhere {
    @Test
    void gives_its_room_back_at_once_and_leaves_a_fence() {
      var after =
          registered()
              .and(reserve(0, 2, memory(100)))
              .when(new Fence(pod(0), 2))
              .then(new Released(pod(0), 2), new PodFenced(pod(0), 2))
              .newEffects()
              .accepted();
      assertThat(node(after).reservedMemory()).isZero();
      assertThat(node(after).fenced()).containsExactlyEntriesOf(Map.of(pod(0), 2L));
      assertThat(after.effects()).isEmpty();
    }

    @Test
    void is_fenced_off_also_when_its_room_was_given_back_before() {
      registered()
          .and(reserve(0, 2, memory(100)))
          .and(release(0, 2))
          .when(new Fence(pod(0), 2))
          .then(new PodFenced(pod(0), 2));
    }

    @Test
    void is_fenced_off_only_once() {
      fenced().when(new Fence(pod(0), 2)).then();
    }

    @Test
    void keeps_its_highest_fence() {
      fenced().when(new Fence(pod(0), 1)).then();
      var higher = fenced().when(new Fence(pod(0), 3)).then(new PodFenced(pod(0), 3)).accepted();
      assertThat(node(higher).fenced()).containsExactlyEntriesOf(Map.of(pod(0), 3L));
    }

    @Test
    void says_nothing_about_its_neighbours() {
      var neighbour = fenced().and(reserve(1, 1, memory(1))).and(new Fence(pod(2), 1));
      assertThat(node(neighbour).reservations()).containsOnlyKeys(pod(1));
      assertThat(node(neighbour).fenced()).containsOnlyKeys(pod(0), pod(2));
    }

    @Test
    void has_nothing_on_a_machine_that_never_registered() {
      given(new NodeLifecycle()).when(new Fence(pod(0), 1)).then();
    }
  }

  @Nested
  class A_reservation {
    @Test
    void that_comes_too_late_is_refused() {
      fenced().when(reserve(0, 1, memory(1))).refused(Kind.STALE, "Incarnation 1", "seen 2");
      fenced().when(reserve(0, 2, memory(1))).refused(Kind.STALE, "Incarnation 2", "seen 2");
    }

    @Test
    void is_refused_too_when_the_fence_was_there_before_it() {
      registered().and(new Fence(pod(0), 2)).when(reserve(0, 2, memory(1))).refused(Kind.STALE);
    }

    @Test
    void of_a_later_life_is_granted_behind_the_fence() {
      var back = fenced().and(reserve(0, 3, memory(100)));
      assertThat(node(back).reservations()).containsOnlyKeys(pod(0));
      assertThat(node(back).fenced()).containsOnlyKeys(pod(0));
    }

    @Test
    void of_a_later_life_outlives_the_fence_of_an_earlier_one() {
      registered()
          .and(reserve(0, 3, memory(100)))
          .when(new Fence(pod(0), 2))
          .then(new PodFenced(pod(0), 2));
    }
  }

  @Nested
  class The_machine_that_returns {
    @Test
    void takes_a_fence_down_when_nothing_behind_it_is_left() {
      var clear =
          fenced().when(new ReportCleared(pod(0), 2)).then(new FenceCleared(pod(0), 2)).accepted();
      assertThat(node(clear).fenced()).isEmpty();
      clear.when(new ReportCleared(pod(0), 2)).then();
    }

    @Test
    void leaves_it_standing_when_only_an_earlier_life_is_cleared() {
      fenced().when(new ReportCleared(pod(0), 1)).then();
    }

    @Test
    void clears_more_than_the_fence_says() {
      fenced().when(new ReportCleared(pod(0), 5)).then(new FenceCleared(pod(0), 2));
    }

    @Test
    void has_nothing_to_take_down_for_others() {
      fenced().when(new ReportCleared(pod(1), 9)).then();
    }

    @Test
    void refuses_the_dead_also_after_it_has_cleared_them() {
      fenced()
          .and(new ReportCleared(pod(0), 2))
          .when(reserve(0, 2, memory(1)))
          .refused(Kind.STALE, "Incarnation 2");
    }

    @Test
    void still_has_its_fences_when_it_registers_again() {
      var grown = new NodeFacts("10.0.0.2", "amd64", "30.0", 4000, 1 << 30, 20_000, 20_002, 3);
      var again = fenced().and(new Register("n1", grown, Map.of("zone", "a")));
      assertThat(node(again).fenced()).containsOnlyKeys(pod(0));
    }
  }

  @Test
  void fences_are_there_again_after_a_replay() {
    var facts = Machine.FACTS;
    var replayed =
        given(
            new NodeLifecycle(),
            new NodeRegistered("n1", Optional.empty(), facts, Map.of(), Map.of()),
            new Reserved(pod(0), new Reservation(2, 1, 0, List.of())),
            new Released(pod(0), 2),
            new PodFenced(pod(0), 2));
    assertThat(node(replayed).fenced()).containsExactlyEntriesOf(Map.of(pod(0), 2L));
    replayed.when(reserve(0, 2, memory(1))).refused(Kind.STALE, "Incarnation 2");
    replayed.when(new ReportCleared(pod(0), 2)).then(new FenceCleared(pod(0), 2));
  }
}
