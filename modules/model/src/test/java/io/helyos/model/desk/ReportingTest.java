package io.helyos.model.desk;

import static io.helyos.model.desk.Shift.NODE;
import static io.helyos.model.desk.Shift.NOON;
import static io.helyos.model.desk.Shift.container;
import static io.helyos.model.desk.Shift.gone;
import static io.helyos.model.desk.Shift.order;
import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.model.agent.Order.Want;
import io.helyos.model.pod.Exit;
import io.helyos.model.pod.Pod;
import io.helyos.model.pod.PodCommand.ReportExited;
import io.helyos.model.pod.PodCommand.ReportGone;
import io.helyos.model.pod.PodCommand.ReportStarted;
import io.helyos.model.port.ContainerState;
import io.helyos.model.port.ContainerState.Phase;
import io.helyos.model.reconciliation.Step;
import io.helyos.model.template.PodTemplate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What a pod is told, and what answers do that are lost, late or doubled.
class ReportingTest {
  private static final ReportStarted STARTED =
      new ReportStarted(1, 1, new Pod.Container("c1", "", "", NOON));

  private static ReportExited exited(int attempt, Instant at) {
    return new ReportExited(
        1,
        attempt,
        "c1",
        new Exit(1, false, at, List.of("bye"), Optional.of(NOON), Optional.empty()));
  }

  @Test
  void a_pod_hears_that_its_container_runs_and_that_it_has_ended() {
    var shift = Shift.ordered(order(1)).bringUp("c1");
    assertThat(shift.hear()).containsExactly(STARTED);
    assertThat(shift.desk().news()).isEmpty();
    assertThat(shift.pass(9).dies("c1").hear()).containsExactly(exited(1, NOON.plusSeconds(9)));
    assertThat(shift.desk().news()).isEmpty();
    assertThat(shift.order().want()).isEqualTo(Want.ENDED);
    assertThat(shift.step()).as("kept for its log").isEqualTo(new Step.Rest());
  }

  @Test
  void one_report_is_made_up_at_a_time() {
    var shift = Shift.ordered(order(1)).bringUp("c1");
    shift.put(shift.desk().preparing());
    assertThat(shift.desk().news()).isEmpty();
    shift.put(shift.desk().made(shift.order(), STARTED, NOON)).dies("c1");
    assertThat(shift.desk().news()).as("the end waits behind the start").isEmpty();
  }

  @Test
  void one_report_is_told_at_a_time() {
    var shift = Shift.ordered(order(1)).bringUp("c1").make();
    assertThat(shift.tell()).contains(STARTED);
    assertThat(shift.tell()).isEmpty();
  }

  @Test
  void an_end_is_told_after_the_start_however_late_that_was_heard() {
    var shift = Shift.ordered(order(1)).bringUp("c1").make();
    shift.tell();
    shift.dies("c1").make();
    shift.answer(STARTED);
    assertThat(shift.hear()).containsExactly(exited(1, NOON));
  }

  @Test
  void a_container_that_has_died_before_its_start_was_told_has_only_an_end() {
    assertThat(Shift.ordered(order(1)).bringUp("c1").dies("c1").hear())
        .containsExactly(exited(1, NOON));
  }

  @Test
  void what_nobody_answers_is_told_again_a_second_later() {
    var shift = Shift.ordered(order(1)).bringUp("c1").make();
    shift.tell();
    shift.put(shift.desk().unanswered(NOON));
    assertThat(shift.tell()).isEmpty();
    assertThat(shift.desk().wakeAt(NOON)).contains(NOON.plusSeconds(1));
    assertThat(shift.pass(1).tell()).contains(STARTED);
  }

  @Test
  void an_answer_that_comes_twice_says_nothing_new() {
    var shift = Shift.running(order(1), "c1").dies("c1");
    var before = shift.desk();
    assertThat(shift.answer(STARTED).desk()).isEqualTo(before);
  }

  @Test
  void an_old_answer_does_not_stand_for_the_one_that_is_waited_for() {
    var shift = Shift.running(order(1), "c1").dies("c1").make();
    var end = shift.tell().orElseThrow();
    shift.answer(STARTED);
    assertThat(shift.tell()).as("it is still being told").isEmpty();
    assertThat(shift.answer(end).desk().nextReport(shift.now())).isEmpty();
    assertThat(shift.order().want()).isEqualTo(Want.ENDED);
  }

