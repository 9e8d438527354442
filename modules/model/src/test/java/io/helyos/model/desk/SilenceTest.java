package io.helyos.model.desk;

import static io.helyos.model.desk.Shift.NODE;
import static io.helyos.model.desk.Shift.NOON;
import static io.helyos.model.desk.Shift.gone;
import static io.helyos.model.desk.Shift.order;
import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.model.agent.Order;
import io.helyos.model.agent.Order.Want;
import io.helyos.model.pod.PodCommand;
import io.helyos.model.pod.PodCommand.ReportExited;
import io.helyos.model.pod.PodCommand.ReportGone;
import io.helyos.model.pod.PodCommand.ReportStarted;
import io.helyos.model.pod.StartFailure;
import io.helyos.model.port.ContainerEvent.Kind;
import io.helyos.model.template.Backoff;
import io.helyos.model.template.PodTemplate;
import io.helyos.model.template.RestartPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Nobody answers: the agent goes on by the pod's own rules, and the pod hears of it afterwards.
class SilenceTest {
  private static final PodTemplate NGINX = PodTemplate.of("nginx");

  /// Crashes whatever runs, on and on, with nobody there. Answers the instants of the starts.
  private static List<Long> crashLoop(Shift shift, int attempts) {
    var starts = new ArrayList<Long>();
    for (var n = 0; n < attempts; n++) {
      var own = "c" + shift.order().attempt();
      shift.dies(own).silence(2);
      var died = shift.seen(own).finishedAt().orElseThrow();
      while (shift.desk().deputised(shift.now()).isEmpty()) {
        assertThat(shift.desk().wakeAt(shift.now())).as("something wakes it").isPresent();
        shift.silence(1);
      }
      starts.add(Duration.between(died, shift.now()).toSeconds());
      shift.deputise().work(new StepOutcome.Vanished(own));
      shift.bringUp("c" + shift.order().attempt()).make();
    }
    return starts;
  }

  private static void inOrder(List<PodCommand> reports) {
    var attempts = reports.stream().map(Shift::attempt).toList();
    assertThat(attempts).isSorted();
    for (var n = 1; n < reports.size(); n++) {
      if (attempts.get(n).equals(attempts.get(n - 1))) {
        assertThat(reports.get(n - 1)).isInstanceOf(ReportStarted.class);
        assertThat(reports.get(n)).isInstanceOf(ReportExited.class);
      }
    }
  }

  @Test
  void two_seconds_without_an_answer_are_silence_and_less_are_not() {
    var shift = Shift.running(order(1), "c1").dies("c1").make();
    shift.tell();
    shift.pass(Duration.ofMillis(1999)).put(shift.desk().silenced(shift.now()));
    assertThat(shift.order().want()).isEqualTo(Want.RUNNING);
    assertThat(shift.desk().wakeAt(shift.now())).contains(NOON.plusSeconds(2));
    shift.pass(Duration.ofMillis(1)).put(shift.desk().silenced(shift.now()));
    assertThat(shift.order().want()).isEqualTo(Want.ENDED);
    assertThat(shift.order().unheard()).hasSize(1).first().isInstanceOf(ReportExited.class);
    assertThat(shift.desk().deputised(shift.now())).isPresent();
  }

  @Test
  void the_next_start_is_numbered_on_and_keeps_its_cause() {
    var shift = Shift.running(order(1), "c1").dies("c1").silence(2);
    var next = shift.desk().deputised(shift.now()).orElseThrow();
    assertThat(next.attempt()).isEqualTo(2);
    assertThat(next.restarts()).isEqualTo(1);
    assertThat(next.incarnation()).isEqualTo(1);
    assertThat(next.want()).isEqualTo(Want.RUNNING);
    assertThat(next.origin()).isEqualTo(Shift.ORIGIN);
    assertThat(next.template()).isEqualTo(NGINX);
    assertThat(next.unheard()).isEqualTo(shift.order().unheard());
  }

  @Test
  void back_off_counts_from_the_end_and_goes_on_from_what_the_pod_had_counted() {
    var shift = Shift.running(order(4), "c4").dies("c4").silence(7);
    assertThat(shift.desk().deputised(shift.now())).as("restart 4: eight seconds").isEmpty();
    assertThat(shift.desk().wakeAt(shift.now()))
        .hasValueSatisfying(at -> assertThat(at).isBeforeOrEqualTo(NOON.plusSeconds(8)));
    assertThat(shift.desk().deputised(NOON.plusSeconds(8))).isPresent();
  }

