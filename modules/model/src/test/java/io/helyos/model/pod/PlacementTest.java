package io.helyos.model.pod;

import static io.helyos.model.pod.ApiPod.NODE;
import static io.helyos.model.pod.ApiPod.PORTS;
import static io.helyos.model.pod.ApiPod.assignment;
import static io.helyos.model.pod.ApiPod.choose;
import static io.helyos.model.pod.ApiPod.ensurePlacement;
import static io.helyos.model.pod.ApiPod.ensureReleased;
import static io.helyos.model.pod.ApiPod.ensureReported;
import static io.helyos.model.pod.ApiPod.ensureReserved;
import static io.helyos.model.pod.ApiPod.ensureRunning;
import static io.helyos.model.pod.ApiPod.granted;
import static io.helyos.model.pod.ApiPod.nothing;
import static io.helyos.model.pod.ApiPod.pending;
import static io.helyos.model.pod.ApiPod.reserving;
import static io.helyos.model.pod.ApiPod.started;
import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.model.pod.PodCommand.Assign;
import io.helyos.model.pod.PodCommand.ReportRefused;
import io.helyos.model.pod.PodCommand.ReportReleased;
import io.helyos.model.pod.PodCommand.ReportUnplaceable;
import io.helyos.model.pod.PodEvent.PlacementChosen;
import io.helyos.model.pod.PodEvent.PlacementRefused;
import io.helyos.model.pod.PodEvent.PodAssigned;
import io.helyos.model.pod.PodEvent.PodPlaced;
import io.helyos.model.pod.PodEvent.PodUnplaceable;
import io.helyos.model.pod.PodEvent.ReservationReturned;
import io.helyos.model.pod.PodReport.Phase;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PlacementTest {
  @Test
  void an_assigned_pod_asks_for_a_node() {
    nothing()
        .when(new Assign(assignment(1)))
        .then(new PodAssigned(assignment(1)))
        .newEffects(ensurePlacement(1), ensureReported(1, 1, 1, Phase.PENDING));
  }

  @Test
  void the_chosen_node_is_asked_for_room_and_the_scores_are_kept() {
    pending()
        .when(choose(1))
        .then(new PlacementChosen(1, NODE, Map.of(NODE, 0.9), Map.of()))
        .newEffects(ensureReserved(1));
  }

  @Test
  void a_granted_pod_is_to_run_on_the_ports_that_it_got() {
    reserving()
        .when(granted(1))
        .then(new PodPlaced(1, NODE, PORTS))
        .newEffects(ensureRunning(1, 1));
  }

  @Nested
  class When_no_node_fits {
    private static final Map<String, String> FULL = Map.of("n1", "cordoned", "n2", "is full");

    @Test
    void the_pod_says_why_and_goes_on_asking() {
      var waiting =
          pending()
              .when(new ReportUnplaceable(1, FULL))
              .then(new PodUnplaceable(1, FULL))
              .newEffects()
              .accepted();
      assertThat(waiting.effects()).contains(ensurePlacement(1));
      assertThat(PodStatus.trouble(waiting.state()))
          .hasValueSatisfying(why -> {
            assertThat(why.reason()).isEqualTo("NoFittingNode");
            assertThat(why.message()).contains("n1: cordoned", "n2: is full", "ask for less");
          });
    }

    @Test
    void the_same_reasons_again_are_no_news() {
      pending().and(new ReportUnplaceable(1, FULL)).when(new ReportUnplaceable(1, FULL)).then();
    }

    @Test
    void a_cluster_without_nodes_says_what_to_do() {
      var waiting = pending().and(new ReportUnplaceable(1, Map.of()));
      assertThat(PodStatus.trouble(waiting.state()))
          .hasValueSatisfying(why -> assertThat(why.message()).contains("Start a daemon"));
    }

    @Test
    void a_node_may_be_found_later() {
      pending().and(new ReportUnplaceable(1, FULL)).and(choose(1)).and(granted(1));
    }
  }

  @Nested
  class When_the_node_refuses {
    @Test
    void the_pod_is_placed_anew_and_gives_back_what_it_may_hold_there() {
      reserving()
          .when(new ReportRefused(1, NODE, "has no room"))
          .then(new PlacementRefused(1, NODE, "has no room"))
          .newEffects(
              ensurePlacement(2), ensureReleased(1), ensureReported(1, 2, 1, Phase.PENDING));
    }

    @Test
    void it_says_which_node_refused_and_why() {
      var again = reserving().and(new ReportRefused(1, NODE, "has no room"));
      assertThat(PodStatus.trouble(again.state()))
          .hasValueSatisfying(
              why -> assertThat(why.message()).contains("Node n1 refused: has no room"));
    }

    @Test
    void the_next_choice_belongs_to_a_new_incarnation() {
      reserving()
          .and(new ReportRefused(1, NODE, "has no room"))
          .and(choose(2))
          .when(granted(2))
          .newEffects(ensureRunning(2, 1));
    }
  }

  @Nested
  class What_is_owed {
    @Test
    void is_forgotten_when_the_node_has_it_back() {
      var free =
          reserving()
              .and(new ReportRefused(1, NODE, "no"))
              .when(new ReportReleased(1, NODE))
              .then(new ReservationReturned(1, NODE))
              .newEffects()
              .accepted();
      assertThat(free.effects())
          .containsExactlyInAnyOrder(ensurePlacement(2), ensureReported(1, 2, 1, Phase.PENDING));
    }

    @Test
    void is_returned_only_once() {
      reserving()
          .and(new ReportRefused(1, NODE, "no"))
          .and(new ReportReleased(1, NODE))
          .when(new ReportReleased(1, NODE))
          .then();
    }

    @Test
    void is_returned_in_whatever_state_the_pod_is_meanwhile() {
      var owing = reserving().and(new ReportRefused(1, NODE, "no"));
      var all =
          List.of(
              owing,
              owing.and(choose(2)),
              owing.and(choose(2)).and(granted(2)),
              owing.and(choose(2)).and(granted(2)).and(started(2, 1)),
              owing.and(choose(2)).and(granted(2)).and(ApiPod.exited(2, 1, 1)),
              owing.and(choose(2)).and(granted(2)).and(new PodCommand.Stop()),
              owing.and(new PodCommand.Stop()),
              owing.and(new PodCommand.Remove()));
      for (var one : all) {
        assertThat(one.effects()).contains(ensureReleased(1));
        var after = one.when(new ReportReleased(1, NODE)).accepted();
        assertThat(after.effects()).doesNotContain(ensureReleased(1));
        assertThat(after.state()).hasSameClassAs(one.state());
      }
    }

    @Test
    void grows_with_each_node_that_was_asked() {
      var twice =
          reserving()
              .and(new ReportRefused(1, NODE, "no"))
              .and(choose(2))
              .and(new ReportRefused(2, NODE, "no"));
      assertThat(twice.effects())
          .containsExactlyInAnyOrder(
              ensurePlacement(3),
              ensureReleased(1),
              ensureReleased(2),
              ensureReported(1, 3, 1, Phase.PENDING));
    }
  }
}
