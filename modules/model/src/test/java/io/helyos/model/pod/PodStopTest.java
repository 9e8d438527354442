package io.helyos.model.pod;

import static io.helyos.model.pod.ApiPod.NODE;
import static io.helyos.model.pod.ApiPod.POD;
import static io.helyos.model.pod.ApiPod.assignment;
import static io.helyos.model.pod.ApiPod.backingOff;
import static io.helyos.model.pod.ApiPod.completed;
import static io.helyos.model.pod.ApiPod.creating;
import static io.helyos.model.pod.ApiPod.ensureGone;
import static io.helyos.model.pod.ApiPod.ensurePlacement;
import static io.helyos.model.pod.ApiPod.ensureReleased;
import static io.helyos.model.pod.ApiPod.ensureReported;
import static io.helyos.model.pod.ApiPod.ensureReportedGone;
import static io.helyos.model.pod.ApiPod.failed;
import static io.helyos.model.pod.ApiPod.nothing;
import static io.helyos.model.pod.ApiPod.owed;
import static io.helyos.model.pod.ApiPod.pending;
import static io.helyos.model.pod.ApiPod.removed;
import static io.helyos.model.pod.ApiPod.reserving;
import static io.helyos.model.pod.ApiPod.running;
import static io.helyos.model.pod.ApiPod.stopped;
import static io.helyos.model.pod.ApiPod.stopping;
import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.model.Given;
import io.helyos.model.pod.Pod.After;
import io.helyos.model.pod.PodCommand.Assign;
import io.helyos.model.pod.PodCommand.Remove;
import io.helyos.model.pod.PodCommand.ReportGone;
import io.helyos.model.pod.PodCommand.ReportReleased;
import io.helyos.model.pod.PodCommand.Stop;
import io.helyos.model.pod.PodEvent.PodAssigned;
import io.helyos.model.pod.PodEvent.PodStopping;
import io.helyos.model.pod.PodEvent.PodVacated;
import io.helyos.model.pod.PodReport.Phase;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PodStopTest {
  private static final PodEffect ON_ITS_WAY = ensureReported(1, 1, 1, Phase.PENDING);

  /// Every state in which the pod may have a container on its node.
  static Stream<Arguments> onANode() {
    return Stream.of(
        Arguments.of("creating", creating()),
        Arguments.of("running", running()),
        Arguments.of("backing off", backingOff()),
        Arguments.of("completed", completed()),
        Arguments.of("failed", failed()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("onANode")
  void a_pod_with_a_container_is_stopped_by_its_node(
      String name, Given<PodCommand, PodEvent, Pod, PodEffect> pod) {
    var leaving = pod.when(new Stop()).then(new PodStopping(1, After.STOP)).accepted();
    assertThat(leaving.effects()).containsExactlyInAnyOrder(ensureGone(1), ON_ITS_WAY);
    leaving
        .when(new ReportGone(1, NODE))
        .then(new PodVacated(1, After.STOP))
        .newEffects(ensureReleased(1), ensureReported(1, 1, 1, Phase.STOPPED));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("onANode")
  void a_pod_with_a_container_is_removed_by_its_node(
      String name, Given<PodCommand, PodEvent, Pod, PodEffect> pod) {
    var leaving = pod.when(new Remove()).then(new PodStopping(1, After.REMOVE)).accepted();
    assertThat(leaving.effects()).containsExactlyInAnyOrder(ensureGone(1), ON_ITS_WAY);
    leaving
        .when(new ReportGone(1, NODE))
        .then(new PodVacated(1, After.REMOVE))
        .newEffects(ensureReleased(1), ensureReportedGone());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("onANode")
  void a_pod_with_a_container_changes_its_revision_by_stopping_first(
      String name, Given<PodCommand, PodEvent, Pod, PodEffect> pod) {
    pod.when(new Assign(assignment(2)))
        .then(new PodAssigned(assignment(2)))
        .newEffects(ensureGone(1), ensureReported(2, 1, 1, Phase.PENDING))
        .accepted()
        .when(new ReportGone(1, NODE))
        .then(new PodVacated(1, After.REPLACE))
        .newEffects(ensurePlacement(2), ensureReleased(1), ensureReported(2, 2, 1, Phase.PENDING));
  }

  @Nested
  class A_pod_that_has_no_container_yet {
    @Test
    void stops_at_once() {
      pending()
          .when(new Stop())
          .then(new PodVacated(1, After.STOP))
          .newEffects(ensureReported(1, 1, 1, Phase.STOPPED));
    }

    @Test
    void is_removed_at_once() {
      pending()
          .when(new Remove())
          .then(new PodVacated(1, After.REMOVE))
          .newEffects(ensureReportedGone());
    }

    @Test
    void gives_back_the_room_that_it_had_asked_for() {
      reserving()
          .when(new Remove())
          .then(new PodVacated(1, After.REMOVE))
          .newEffects(ensureReleased(1), ensureReportedGone());
    }

    @Test
    void changes_its_revision_at_once() {
      reserving()
          .when(new Assign(assignment(2)))
          .then(new PodAssigned(assignment(2)))
          .newEffects(
              ensurePlacement(2), ensureReleased(1), ensureReported(2, 2, 1, Phase.PENDING));
    }
  }

  @Nested
  class A_pod_that_is_stopping {
    @Test
    void may_be_removed_instead() {
      stopping().when(new Remove()).then(new PodStopping(1, After.REMOVE)).newEffects();
    }

    @Test
    void is_not_stopped_again() {
      stopping().when(new Stop()).then();
    }

    @Test
    void is_not_kept_once_it_is_to_be_removed() {
      stopping().and(new Remove()).when(new Stop()).then();
      stopping().and(new Remove()).when(new Remove()).then();
    }

    @Test
    void may_be_wanted_again_and_then_starts_anew_when_the_old_container_is_gone() {
      stopping()
          .and(new Remove())
          .when(new Assign(assignment(1)))
          .then(new PodAssigned(assignment(1)))
          .newEffects()
          .accepted()
          .when(new ReportGone(1, NODE))
          .then(new PodVacated(1, After.REPLACE))
          .newEffects(
              ensurePlacement(2), ensureReleased(1), ensureReported(1, 2, 1, Phase.PENDING));
    }

    @Test
    void hears_only_once_what_it_shall_run_next() {
      stopping().and(new Assign(assignment(2))).when(new Assign(assignment(2))).then();
    }

    @Test
    void may_be_stopped_while_it_is_being_replaced() {
      running()
          .and(new Assign(assignment(2)))
          .when(new Stop())
          .then(new PodStopping(1, After.STOP))
          .newEffects();
    }
  }

  @Nested
  class A_stopped_pod {
    @Test
    void starts_again_with_a_new_incarnation() {
      stopped()
          .when(new Assign(assignment(1)))
          .then(new PodAssigned(assignment(1)))
          .newEffects(ensurePlacement(2), ensureReported(1, 2, 1, Phase.PENDING));
    }

    @Test
    void can_be_removed() {
      stopped()
          .when(new Remove())
          .then(new PodVacated(1, After.REMOVE))
          .newEffects(ensureReportedGone());
    }

    @Test
    void still_gives_back_its_room() {
      var free = stopped().and(new ReportReleased(1, NODE)).effects();
      assertThat(free).containsExactly(ensureReported(1, 1, 1, Phase.STOPPED));
    }

    @Test
    void has_nothing_to_stop() {
      stopped().when(new Stop()).then();
    }
  }

  @Nested
  class A_pod_that_has_done_its_work {
    @Test
    void is_not_started_again_by_the_same_assignment() {
      completed().when(new Assign(completed().state().lived().orElseThrow().assignment())).then();
      failed().when(new Assign(failed().state().lived().orElseThrow().assignment())).then();
    }

    @Test
    void is_started_again_by_another_revision() {
      completed()
          .when(new Assign(assignment(2)))
          .newEffects(ensureGone(1), ensureReported(2, 1, 1, Phase.PENDING));
    }
  }

  @Nested
  class A_removed_pod {
    @Test
    void has_nothing_to_stop_or_remove() {
      removed().when(new Stop()).then();
      removed().when(new Remove()).then();
      nothing().when(new Remove()).then().newEffects();
    }

    @Test
    void remembers_its_incarnation_and_what_it_owes() {
      assertThat(removed().state())
          .isEqualTo(new Pod.Absent(Optional.of(POD), 1, List.of(owed(1))));
    }

    @Test
    void comes_back_with_the_next_incarnation_and_a_new_count_of_restarts() {
      backingOff()
          .and(new Remove())
          .and(new ReportGone(1, NODE))
          .when(new Assign(assignment(1)))
          .then(new PodAssigned(assignment(1)))
          .newEffects(ensurePlacement(2), ensureReported(1, 2, 1, Phase.PENDING));
      var back = removed().and(new Assign(assignment(1)));
      assertThat(back.state())
          .isEqualTo(
              new Pod.Pending(
                  new Life(assignment(1), 2, 1, 0, 0, List.of(owed(1))),
                  Optional.empty(),
                  Optional.empty()));
    }

    @Test
    void tells_whoever_commands_it_that_it_is_gone() {
      removed().when(new Remove()).answers(new PodReport(0, 0, 0, 0, Phase.GONE));
    }
  }
}
