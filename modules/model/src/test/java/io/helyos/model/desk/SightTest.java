package io.helyos.model.desk;

import static io.helyos.model.desk.Shift.NOON;
import static io.helyos.model.desk.Shift.container;
import static io.helyos.model.desk.Shift.gone;
import static io.helyos.model.desk.Shift.order;
import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.model.port.ContainerEvent.Kind;
import io.helyos.model.port.ContainerState;
import io.helyos.model.port.ContainerState.Phase;
import io.helyos.model.reconciliation.Step;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What is believed of the engine's events, lists and answers when they cross.
class SightTest {
  private static final ContainerState RUNNING = container(order(1), "c1", Phase.RUNNING);

  @Test
  void a_list_that_was_asked_for_before_an_event_is_old() {
    var shift = Shift.running(order(1), "c1").dies("c1");
    var old = shift.desk().listed(List.of(RUNNING), 1);
    assertThat(old).isEqualTo(shift.desk());
    assertThat(shift.lists(RUNNING).seen("c1").phase()).isEqualTo(Phase.RUNNING);
  }

  @Test
  void a_list_that_comes_during_a_call_is_not_looked_at() {
    var busy = Shift.running(order(1), "c1").desk().working();
    assertThat(busy.listed(List.of(), 99)).isEqualTo(busy);
  }

  @Test
  void a_container_that_was_taken_away_before_its_pod_knew_it_is_brought_up_again() {
    var shift = Shift.ordered(order(1)).bringUp("c1").lists().lists();
    assertThat(shift.step()).isEqualTo(new Step.BringUp());
  }

  @Test
  void a_list_that_was_asked_for_before_a_call_has_found_a_container_does_not_deny_it() {
    var found = Shift.ordered(order(1)).work(new StepOutcome.Known(RUNNING));
    assertThat(found.lists().seen("c1")).isEqualTo(RUNNING);
    assertThat(found.lists().desk().seen()).isEmpty();
  }

  @Test
  void an_end_that_was_not_told_yet_outlives_its_container() {
    var removed = Shift.running(order(1), "c1").dies("c1").says(Kind.DESTROYED, "c1");
    assertThat(removed.desk().news()).containsInstanceOf(News.Ended.class);
    assertThat(removed.lists().desk().news()).containsInstanceOf(News.Ended.class);
    assertThat(removed.hear()).hasSize(1);
  }

  @Test
  void what_died_before_it_could_be_ended_is_told_of_before_its_place_is_taken() {
    var shift = Shift.running(order(1), "c1").dies("c1").work(new StepOutcome.Vanished("c1"));
    assertThat(shift.step()).isEqualTo(new Step.Rest());
    assertThat(shift.hear()).hasSize(1);
    assertThat(shift.take(order(2)).work(new StepOutcome.Vanished("c1")).step())
        .isEqualTo(new Step.BringUp());
  }

  @Test
  void a_list_that_says_no_instant_leaves_the_one_that_was_heard() {
    var shift = Shift.running(order(1), "c1").pass(7).says(Kind.DIED, "c1", 137);
    var listed = container(order(1), "c1", Phase.EXITED);
    var silent =
        new ContainerState(
            "c1",
            listed.name(),
            listed.image(),
            listed.labels(),
            Phase.EXITED,
            0,
            false,
            Optional.empty(),
            Optional.empty(),
            "",
            List.of(),
            "");
    shift.lists(silent);
    assertThat(shift.seen("c1").finishedAt()).contains(NOON.plusSeconds(7));
    assertThat(shift.seen("c1").startedAt()).contains(NOON);
    assertThat(shift.seen("c1").exitCode()).isEqualTo(137);
  }

  @Test
  void an_end_that_no_event_told_is_found_in_the_list() {
    var shift = Shift.running(order(1), "c1").lists(container(order(1), "c1", Phase.EXITED));
    assertThat(shift.desk().news()).containsInstanceOf(News.Ended.class);
  }

  @Test
  void the_end_of_an_unknown_container_says_nothing() {
    assertThat(Shift.ordered(order(1)).dies("c9").desk().seen()).isEmpty();
  }

  @Test
  void an_event_tells_the_end_better_than_a_look_at_it() {
    var shift = Shift.running(order(1), "c1").pass(5).says(Kind.DIED, "c1", 143);
    shift.work(new StepOutcome.Halted(RUNNING));
    assertThat(shift.seen("c1").phase()).isEqualTo(Phase.EXITED);
    assertThat(shift.seen("c1").exitCode()).isEqualTo(143);
  }

  @Test
  void a_container_that_is_gone_cannot_be_renamed() {
    var shift = Shift.ordered(order(1)).work(new StepOutcome.Renamed(RUNNING, "another"));
    assertThat(shift.desk().seen()).isEmpty();
  }

  @Test
  void that_a_container_was_created_changes_nothing() {
    var shift = Shift.running(order(1), "c1");
    var before = List.copyOf(shift.desk().seen());
    assertThat(shift.says(Kind.CREATED, "c1").desk().seen()).containsExactlyElementsOf(before);
  }

  @Test
  void what_ran_out_of_memory_is_known_to_have_done_so_when_it_ends() {
    var shift = Shift.running(order(1), "c1").says(Kind.OOM, "c1").says(Kind.DIED, "c1");
    assertThat(shift.desk().seen()).singleElement().matches(ContainerState::oomKilled);
  }

  @Test
  void a_running_container_that_is_destroyed_is_gone() {
    assertThat(Shift.running(order(1), "c1").says(Kind.DESTROYED, "c1").desk().seen()).isEmpty();
  }

  @Test
  void another_container_of_the_same_start_is_news() {
    var shift = Shift.running(order(1), "c1").lists().lists().says(Kind.STARTED, "c2");
    assertThat(shift.desk().news()).contains(new News.Started(shift.seen("c2")));
  }

  @Test
  void a_container_that_is_paused_runs() {
    var shift = Shift.running(order(1), "c1").lists(container(order(1), "c1", Phase.PAUSED));
    assertThat(shift.desk().news()).isEmpty();
    assertThat(shift.step()).isEqualTo(new Step.Rest());
    assertThat(shift.take(gone(1)).step()).isInstanceOf(Step.Stop.class);
  }

  @Test
  void a_container_that_the_engine_has_given_up_has_ended() {
    var shift = Shift.running(order(1), "c1").lists(container(order(1), "c1", Phase.DEAD));
    assertThat(shift.hear()).hasSize(1);
    assertThat(shift.take(order(2)).step()).isInstanceOf(Step.Remove.class);
  }
}
