package io.helyos.model.pod;

import static io.helyos.model.pod.ApiPod.NODE;
import static io.helyos.model.pod.ApiPod.NOON;
import static io.helyos.model.pod.ApiPod.backingOff;
import static io.helyos.model.pod.ApiPod.choose;
import static io.helyos.model.pod.ApiPod.container;
import static io.helyos.model.pod.ApiPod.creating;
import static io.helyos.model.pod.ApiPod.endBackoff;
import static io.helyos.model.pod.ApiPod.exit;
import static io.helyos.model.pod.ApiPod.exited;
import static io.helyos.model.pod.ApiPod.granted;
import static io.helyos.model.pod.ApiPod.nothing;
import static io.helyos.model.pod.ApiPod.pending;
import static io.helyos.model.pod.ApiPod.reserving;
import static io.helyos.model.pod.ApiPod.running;
import static io.helyos.model.pod.ApiPod.startFailed;
import static io.helyos.model.pod.ApiPod.started;
import static io.helyos.model.pod.ApiPod.stopped;
import static io.helyos.model.pod.ApiPod.stopping;
import static io.helyos.model.pod.ApiPod.unhealthy;

import io.helyos.model.Rejection.Kind;
import io.helyos.model.pod.PodCommand.ConfirmContainer;
import io.helyos.model.pod.PodCommand.ConfirmReservation;
import io.helyos.model.pod.PodCommand.ReportExited;
import io.helyos.model.pod.PodCommand.ReportGone;
import io.helyos.model.pod.PodCommand.ReportRefused;
import io.helyos.model.pod.PodCommand.ReportReleased;
import io.helyos.model.pod.PodCommand.ReportStartFailed;
import io.helyos.model.pod.PodCommand.ReportStarted;
import io.helyos.model.pod.PodCommand.ReportUnplaceable;
import io.helyos.model.pod.PodCommand.ResetRestarts;
import io.helyos.model.pod.PodEvent.PodStarted;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// News travels slowly, twice, or in the wrong order. What is over must not move what is now.
class StaleNewsTest {
  @Nested
  class News_of_another_incarnation_or_attempt {
    @Test
    void does_not_place_a_pod() {
      pending().when(choose(2)).refused(Kind.STALE, "ChoosePlacement", "Pending");
      pending().when(new ReportUnplaceable(7, Map.of())).refused(Kind.STALE, "ReportUnplaceable");
      reserving().when(granted(2)).refused(Kind.STALE, "ReportGranted", "Reserving");
      reserving().when(new ReportRefused(1, "n2", "no")).refused(Kind.STALE, "ReportRefused");
    }

    @Test
    void does_not_start_or_end_a_pod() {
      var second = backingOff().and(endBackoff(1));
      creating().when(started(2, 1)).refused(Kind.STALE, "ReportStarted");
      running().when(exited(2, 1, 1)).refused(Kind.STALE, "ReportExited", "Running");
      second.when(started(1, 1)).refused(Kind.STALE, "ReportStarted", "Creating");
      second.when(exited(1, 1, 1)).refused(Kind.STALE, "ReportExited");
      second.when(startFailed(1, StartFailure.REFUSED)).refused(Kind.STALE, "StartFailed");
    }

    @Test
    void says_nothing_of_the_health_of_this_one() {
      var second = backingOff().and(endBackoff(1)).and(started(1, 2));
      second.when(unhealthy(1)).refused(Kind.STALE, "ReportHealth", "Running");
      running().when(unhealthy(2)).refused(Kind.STALE, "ReportHealth");
    }

    @Test
    void does_not_end_a_back_off_or_reset_a_count() {
      backingOff().when(endBackoff(2)).refused(Kind.STALE, "EndBackoff", "BackingOff");
      running().when(new ResetRestarts(1, 2)).refused(Kind.STALE, "ResetRestarts");
    }

    @Test
    void does_not_vacate_a_node() {
      stopping().when(new ReportGone(2, NODE)).then();
      stopping().when(new ReportGone(1, "n2")).then();
    }
  }

  @Nested
  class News_that_comes_too_late {
    @Test
    void of_a_choice_is_refused() {
      reserving().when(choose(1)).refused(Kind.STALE, "ChoosePlacement", "Reserving");
      reserving().when(new ReportUnplaceable(1, Map.of())).refused(Kind.STALE, "Unplaceable");
    }

    @Test
    void of_a_reservation_is_refused() {
      creating().when(granted(1)).refused(Kind.STALE, "ReportGranted", "Creating");
      creating().when(new ReportRefused(1, NODE, "no")).refused(Kind.STALE, "ReportRefused");
    }

