package io.helyos.model.pod;

import static io.helyos.model.pod.ApiPod.NODE;
import static io.helyos.model.pod.ApiPod.NOON;
import static io.helyos.model.pod.ApiPod.POD;
import static io.helyos.model.pod.ApiPod.assignment;
import static io.helyos.model.pod.ApiPod.backingOff;
import static io.helyos.model.pod.ApiPod.creating;
import static io.helyos.model.pod.ApiPod.ensurePlacement;
import static io.helyos.model.pod.ApiPod.ensureReported;
import static io.helyos.model.pod.ApiPod.exited;
import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.model.Given;
import io.helyos.model.Rejection.Kind;
import io.helyos.model.pod.PodCommand.Assign;
import io.helyos.model.pod.PodCommand.EndBackoff;
import io.helyos.model.pod.PodCommand.GiveUpNode;
import io.helyos.model.pod.PodCommand.Remove;
import io.helyos.model.pod.PodCommand.ReportReleased;
import io.helyos.model.pod.PodEffect.EnsureReleased;
import io.helyos.model.pod.PodEffect.WakeAt;
import io.helyos.model.pod.PodEvent.AttemptBegun;
import io.helyos.model.pod.PodEvent.NodeGivenUp;
import io.helyos.model.pod.PodReport.Phase;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// A machine was given up while one of its pods waited before the next attempt: the wait and what
/// it counts from survive the move.
class LostWhileWaitingTest {
  private static final GiveUpNode LOST = new GiveUpNode(1, NODE);
  private static final EnsureReleased FENCE = new EnsureReleased(POD, Owed.dead(NODE, 1));
  private static final PodEffect RETRY = ensurePlacement(2);
  private static final Instant DUE = NOON.plusSeconds(1);

  private static Given<PodCommand, PodEvent, Pod, PodEffect> moved() {
    return backingOff().and(LOST);
  }

  @Test
  void waits_on_elsewhere() {
    var waiting = backingOff().when(LOST).then(new NodeGivenUp(1, NODE)).accepted();
    assertThat(waiting.effects())
        .containsExactlyInAnyOrder(
            new WakeAt(DUE, new EndBackoff(2, 1)),
            FENCE,
            ensureReported(1, 2, 1, Phase.RESTARTING));
  }

  @Test
  void looks_for_a_node_when_its_time_has_come() {
    var due = moved().when(new EndBackoff(2, 1)).then(new AttemptBegun(2, 1)).accepted();
    assertThat(due.effects()).contains(RETRY).noneMatch(WakeAt.class::isInstance);
    due.when(new EndBackoff(2, 1)).refused(Kind.STALE);
  }

  @Test
  void takes_no_place_before() {
    moved().when(ApiPod.choose(2)).refused(Kind.STALE);
    moved().when(new PodCommand.ReportUnplaceable(2, Map.of())).refused(Kind.STALE);
    moved().when(new EndBackoff(1, 1)).refused(Kind.STALE);
    moved().when(new EndBackoff(2, 2)).refused(Kind.STALE);
  }

  @Test
  void keeps_its_restarts() {
    assertThat(moved().state().lived().orElseThrow().restarts()).isEqualTo(1);
    assertThat(PodStatus.of(moved().state())).contains(PodStatus.RESTARTING);
    var placed = moved().and(new EndBackoff(2, 1)).and(ApiPod.choose(2)).and(ApiPod.granted(2));
    assertThat(placed.effects()).contains(ApiPod.ensureRunning(2, 1, 1));
  }

  @Test
  void still_shows_that_it_crashes_again_and_again() {
    var crashing = creating();
    for (var attempt = 1; attempt <= 10; attempt++) {
      crashing = crashing.and(exited(1, attempt, 1));
      if (attempt < 10) crashing = crashing.and(ApiPod.endBackoff(attempt));
    }
    var elsewhere = crashing.and(LOST);
    assertThat(PodStatus.of(elsewhere.state())).contains(PodStatus.CRASH_LOOP_BACKOFF);
    assertThat(elsewhere.effects()).contains(ensureReported(1, 2, 1, Phase.CRASHLOOP));
  }

  @Test
  void keeps_count_of_the_pulls_that_failed() {
    var refused =
        creating()
            .and(ApiPod.startFailed(1, StartFailure.IMAGE))
            .and(LOST)
            .and(new EndBackoff(2, 1))
            .and(ApiPod.choose(2))
            .and(new PodCommand.ReportRefused(2, NODE, "is full"));
    assertThat(refused.state().lived().orElseThrow().pullFailures()).isEqualTo(1);
  }

  @Test
  void waits_no_longer_when_it_is_to_run_something_else() {
    var other = moved().and(new Assign(assignment(2)));
    assertThat(other.effects()).contains(ensurePlacement(3)).noneMatch(WakeAt.class::isInstance);
    assertThat(other.state().lived().orElseThrow().restarts()).isZero();
  }

  @Test
  void waits_on_while_its_old_room_is_given_back() {
    assertThat(moved().and(new ReportReleased(1, NODE)).effects())
        .contains(new WakeAt(DUE, new EndBackoff(2, 1)))
        .doesNotContain(FENCE);
  }

  @Test
  void is_gone_at_once_when_it_is_not_wanted_any_more() {
    assertThat(moved().and(new Remove()).state()).isInstanceOf(Pod.Absent.class);
    assertThat(moved().and(new PodCommand.Stop()).state()).isInstanceOf(Pod.Stopped.class);
  }
}