  @Test
  void a_report_that_was_made_up_for_an_earlier_order_is_not_needed() {
    var shift = Shift.ordered(order(1)).bringUp("c1");
    var by = shift.order();
    shift.put(shift.desk().preparing()).take(order(2, 1, PodTemplate.of("redis")));
    shift.put(shift.desk().made(by, STARTED, NOON));
    assertThat(shift.tell()).isEmpty();
    assertThat(shift.desk().talk().preparing()).isFalse();
  }

  @Test
  void an_order_that_comes_while_a_report_is_told_does_not_tell_it_twice_at_once() {
    var shift = Shift.running(order(1), "c1").dies("c1").silence(3).pass(1);
    assertThat(shift.tell()).isPresent();
    shift.deputise();
    assertThat(shift.tell()).as("the queue's first is still being told").isEmpty();
    shift.put(shift.desk().unanswered(shift.now())).pass(1);
    assertThat(shift.tell()).isPresent();
  }

  @Test
  void a_pod_that_is_gone_is_told_so_once_nothing_is_left_of_it() {
    var shift = Shift.running(order(1), "c1").take(gone(1));
    assertThat(shift.desk().news()).isEmpty();
    assertThat(shift.step()).isInstanceOf(Step.Stop.class);
    shift.put(shift.desk().working());
    assertThat(shift.desk().news()).isEmpty();
    shift.work(new StepOutcome.Vanished("c1"));
    assertThat(shift.desk().news()).contains(new News.Gone());
    var report = shift.make().tell().orElseThrow();
    assertThat(report).isEqualTo(new ReportGone(1, NODE));
    assertThat(shift.desk().isClosedBy(report)).isTrue();
  }

  @Test
  void a_pod_that_was_never_here_is_gone_at_once() {
    assertThat(Shift.ordered(gone(4)).hear()).containsExactly(new ReportGone(4, NODE));
  }

  @Test
  void a_later_life_keeps_the_desk_open() {
    var gone = new ReportGone(1, NODE);
    assertThat(Shift.ordered(gone(1)).desk().isClosedBy(new ReportGone(2, NODE))).isFalse();
    var coming = Shift.ordered(gone(1)).desk().expect(order(2, 1, PodTemplate.of("nginx")));
    assertThat(coming.isClosedBy(gone)).isFalse();
    assertThat(Shift.ordered(order(1)).desk().isClosedBy(gone)).isFalse();
    assertThat(Shift.ordered(gone(1)).desk().isClosedBy(STARTED)).isFalse();
  }

  @Test
  void an_end_by_hand_is_told_as_it_was_announced() {
    var shift = Shift.running(order(1), "c1").pass(3).dies("c1");
    var news = (News.Ended) shift.desk().news().orElseThrow();
    var again = container(order(1), "c1", Phase.RUNNING);
    assertThat(Reports.exited(order(1), again, news, List.of("bye"), NOON))
        .isEqualTo(exited(1, NOON.plusSeconds(3)));
  }

  @Test
  void an_end_without_an_instant_is_of_now() {
    var dead = container(order(1), "c1", Phase.EXITED);
    var unsaid =
        new ContainerState(
            "c1",
            "",
            "",
            dead.labels(),
            Phase.EXITED,
            3,
            true,
            Optional.empty(),
            Optional.empty(),
            "",
            List.of(),
            "");
    var news = new News.Ended(unsaid, Optional.empty());
    var report = (ReportExited) Reports.exited(order(1), unsaid, news, List.of(), NOON);
    assertThat(report.exit()).isEqualTo(new Exit(3, true, NOON, List.of()));
  }

  @Test
  void a_start_is_told_with_what_the_engine_showed_at_a_closer_look() {
    var announced = container(order(1), "c1", Phase.CREATED);
    var seen = container(order(1), "c1", Phase.RUNNING);
    assertThat(Reports.started(order(1), seen, announced, "sha256:1", NOON.plusSeconds(5)))
        .isEqualTo(new ReportStarted(1, 1, new Pod.Container("c1", "10.0.0.2", "sha256:1", NOON)));
  }

  @Test
  void what_needs_the_engine_is_not_said_without_it() {
    var seen = container(order(1), "c1", Phase.RUNNING);
    assertThat(Reports.plain(order(1), new News.Started(seen), NODE, NOON)).isEmpty();
    assertThat(Reports.plain(order(1), new News.Ended(seen, Optional.empty()), NODE, NOON))
        .isEmpty();
  }
}