  @Test
  void many_starts_come_at_the_instants_of_the_same_ladder() {
    var shift = Shift.running(order(1), "c1");
    assertThat(crashLoop(shift, 10))
        .containsExactly(2L, 2L, 4L, 8L, 16L, 32L, 64L, 128L, 256L, 300L);
    assertThat(shift.order().restarts()).isEqualTo(10);
    assertThat(shift.order().attempt()).isEqualTo(11);
  }

  @Test
  void everything_is_told_afterwards_in_the_order_in_which_it_happened() {
    var shift = Shift.running(order(1), "c1");
    crashLoop(shift, 4);
    shift.silence(3);
    var kept = shift.order().unheard();
    inOrder(kept);
    assertThat(kept).hasSize(8);
    assertThat(shift.pass(1).hear()).isEqualTo(kept);
    assertThat(shift.order().unheard()).isEmpty();
    assertThat(shift.desk().news()).as("the present start was among it").isEmpty();
  }

  @Test
  void what_happens_while_the_queue_is_told_goes_to_its_end() {
    var shift = Shift.running(order(1), "c1");
    crashLoop(shift, 2);
    shift.silence(3).pass(1);
    var first = shift.tell().orElseThrow();
    shift.dies("c3").make();
    assertThat(shift.tell()).isEmpty();
    var told = new ArrayList<>(List.of(first));
    told.addAll(shift.answer(first).hear());
    inOrder(told);
    assertThat(Shift.attempt(told.getLast())).isEqualTo(3);
    assertThat(told.getLast()).isInstanceOf(ReportExited.class);
  }

  @Test
  void one_answer_ends_the_silence() {
    var shift = Shift.running(order(1), "c1").dies("c1").silence(2);
    shift.pass(1).answer(shift.tell().orElseThrow());
    assertThat(shift.desk().deputised(shift.now().plusSeconds(1))).isEmpty();
  }

  @Test
  void orders_that_were_given_before_the_silence_change_nothing() {
    var shift = Shift.running(order(1), "c1");
    crashLoop(shift, 3);
    for (var late = 1; late <= 4; late++) assertThat(shift.desk().admit(order(late))).isEmpty();
    assertThat(shift.desk().admit(order(5))).isPresent();
  }

  @Test
  void an_order_to_be_gone_is_obeyed_and_all_is_told_before_its_report() {
    var shift = Shift.running(order(1), "c1");
    crashLoop(shift, 1);
    shift.silence(3).take(gone(1)).work(new StepOutcome.Vanished("c1"));
    shift.work(new StepOutcome.Vanished("c2"));
    var told = shift.pass(1).hear();
    assertThat(told).last().isEqualTo(new ReportGone(1, NODE));
    inOrder(told.subList(0, told.size() - 1));
    assertThat(told).hasSize(3);
  }

  @Test
  void an_end_of_a_pod_that_nobody_hears_of_is_kept_once() {
    var shift = Shift.ordered(gone(1)).silence(6);
    assertThat(shift.order().unheard()).containsExactly(new ReportGone(1, NODE));
    assertThat(shift.desk().news()).isEmpty();
    assertThat(shift.pass(1).tell()).contains(new ReportGone(1, NODE));
  }

