package io.helyos.model.pod;

import static io.helyos.model.pod.ApiPod.NODE;
import static io.helyos.model.pod.ApiPod.POD;
import static io.helyos.model.pod.ApiPod.assignment;
import static io.helyos.model.pod.ApiPod.completed;
import static io.helyos.model.pod.ApiPod.creating;
import static io.helyos.model.pod.ApiPod.ensurePlacement;
import static io.helyos.model.pod.ApiPod.ensureReported;
import static io.helyos.model.pod.ApiPod.ensureReportedGone;
import static io.helyos.model.pod.ApiPod.exited;
import static io.helyos.model.pod.ApiPod.failed;
import static io.helyos.model.pod.ApiPod.nothing;
import static io.helyos.model.pod.ApiPod.pending;
import static io.helyos.model.pod.ApiPod.removed;
import static io.helyos.model.pod.ApiPod.reserving;
import static io.helyos.model.pod.ApiPod.running;
import static io.helyos.model.pod.ApiPod.started;
import static io.helyos.model.pod.ApiPod.stopped;
import static io.helyos.model.pod.ApiPod.stopping;
import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.model.EntityId;
import io.helyos.model.Given;
import io.helyos.model.Rejection.Kind;
import io.helyos.model.delivery.Deliveries;
import io.helyos.model.delivery.Delivery;
import io.helyos.model.deployment.DeploymentCommand.ReportPod;
import io.helyos.model.node.NodeCommand;
import io.helyos.model.pod.PodCommand.Assign;
import io.helyos.model.pod.PodCommand.ConfirmContainer;
import io.helyos.model.pod.PodCommand.ConfirmReservation;
import io.helyos.model.pod.PodCommand.GiveUpNode;
import io.helyos.model.pod.PodCommand.Remove;
import io.helyos.model.pod.PodCommand.ReportGone;
import io.helyos.model.pod.PodCommand.ReportReleased;
import io.helyos.model.pod.PodEffect.EnsureReleased;
import io.helyos.model.pod.PodEvent.NodeGivenUp;
import io.helyos.model.pod.PodEvent.ReservationReturned;
import io.helyos.model.pod.PodReport.Phase;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A machine does not answer and was given up: nobody waits for it.
class NodeLossTest {
  private static final GiveUpNode LOST = new GiveUpNode(1, NODE);
  private static final EnsureReleased FENCE = new EnsureReleased(POD, Owed.dead(NODE, 1));
  private static final PodEffect RETRY = ensurePlacement(2);

  static Stream<Given<PodCommand, PodEvent, Pod, PodEffect>> wanted_there() {
    return Stream.of(creating(), running());
  }

  static Stream<Given<PodCommand, PodEvent, Pod, PodEffect>> not_waiting_for_it() {
    return Stream.of(nothing(), pending(), stopped(), completed(), failed(), removed());
  }

  @ParameterizedTest
  @MethodSource("wanted_there")
  void a_pod_that_is_wanted_lives_on_elsewhere(Given<PodCommand, PodEvent, Pod, PodEffect> there) {
    var elsewhere = there.when(LOST).then(new NodeGivenUp(1, NODE)).accepted();
    assertThat(elsewhere.state()).isInstanceOf(Pod.Pending.class);
    assertThat(elsewhere.state().lived().orElseThrow().incarnation()).isEqualTo(2);
    assertThat(elsewhere.effects()).contains(ensurePlacement(2), FENCE);
    assertThat(PodStatus.trouble(elsewhere.state()))
        .hasValueSatisfying(why -> {
          assertThat(why.reason()).isEqualTo("NodeLost");
          assertThat(why.message()).contains("Node n1 does not answer");
        });
  }

  @Test
  void a_pod_that_has_only_asked_for_room_asks_elsewhere() {
    var elsewhere = reserving().when(LOST).accepted();
    assertThat(elsewhere.state()).isInstanceOf(Pod.Pending.class);
    assertThat(elsewhere.effects())
        .contains(ensurePlacement(2), new EnsureReleased(POD, Owed.of(NODE, 1)));
  }

  @ParameterizedTest
  @MethodSource("wanted_there")
  void its_deployment_hears_that_it_does_not_run(
      Given<PodCommand, PodEvent, Pod, PodEffect> there) {
    var elsewhere = there.and(LOST);
    var restarts = elsewhere.state().lived().orElseThrow().restarts();
    var phase = restarts > 0 ? Phase.RESTARTING : Phase.PENDING;
    assertThat(elsewhere.effects()).contains(ensureReported(1, 2, 1, phase));
    assertThat(Deliveries.of(ensureReported(1, 2, 1, phase)))
        .isEqualTo(
            new Delivery.ToEntity(
                POD.owner().entity(),
                new ReportPod(POD.owner(), new PodReport(0, 1, 2, 1, phase))));
  }

