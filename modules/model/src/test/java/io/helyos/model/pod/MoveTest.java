package io.helyos.model.pod;

import static io.helyos.model.pod.ApiPod.NODE;
import static io.helyos.model.pod.ApiPod.POD;
import static io.helyos.model.pod.ApiPod.assignment;
import static io.helyos.model.pod.ApiPod.choose;
import static io.helyos.model.pod.ApiPod.creating;
import static io.helyos.model.pod.ApiPod.ensureGone;
import static io.helyos.model.pod.ApiPod.ensurePlacement;
import static io.helyos.model.pod.ApiPod.ensureReleased;
import static io.helyos.model.pod.ApiPod.ensureReported;
import static io.helyos.model.pod.ApiPod.ensureRunning;
import static io.helyos.model.pod.ApiPod.granted;
import static io.helyos.model.pod.ApiPod.startFailed;
import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.model.Given;
import io.helyos.model.pod.Owed.HostPort;
import io.helyos.model.pod.Pod.After;
import io.helyos.model.pod.PodCommand.Assign;
import io.helyos.model.pod.PodCommand.GiveUpNode;
import io.helyos.model.pod.PodCommand.Remove;
import io.helyos.model.pod.PodCommand.ReportGone;
import io.helyos.model.pod.PodCommand.ReportReleased;
import io.helyos.model.pod.PodCommand.Stop;
import io.helyos.model.pod.PodEffect.EnsureReleased;
import io.helyos.model.pod.PodEvent.PodStartFailed;
import io.helyos.model.pod.PodEvent.PodVacated;
import io.helyos.model.pod.PodReport.Phase;
import io.helyos.model.template.PortSpec.Protocol;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// A stranger holds a host port of the pod: it moves, and that is no crash.
class MoveTest {
  private static final List<HostPort> STRANGERS = List.of(new HostPort(20_000, Protocol.TCP));
  private static final EnsureReleased OWED =
      new EnsureReleased(POD, new Owed(NODE, 1, STRANGERS, false));

  private static Given<PodCommand, PodEvent, Pod, PodEffect> leaving() {
    return creating().and(startFailed(1, StartFailure.PORT_TAKEN));
  }

  private static Given<PodCommand, PodEvent, Pod, PodEffect> moved() {
    return leaving().and(new ReportGone(1, NODE));
  }

  @Test
  void first_whatever_was_made_is_taken_down() {
    creating()
        .when(startFailed(1, StartFailure.PORT_TAKEN))
        .then(
            new PodStartFailed(
                1, 1, StartFailure.PORT_TAKEN, "The engine said no.", 0, 0, Optional.empty()))
        .newEffects(ensureGone(1));
    assertThat(PodStatus.of(leaving().state())).contains(PodStatus.STOPPING);
  }

  @Test
  void then_the_pod_is_placed_anew_and_the_node_hears_of_the_port() {
    leaving()
        .when(new ReportGone(1, NODE))
        .then(new PodVacated(1, After.MOVE))
        .newEffects(ensurePlacement(2), ensureReported(1, 2, 1, Phase.PENDING), OWED);
  }

  @Test
  void the_pod_says_which_port_is_held_and_where() {
    assertThat(PodStatus.of(moved().state())).contains(PodStatus.PENDING);
    assertThat(PodStatus.trouble(moved().state()))
        .hasValueSatisfying(why -> {
          assertThat(why.reason()).isEqualTo("PortTaken");
          assertThat(why.message()).contains("node n1", "20000", "placed anew");
        });
  }

  @Test
  void it_is_no_crash() {
    assertThat(moved().state().lived().orElseThrow().restarts()).isZero();
    assertThat(moved().effects()).doesNotContain(ensureReported(1, 2, 1, Phase.RESTARTING));
  }

  @Test
  void restarts_before_it_are_kept() {
    var crashed =
        creating()
            .and(ApiPod.exited(1, 1, 1))
            .and(ApiPod.endBackoff(1))
            .and(startFailed(2, StartFailure.PORT_TAKEN))
            .and(new ReportGone(1, NODE));
    assertThat(crashed.state().lived().orElseThrow().restarts()).isEqualTo(1);
    assertThat(crashed.effects()).contains(OWED);
  }

  @Test
  void the_next_life_is_asked_for_in_other_words() {
    var again = moved().and(choose(2)).when(granted(2)).newEffects(ensureRunning(2, 1)).accepted();
    assertThat(again.effects()).contains(OWED);
    assertThat(again.and(new ReportReleased(1, NODE)).effects()).doesNotContain(OWED);
  }

  @Test
  void wanting_the_same_again_changes_nothing() {
    leaving().when(new Assign(assignment(1))).then();
    moved().when(new Assign(assignment(1))).then();
  }

  @Test
  void wanting_something_else_meanwhile_replaces_it() {
    var other = leaving().and(new Assign(assignment(2))).when(new ReportGone(1, NODE)).accepted();
    assertThat(other.state().lived().orElseThrow().assignment()).isEqualTo(assignment(2));
    assertThat(other.effects()).contains(ensurePlacement(2), ensureReleased(1));
  }

  @Test
  void the_word_of_the_deployment_counts_meanwhile() {
    var stopped = leaving().and(new Stop()).and(new ReportGone(1, NODE));
    assertThat(stopped.state()).isInstanceOf(Pod.Stopped.class);
    var removed = leaving().and(new Remove()).and(new ReportGone(1, NODE));
    assertThat(removed.state()).isInstanceOf(Pod.Absent.class);
    assertThat(removed.effects()).contains(ensureReleased(1));
  }

  @Test
  void a_machine_that_dies_meanwhile_is_not_waited_for() {
    var lost = leaving().and(new GiveUpNode(1, NODE));
    assertThat(lost.effects())
        .contains(ensurePlacement(2), new EnsureReleased(POD, Owed.dead(NODE, 1)));
  }

  @Test
  void the_same_news_again_changes_nothing() {
    leaving().when(startFailed(1, StartFailure.PORT_TAKEN)).then();
    moved().when(new ReportGone(1, NODE)).then();
  }
}