  @Nested
  class Nothing_is_begun {
    @Test
    void for_a_pod_that_is_never_restarted() {
      var shift = Shift.running(order(1, 1, NGINX.withRestart(RestartPolicy.NEVER)), "c1");
      shift.dies("c1").silence(600);
      assertThat(shift.desk().deputised(shift.now())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void for_one_that_has_ended_well_unless_it_has_not(int exitCode) {
      var onFailure = order(1, 1, NGINX.withRestart(RestartPolicy.ONFAILURE));
      var shift = Shift.running(onFailure, "c1").says(Kind.DIED, "c1", exitCode).silence(60);
      assertThat(shift.desk().deputised(shift.now()).isPresent()).isEqualTo(exitCode != 0);
    }

    @ParameterizedTest
    @EnumSource(StartFailure.class)
    void for_one_whose_port_is_a_strangers_and_for_no_other_failure(StartFailure failure) {
      var shift = Shift.ordered(order(1));
      shift.work(new StepOutcome.CannotStart(failure, "no", NOON)).silence(60);
      var next = shift.desk().deputised(shift.now());
      assertThat(next.isPresent()).isEqualTo(failure != StartFailure.PORT_TAKEN);
      next.ifPresent(order ->
          assertThat(order)
              .extracting(Order::restarts, Order::pullFailures)
              .isEqualTo(failure == StartFailure.IMAGE ? List.of(0, 1) : List.of(1, 0)));
    }

    @Test
    void while_the_pod_answers() {
      var shift = Shift.running(order(1), "c1").dies("c1");
      shift.hear();
      for (var second = 0; second < 60; second++) {
        assertThat(shift.desk().deputised(shift.pass(1).now())).isEmpty();
        shift.hear();
      }
    }

    @Test
    void by_a_silence_that_another_order_has_ended() {
      var shift = Shift.running(order(1), "c1").dies("c1").make();
      shift.tell();
      // The pod has heard of the end and orders the next start; its answer is lost.
      shift.take(order(2)).put(shift.desk().unanswered(NOON));
      shift.work(new StepOutcome.Vanished("c1")).pass(3600).bringUp("c2").make();
      assertThat(shift.tell()).isPresent();
      shift.put(shift.desk().silenced(shift.now()));
      assertThat(shift.order().unheard()).as("told this very moment").isEmpty();
    }

    @Test
    void while_another_order_is_being_saved() {
      var shift = Shift.running(order(1), "c1").dies("c1").silence(5);
      assertThat(shift.desk().expect(gone(1)).deputised(shift.now())).isEmpty();
    }
  }

  @Nested
  class An_end_that_was_answered {
    private final Shift shift = Shift.running(order(1), "c1").dies("c1");
    private final PodCommand end = shift.hear().getFirst();

    @Test
    void and_whose_next_start_is_not_ordered_is_told_once_more() {
      assertThat(shift.pass(2).tell()).as("due after 1 s, and 2 s of patience").isEmpty();
      assertThat(shift.desk().wakeAt(shift.now())).contains(NOON.plusSeconds(3));
      assertThat(shift.pass(1).tell()).contains(end);
      assertThat(shift.answer(end).tell()).isEmpty();
      assertThat(shift.pass(2).tell()).as("and again").contains(end);
    }

    @Test
    void and_whose_pod_is_silent_then_is_followed_by_the_agents_own_start() {
      shift.pass(3);
      assertThat(shift.tell()).contains(end);
      assertThat(shift.desk().deputised(shift.pass(Duration.ofMillis(1999)).now())).isEmpty();
      assertThat(shift.desk().deputised(shift.pass(Duration.ofMillis(1)).now()))
          .hasValueSatisfying(order -> {
            assertThat(order.attempt()).isEqualTo(2);
            assertThat(order.unheard()).as("the pod knows of it").isEmpty();
          });
    }

    @Test
    void of_a_pod_that_is_never_restarted_is_told_no_more() {
      var never = Shift.running(order(1, 1, NGINX.withRestart(RestartPolicy.NEVER)), "c1");
      never.dies("c1").hear();
      assertThat(never.desk().wakeAt(never.now())).isEmpty();
      assertThat(never.pass(3600).tell()).isEmpty();
    }
  }

  @Test
  void without_a_back_off_the_next_start_comes_as_soon_as_the_silence_is_certain() {
    var eager = NGINX.withBackoff(new Backoff(Duration.ZERO, Backoff.DEFAULT.max()));
    assertThat(crashLoop(Shift.running(order(1, 1, eager), "c1"), 3)).containsExactly(2L, 2L, 2L);
  }

  @Test
  void ten_good_minutes_let_the_back_off_begin_anew() {
    var shift = Shift.running(order(9), "c9").pass(Duration.ofMinutes(10)).dies("c9").silence(2);
    assertThat(shift.desk().deputised(shift.now()))
        .hasValueSatisfying(order -> assertThat(order.restarts()).isEqualTo(1));
  }
}
