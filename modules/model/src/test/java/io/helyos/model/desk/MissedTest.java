package io.helyos.model.desk;

import static io.helyos.model.desk.Shift.NOON;
import static io.helyos.model.desk.Shift.container;
import static io.helyos.model.desk.Shift.order;
import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.model.agent.Order.Want;
import io.helyos.model.pod.Exit;
import io.helyos.model.pod.PodCommand.ReportExited;
import io.helyos.model.port.ContainerEvent.Kind;
import io.helyos.model.port.ContainerState.Phase;
import io.helyos.model.reconciliation.Step;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// A container that its pod knows to run is gone, and nobody has said that it ended.
class MissedTest {
  @Test
  void its_end_is_told_and_the_same_start_is_not_made_once_more() {
    var shift = Shift.running(order(1), "c1").lists().lists();
    assertThat(shift.step()).isEqualTo(new Step.Rest());
    assertThat(shift.hear())
        .singleElement()
        .isInstanceOfSatisfying(
            ReportExited.class,
            told -> {
              assertThat(told.container()).isEqualTo("c1");
              assertThat(told.exit().code()).isEqualTo(Exit.UNSEEN);
              assertThat(told.exit().finishedAt()).isEqualTo(NOON);
            });
    assertThat(shift.order().want()).isEqualTo(Want.ENDED);
  }

  @Test
  void before_the_engine_was_asked_nothing_is_missed() {
    var shift = Shift.running(order(1), "c1").says(Kind.DESTROYED, "c1");
    assertThat(shift.desk().news()).isEmpty();
    assertThat(shift.step()).isEqualTo(new Step.Rest());
  }

  @Test
  void nor_after_the_engine_has_spoken_of_one_that_was_never_seen() {
    var shift = Shift.running(order(1), "c1").lists().lists();
    shift.says(Kind.DIED, "c0", 1);
    assertThat(shift.desk().news()).isEmpty();
    assertThat(shift.lists().desk().news()).containsInstanceOf(News.Missed.class);
  }

  @Test
  void an_end_that_was_heard_counts_although_the_container_is_gone() {
    var shift = Shift.running(order(1), "c1").dies("c1").says(Kind.DESTROYED, "c1").lists();
    assertThat(shift.step()).as("it has no name to give up").isEqualTo(new Step.Rest());
    assertThat(shift.hear())
        .singleElement()
        .isInstanceOfSatisfying(ReportExited.class, told -> assertThat(told.exit().code()).isOne());
  }

  @Test
  void what_another_order_is_about_to_replace_is_not_begun() {
    var shift = Shift.ordered(order(1));
    assertThat(shift.step()).isEqualTo(new Step.BringUp());
    shift.put(shift.desk().expect(Shift.gone(1)));
    assertThat(shift.step()).isEqualTo(new Step.Rest());
  }

  @Test
  void what_has_ended_and_is_started_by_hand_is_stopped_and_kept() {
    var shift = Shift.running(order(1), "c1").dies("c1");
    shift.hear();
    assertThat(shift.order().want()).isEqualTo(Want.ENDED);
    shift.pass(Duration.ofSeconds(5)).says(Kind.STARTED, "c1");
    assertThat(shift.step()).isEqualTo(new Step.Halt(shift.seen("c1")));
    shift.work(new StepOutcome.Halted(container(order(1), "c1", Phase.EXITED)));
    assertThat(shift.step()).isEqualTo(new Step.Rest());
    assertThat(shift.desk().news()).isEmpty();
  }
}