    @Test
    void of_a_container_changes_nothing_once_its_end_is_known() {
      backingOff().when(started(1, 1)).then();
      backingOff().when(exited(1, 1, 1)).then();
      backingOff().when(startFailed(1, StartFailure.REFUSED)).then();
      stopping().when(exited(1, 1, 137)).then();
      stopping().when(started(1, 1)).then();
      backingOff().when(unhealthy(1)).then();
      stopping().when(unhealthy(1)).then();
    }

    @Test
    void is_refused_by_a_pod_that_has_no_place_any_more() {
      stopped().when(started(1, 1)).refused(Kind.STALE, "ReportStarted", "Stopped");
      stopped().when(exited(1, 1, 137)).refused(Kind.STALE, "ReportExited", "Stopped");
      stopped().when(unhealthy(1)).refused(Kind.STALE, "ReportHealth", "Stopped");
    }

    @Test
    void of_the_end_of_an_earlier_container_is_refused() {
      var later = new Pod.Container("cafe", "172.18.0.3", "sha256:1", NOON.plusSeconds(1));
      var again = running().and(new ReportStarted(1, 1, later));
      again.when(new ReportExited(1, 1, "c0ffee", exit(1))).refused(Kind.STALE, "ReportExited");
      again.when(new ReportExited(1, 1, "cafe", exit(1))).accepted();
    }

    @Test
    void of_a_start_that_failed_changes_nothing_when_the_container_runs() {
      running().when(startFailed(1, StartFailure.IMAGE)).then();
    }

    /// The container was taken away unseen, and its name is a stranger's by now.
    @Test
    void of_a_start_that_failed_since_then_counts() {
      var later = NOON.plusSeconds(5);
      running()
          .when(new ReportStartFailed(1, 1, StartFailure.NAME_TAKEN, "taken", later))
          .then(
              new PodEvent.PodStartFailed(
                  1, 1, StartFailure.NAME_TAKEN, "taken", 1, 0, Optional.of(later.plusSeconds(1))));
    }

    @Test
    void of_a_timer_is_refused() {
      running().when(endBackoff(1)).refused(Kind.STALE, "EndBackoff", "Running");
      stopping().when(endBackoff(1)).refused(Kind.STALE, "EndBackoff", "Stopping");
      backingOff().when(new ResetRestarts(1, 1)).refused(Kind.STALE, "ResetRestarts");
    }

    @Test
    void of_an_empty_node_changes_nothing_unless_the_pod_waits_for_it() {
      running().when(new ReportGone(1, NODE)).then();
      stopped().when(new ReportGone(1, NODE)).then();
      nothing().when(new ReportGone(1, NODE)).then();
    }

    @Test
    void of_a_release_that_nobody_owes_changes_nothing() {
      running().when(new ReportReleased(1, NODE)).then();
      nothing().when(new ReportReleased(1, NODE)).then();
    }

    @Test
    void for_a_pod_that_never_was_is_refused() {
      nothing().when(started(1, 1)).refused(Kind.STALE, "ReportStarted", "Absent");
      nothing().when(exited(1, 1, 1)).refused(Kind.STALE, "ReportExited", "Absent");
    }
  }

  @Nested
  class The_same_news_again {
    @Test
    void of_the_same_container_is_no_event() {
      running().when(started(1, 1)).then();
    }

    @Test
    void of_another_container_of_the_same_attempt_is_one() {
      var other = new Pod.Container("decade", "172.18.0.3", "sha256:1", container().startedAt());
      running().when(new ReportStarted(1, 1, other)).then(new PodStarted(1, 1, other)).newEffects();
    }
  }

  @Nested
  class A_question {
    @Test
    void about_a_reservation_is_answered_by_all_states_that_need_it() {
      var ask = new ConfirmReservation(1, NODE);
      reserving().when(ask).then();
      creating().when(ask).then();
      running().when(ask).then();
      backingOff().when(ask).then();
      stopping().when(ask).then();
      pending().when(ask).refused(Kind.STALE, "ConfirmReservation", "Pending");
      stopped().when(ask).refused(Kind.STALE, "ConfirmReservation", "Stopped");
      running().when(new ConfirmReservation(2, NODE)).refused(Kind.STALE, "ConfirmReservation");
      running().when(new ConfirmReservation(1, "n2")).refused(Kind.STALE, "ConfirmReservation");
    }

    @Test
    void about_a_container_is_answered_for_any_attempt_of_the_life_that_counts() {
      running().when(new ConfirmContainer(1, 1, NODE)).then();
      running().when(new ConfirmContainer(1, 2, NODE)).then();
      running().when(new ConfirmContainer(2, 1, NODE)).refused(Kind.STALE, "ConfirmContainer");
      running().when(new ConfirmContainer(1, 1, "n2")).refused(Kind.STALE, "ConfirmContainer");
      stopped().when(new ConfirmContainer(1, 1, NODE)).refused(Kind.STALE, "ConfirmContainer");
    }
  }
}
