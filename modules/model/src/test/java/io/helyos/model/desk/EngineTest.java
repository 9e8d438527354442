package io.helyos.model.desk;

import static io.helyos.model.desk.Shift.NOON;
import static io.helyos.model.desk.Shift.container;
import static io.helyos.model.desk.Shift.gone;
import static io.helyos.model.desk.Shift.order;
import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.model.PodId;
import io.helyos.model.agent.Order;
import io.helyos.model.agent.Order.Want;
import io.helyos.model.desk.StepOutcome.CannotStart;
import io.helyos.model.pod.PodCommand.ReportStartFailed;
import io.helyos.model.pod.StartFailure;
import io.helyos.model.port.ContainerEvent.Kind;
import io.helyos.model.port.ContainerState.Phase;
import io.helyos.model.reconciliation.Step;
import io.helyos.model.template.PodTemplate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// The calls on the engine: one at a time, and what follows from how each ends.
class EngineTest {
  private static final Step REST = new Step.Rest();
  private static final Step BRING_UP = new Step.BringUp();
  private static final CannotStart REFUSED = cannot(StartFailure.REFUSED);

  private static CannotStart cannot(StartFailure why) {
    return new CannotStart(why, "The engine said no.", NOON);
  }

  @Test
  void one_call_is_under_way_at_a_time() {
    var shift = Shift.ordered(order(1));
    assertThat(shift.step()).isEqualTo(BRING_UP);
    assertThat(shift.desk().working().step(NOON)).isEqualTo(REST);
    shift.put(shift.desk().working()).take(gone(1));
    assertThat(shift.step()).as("also for another order").isEqualTo(REST);
  }

  @Test
  void without_an_order_nothing_is_done() {
    var stray = Desk.of(Shift.POD).listed(List.of(container(order(1), "c1", Phase.RUNNING)), 0);
    assertThat(stray.step(NOON)).isEqualTo(REST);
    assertThat(stray.news()).isEmpty();
  }

  @Test
  void a_container_that_was_begun_is_waited_for_until_the_engine_speaks_of_it() {
    var shift = Shift.ordered(order(1));
    shift.work(new StepOutcome.Begun(container(order(1), "c1", Phase.CREATED)));
    assertThat(shift.step()).isEqualTo(REST);
    assertThat(shift.desk().news()).isEmpty();
    shift.says(Kind.STARTED, "c1");
    assertThat(shift.desk().news()).contains(new News.Started(shift.seen("c1")));
  }

  @Test
  void the_engines_word_may_come_before_the_answer_to_the_call() {
    var shift = Shift.ordered(order(1));
    shift.put(shift.desk().working()).says(Kind.STARTED, "c1").pass(1).dies("c1");
    var begun = new StepOutcome.Begun(container(order(1), "c1", Phase.CREATED));
    shift.put(shift.desk().worked(order(1), begun, shift.now()));
    assertThat(shift.seen("c1").phase()).isEqualTo(Phase.EXITED);
    assertThat(shift.desk().news()).containsInstanceOf(News.Ended.class);
    assertThat(shift.step()).isEqualTo(REST);
  }

  @Test
  void a_name_that_another_pod_of_ours_has_is_left_to_it() {
    var pod = new PodId("shop-api", "0", 0);
    var other =
        new Order(pod, Want.RUNNING, 1, 1, 0, PodTemplate.of("nginx"), List.of(), Shift.ORIGIN);
    var shift = Shift.ordered(order(1));
    shift.work(new StepOutcome.Known(container(other, "c9", Phase.RUNNING)));
    assertThat(shift.step()).isEqualTo(REST);
    assertThat(shift.desk().seen()).isEmpty();
    assertThat(shift.pass(1).step()).isEqualTo(BRING_UP);
  }

  @Test
  void a_begun_container_that_a_list_shows_not_started_is_started_again() {
    var created = container(order(1), "c1", Phase.CREATED);
    var shift = Shift.ordered(order(1)).work(new StepOutcome.Begun(created)).lists(created);
    assertThat(shift.step()).isEqualTo(new Step.Start(created));
  }

  @Test
  void a_list_from_before_a_container_was_begun_brings_up_no_second_one() {
    var created = container(order(1), "c1", Phase.CREATED);
    var shift = Shift.ordered(order(1)).work(new StepOutcome.Begun(created)).lists();
    assertThat(shift.step()).isEqualTo(new Step.Start(created));
    shift.lists();
    assertThat(shift.step()).as("a second list that lacks it is believed").isEqualTo(BRING_UP);
  }