  @Test
  void its_deployment_hears_of_each_step_back_to_a_running_container() {
    var lost = running().when(LOST).newEffects(RETRY, FENCE, told(Phase.PENDING)).accepted();
    var asked = lost.and(ApiPod.choose(2));
    assertThat(asked.effects()).contains(told(Phase.PENDING));
    var placed = asked.and(ApiPod.granted(2));
    assertThat(placed.effects()).contains(told(Phase.PENDING));
    assertThat(placed.and(started(2, 1)).effects())
        .contains(told(Phase.RUNNING))
        .doesNotContain(told(Phase.PENDING));
  }

  private static PodEffect told(Phase phase) {
    return ensureReported(1, 2, 1, phase);
  }

  @ParameterizedTest
  @MethodSource("wanted_there")
  void a_pod_somewhere_else_is_not_touched(Given<PodCommand, PodEvent, Pod, PodEffect> there) {
    there.when(new GiveUpNode(1, "n2")).then();
  }

  @ParameterizedTest
  @MethodSource("wanted_there")
  void a_later_life_on_the_machine_that_is_back_is_not_touched(
      Given<PodCommand, PodEvent, Pod, PodEffect> there) {
    var back = there.and(LOST).and(ApiPod.choose(2)).and(ApiPod.granted(2));
    back.when(LOST).then();
  }

  @ParameterizedTest
  @MethodSource("not_waiting_for_it")
  void a_pod_that_does_not_wait_for_it_stays_as_it_is(
      Given<PodCommand, PodEvent, Pod, PodEffect> other) {
    other.when(LOST).then();
  }

  @Nested
  class What_was_on_its_way_out_has_reached_its_end {
    @Test
    void when_it_was_to_be_stopped() {
      var after =
          stopping()
              .when(LOST)
              .then(new NodeGivenUp(1, NODE))
              .newEffects(FENCE, ensureReported(1, 1, 1, Phase.STOPPED))
              .accepted();
      assertThat(PodStatus.of(after.state())).contains(PodStatus.STOPPED);
      assertThat(PodStatus.trouble(after.state())).isEmpty();
    }

    @Test
    void when_it_was_to_be_removed() {
      running()
          .and(new Remove())
          .when(LOST)
          .then(new NodeGivenUp(1, NODE))
          .newEffects(FENCE, ensureReportedGone());
    }

    @Test
    void when_it_was_to_be_replaced() {
      var after = running().and(new Assign(assignment(2))).when(LOST).accepted();
      assertThat(after.state().lived().orElseThrow().assignment()).isEqualTo(assignment(2));
      assertThat(after.effects()).contains(ensurePlacement(2), FENCE);
      assertThat(PodStatus.trouble(after.state())).map(Trouble::reason).contains("NodeLost");
      assertThat(after.effects()).contains(ensureReported(2, 2, 1, Phase.PENDING));
    }

    @Test
    void also_when_it_had_ended_there_before() {
      var after = completed().and(new Remove()).and(LOST);
      assertThat(after.state()).isInstanceOf(Pod.Absent.class);
      assertThat(after.effects()).contains(FENCE);
    }
  }

  @Nested
  class What_is_left_on_the_machine {
    private static Given<PodCommand, PodEvent, Pod, PodEffect> elsewhere() {
      return running().and(LOST);
    }

    @Test
    void is_the_nodes_to_fence_off() {
      assertThat(Deliveries.of(FENCE))
          .isEqualTo(new Delivery.ToEntity(EntityId.node(NODE), new NodeCommand.Fence(POD, 1)));
    }

    @Test
    void is_not_owed_any_more_when_the_node_has_taken_it_over() {
      elsewhere()
          .when(new ReportReleased(1, NODE))
          .then(new ReservationReturned(1, NODE))
          .accepted()
          .when(new ReportReleased(1, NODE))
          .then();
      assertThat(elsewhere().and(new ReportReleased(1, NODE)).effects()).doesNotContain(FENCE);
    }

    @Test
    void has_nothing_more_to_say() {
      elsewhere().when(exited(1, 1, 137)).refused(Kind.STALE, "ReportExited", "Pending");
      elsewhere().when(started(1, 2)).refused(Kind.STALE, "ReportStarted", "Pending");
      elsewhere().when(new ReportGone(1, NODE)).then();
    }

    @Test
    void is_not_the_pods_any_more() {
      elsewhere()
          .when(new ConfirmContainer(1, 1, NODE))
          .refused(Kind.STALE, "ConfirmContainer", "Pending");
      elsewhere()
          .when(new ConfirmReservation(1, NODE))
          .refused(Kind.STALE, "ConfirmReservation", "Pending");
    }

    @Test
    void may_be_of_several_lives() {
      var again = elsewhere().and(ApiPod.choose(2)).and(ApiPod.granted(2));
      var twice = again.and(new GiveUpNode(2, NODE));
      assertThat(twice.effects())
          .contains(FENCE, new EnsureReleased(POD, Owed.dead(NODE, 2)), ensurePlacement(3));
    }
  }

  @Test
  void giving_up_the_same_machine_again_changes_nothing() {
    running().and(LOST).when(LOST).then();
    stopping().and(LOST).when(LOST).then();
  }
}
