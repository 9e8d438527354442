package io.helyos.model.pod;

import static io.helyos.model.Given.given;
import static io.helyos.model.pod.ApiPod.NODE;
import static io.helyos.model.pod.ApiPod.NOON;
import static io.helyos.model.pod.ApiPod.POD;
import static io.helyos.model.pod.ApiPod.choose;
import static io.helyos.model.pod.ApiPod.container;
import static io.helyos.model.pod.ApiPod.granted;
import static io.helyos.model.pod.ApiPod.running;
import static io.helyos.model.pod.ApiPod.started;
import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.model.Given;
import io.helyos.model.pod.Pod.After;
import io.helyos.model.pod.PodCommand.Assign;
import io.helyos.model.pod.PodCommand.Remove;
import io.helyos.model.pod.PodCommand.Stop;
import io.helyos.model.pod.PodEffect.EnsureGone;
import io.helyos.model.pod.PodEvent.PodAssigned;
import io.helyos.model.pod.PodEvent.PodStopping;
import io.helyos.model.template.Backoff;
import io.helyos.model.template.RestartPolicy;
import io.helyos.model.template.StopPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// A pod that is told to end says since when its traffic has to leave.
class DrainTest {
  private static final StopPolicy DRAINING =
      StopPolicy.of(Duration.ofSeconds(10), "SIGTERM", Duration.ofSeconds(5), List.of());
  private static final Instant LATER = NOON.plusSeconds(60);

  private static Assignment wanted(int revision) {
    return new Assignment(
        POD,
        revision,
        "api:" + revision,
        Needs.NOTHING,
        RestartPolicy.ALWAYS,
        Backoff.DEFAULT,
        DRAINING,
        false,
        false);
  }

  private static Given<PodCommand, PodEvent, Pod, PodEffect> drainable() {
    return given(new PodLifecycle())
        .and(new Assign(wanted(1)))
        .and(choose(1))
        .and(granted(1))
        .and(started(1, 1));
  }

  private static Optional<Pod.Drain> drain(Given<PodCommand, PodEvent, Pod, PodEffect> pod) {
    return pod.state() instanceof Pod.Stopping(_, _, _, var drain) ? drain : Optional.empty();
  }

  @Test
  void the_instant_is_in_the_event_in_the_state_and_in_what_the_agent_is_told() {
    var leaving =
        drainable()
            .when(new Stop(), LATER)
            .then(new PodStopping(1, After.STOP, Optional.of(LATER)))
            .accepted();
    assertThat(drain(leaving)).contains(new Pod.Drain(container(), LATER));
    assertThat(leaving.effects())
        .contains(new EnsureGone(POD, NODE, 1, DRAINING, Optional.of(LATER)));
  }

  @Test
  void so_it_is_when_another_revision_takes_its_place() {
    var leaving =
        drainable()
            .when(new Assign(wanted(2)), LATER)
            .then(new PodAssigned(wanted(2), Optional.of(LATER)))
            .accepted();
    assertThat(drain(leaving)).contains(new Pod.Drain(container(), LATER));
  }

  @Test
  void a_change_of_mind_does_not_begin_it_anew() {
    var removed = drainable().and(new Stop(), LATER).and(new Remove(), LATER.plusSeconds(3));
    assertThat(drain(removed)).map(Pod.Drain::since).contains(LATER);
    var replaced =
        drainable().and(new Stop(), LATER).and(new Assign(wanted(2)), LATER.plusSeconds(3));
    assertThat(drain(replaced)).map(Pod.Drain::since).contains(LATER);
  }

  @Test
  void what_does_not_run_or_has_no_drain_has_nothing_to_wait_for() {
    var creating =
        given(new PodLifecycle()).and(new Assign(wanted(1))).and(choose(1)).and(granted(1));
    creating.when(new Stop(), LATER).then(new PodStopping(1, After.STOP));
    running().when(new Stop(), LATER).then(new PodStopping(1, After.STOP));
  }
}