  @Test
  void a_begun_container_that_is_wanted_no_more_is_stopped_and_not_torn_away() {
    var created = container(order(1), "c1", Phase.CREATED);
    var shift = Shift.ordered(order(1)).put(Shift.ordered(order(1)).desk().working());
    shift.take(gone(1));
    shift.put(shift.desk().worked(order(1), new StepOutcome.Begun(created), NOON));
    assertThat(shift.step()).isEqualTo(new Step.Stop(created));
  }

  @Test
  void a_container_that_was_never_begun_is_simply_removed() {
    var created = container(order(1), "c1", Phase.CREATED);
    assertThat(Shift.ordered(gone(1)).lists(created).step()).isEqualTo(new Step.Remove(created));
  }

  @Test
  void what_comes_to_nothing_is_tried_again_after_ever_longer_waits() {
    var shift = Shift.ordered(order(1));
    for (var wait : List.of(1, 2, 4, 8, 15, 15)) {
      shift.work(new StepOutcome.Unclear("no answer"));
      assertThat(shift.step()).isEqualTo(REST);
      assertThat(shift.desk().wakeAt(shift.now())).contains(shift.now().plusSeconds(wait));
      shift.pass(wait);
      assertThat(shift.step()).isEqualTo(BRING_UP);
    }
  }

  @Test
  void the_waits_begin_anew_once_something_has_come_of_a_step() {
    var shift = Shift.ordered(order(1));
    shift.work(new StepOutcome.Unclear("?")).work(new StepOutcome.Unclear("?"));
    var created = container(order(1), "c1", Phase.CREATED);
    shift.work(new StepOutcome.Known(created));
    assertThat(shift.step()).isEqualTo(new Step.Start(created));
    shift.work(new StepOutcome.Unclear("?"));
    assertThat(shift.desk().wakeAt(NOON)).contains(NOON.plusSeconds(1));
  }

  @Test
  void an_engine_that_is_away_is_no_failure_of_the_pod() {
    var shift = Shift.ordered(order(1)).work(new StepOutcome.NoEngine("connection refused"));
    assertThat(shift.desk().news()).isEmpty();
    assertThat(shift.step()).isEqualTo(BRING_UP);
  }

  @Test
  void nothing_is_called_gone_while_nobody_knows_what_a_call_has_done() {
    for (var outcome : List.of(new StepOutcome.Unclear("?"), new StepOutcome.NoEngine("?"))) {
      var shift = Shift.ordered(order(1)).work(outcome).take(gone(1));
      assertThat(shift.desk().news()).isEmpty();
      var up = container(order(1), "c1", Phase.RUNNING);
      assertThat(shift.lists(up).step()).isEqualTo(new Step.Stop(up));
      shift.work(new StepOutcome.Vanished("c1"));
      assertThat(shift.desk().news()).contains(new News.Gone());
    }
  }

  @Test
  void a_start_that_fails_is_not_tried_again_before_the_pod_says_so() {
    var shift = Shift.ordered(order(1)).work(REFUSED);
    assertThat(shift.step()).isEqualTo(REST);
    assertThat(shift.hear())
        .containsExactly(
            new ReportStartFailed(1, 1, StartFailure.REFUSED, "The engine said no.", NOON));
    assertThat(shift.desk().news()).isEmpty();
    assertThat(shift.step()).isEqualTo(REST);
    assertThat(shift.take(order(2)).step()).isEqualTo(BRING_UP);
  }

  @Test
  void a_later_order_is_not_to_blame_for_what_an_earlier_one_could_not_do() {
    var shift = Shift.ordered(order(1));
    shift.put(shift.desk().working()).take(order(2, 1, PodTemplate.of("redis")));
    shift.put(shift.desk().worked(order(1), REFUSED, NOON));
    assertThat(shift.desk().news()).isEmpty();
    assertThat(shift.step()).isEqualTo(BRING_UP);
  }

  @Test
  void a_failure_counts_also_when_a_report_was_heard_during_the_call() {
    var shift = Shift.running(order(1), "c1").dies("c1").silence(3).deputise();
    var by = shift.order();
    assertThat(shift.step()).isInstanceOf(Step.SetAside.class);
    shift.put(shift.desk().working()).answer(by.unheard().getFirst());
    shift.put(shift.desk().worked(by, REFUSED, shift.now()));
    assertThat(shift.desk().news()).contains(new News.NotStarted(REFUSED));
  }

  @Nested
  class An_image_that_is_missing {
    @Test
    void is_fetched_before_anything_else_is_done() {
      var shift = Shift.ordered(order(1)).work(new StepOutcome.NeedsImage());
      assertThat(shift.step()).isEqualTo(REST);
      assertThat(shift.desk().hasFetched()).isFalse();
      shift.put(shift.desk().fetched(order(1), Optional.empty()));
      assertThat(shift.desk().hasFetched()).isTrue();
      assertThat(shift.step()).isEqualTo(BRING_UP);
    }

    @Test
    void and_cannot_be_had_is_reported() {
      var shift = Shift.ordered(order(1)).work(new StepOutcome.NeedsImage());
      var failure = cannot(StartFailure.IMAGE);
      shift.put(shift.desk().fetched(order(1), Optional.of(failure)));
      assertThat(shift.step()).isEqualTo(REST);
      assertThat(shift.desk().news()).contains(new News.NotStarted(failure));
    }

    @Test
    void is_fetched_anew_for_the_next_start() {
      var shift = Shift.ordered(order(1)).work(new StepOutcome.NeedsImage());
      shift.put(shift.desk().fetched(order(1), Optional.of(cannot(StartFailure.IMAGE))));
      shift.hear();
      assertThat(shift.take(order(2)).desk().hasFetched()).isFalse();
    }

    @Test
    void does_not_hold_up_an_order_to_be_gone() {
      var shift = Shift.ordered(order(1)).work(new StepOutcome.NeedsImage()).take(gone(1));
      assertThat(shift.desk().news()).contains(new News.Gone());
    }

    @Test
    void and_no_longer_wanted_says_nothing_of_the_one_that_is() {
      var other = order(2, 1, PodTemplate.of("redis"));
      var failure = Optional.of(cannot(StartFailure.IMAGE));
      var early = Shift.ordered(order(1)).work(new StepOutcome.NeedsImage()).take(other);
      assertThat(early.desk().fetched(order(1), failure)).isEqualTo(early.desk());

      var late = Shift.ordered(order(1));
      late.put(late.desk().working()).take(other);
      late.put(late.desk().worked(order(1), new StepOutcome.NeedsImage(), NOON));
      assertThat(late.step()).as("the other image is not waited for").isEqualTo(BRING_UP);
      late.put(late.desk().fetched(order(1), failure));
      assertThat(late.desk().news()).isEmpty();
      assertThat(late.desk().hasFetched()).isFalse();
    }
  }

  @Nested
  class The_next_start {
    @Test
    void sets_the_dead_container_aside_before_it_takes_the_name() {
      var shift = Shift.running(order(1), "c1").dies("c1");
      shift.hear();
      shift.take(order(2));
      var aside = "helyos-shop-api-0_1.1";
      assertThat(shift.step()).isEqualTo(new Step.SetAside(shift.seen("c1"), aside, false));
      shift.work(new StepOutcome.Renamed(shift.seen("c1"), aside));
      assertThat(shift.seen("c1").name()).isEqualTo(aside);
      assertThat(shift.step()).isEqualTo(BRING_UP);
    }

    @Test
    void goes_on_when_somebody_has_removed_the_dead_container() {
      var shift = Shift.running(order(1), "c1").dies("c1");
      shift.hear();
      shift.take(order(2)).work(new StepOutcome.Vanished("c1"));
      assertThat(shift.step()).isEqualTo(BRING_UP);
    }

    @Test
    void stops_a_container_that_came_up_for_an_earlier_one() {
      var shift = Shift.ordered(order(1));
      shift.put(shift.desk().working()).take(order(2, 1, PodTemplate.of("redis")));
      var begun = new StepOutcome.Begun(container(order(1), "c1", Phase.CREATED));
      shift.put(shift.desk().worked(order(1), begun, NOON));
      assertThat(shift.step()).isInstanceOf(Step.Stop.class);
    }

    @Test
    void looks_at_older_remains_again_when_their_time_has_come() {
      var at = Instant.EPOCH;
      var shift = Shift.running(order(1), "c1");
      for (var attempt = 2; attempt <= 3; attempt++) {
        at = shift.dies("c" + (attempt - 1)).now();
        shift.hear();
        shift.pass(3).take(order(attempt));
        var dead = shift.seen("c" + (attempt - 1));
        shift.work(new StepOutcome.Renamed(dead, "helyos-shop-api-0_1." + (attempt - 1)));
        shift.bringUp("c" + attempt).hear();
      }
      var due = at.minusSeconds(3).plusSeconds(60);
      assertThat(shift.step()).isEqualTo(REST);
      assertThat(shift.desk().wakeAt(shift.now())).contains(due);
      assertThat(shift.desk().step(due)).isEqualTo(new Step.Remove(shift.seen("c1")));
      shift.work(new StepOutcome.Vanished("c1"));
      assertThat(shift.desk().wakeAt(shift.now())).isEmpty();
    }
  }
}
