package io.helyos.model.desk;

import static io.helyos.model.desk.Shift.gone;
import static io.helyos.model.desk.Shift.order;
import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.model.PodId;
import io.helyos.model.Seat;
import io.helyos.model.agent.Order;
import io.helyos.model.agent.Order.Want;
import io.helyos.model.pod.PodCommand.ReportExited;
import io.helyos.model.reconciliation.Step;
import io.helyos.model.template.PodTemplate;
import io.helyos.model.template.StopPolicy;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Which orders a desk takes, and what holds until one is on disk.
class AdmissionTest {
  private static final PodTemplate NGINX = PodTemplate.of("nginx");

  @Test
  void the_first_order_is_taken_as_it_is() {
    assertThat(Desk.of(Shift.POD).admit(order(1))).contains(order(1));
  }

  @Test
  void an_order_that_is_known_or_late_is_not_taken() {
    var desk = Shift.ordered(order(3)).desk();
    assertThat(desk.admit(order(3))).isEmpty();
    assertThat(desk.admit(order(2))).isEmpty();
    assertThat(desk.admit(order(4))).contains(order(4));
  }

  @Test
  void a_later_life_is_taken_whatever_its_attempt() {
    var desk = Shift.ordered(order(5)).desk();
    assertThat(desk.admit(order(2, 1, NGINX))).contains(order(2, 1, NGINX));
    assertThat(Shift.ordered(order(2, 1, NGINX)).desk().admit(order(9))).isEmpty();
  }

  @Test
  void an_end_is_final_within_its_life() {
    var desk = Shift.ordered(order(1)).take(gone(1)).desk();
    assertThat(desk.admit(order(2))).isEmpty();
    assertThat(desk.admit(gone(1))).isEmpty();
    assertThat(desk.admit(order(2, 1, NGINX))).isPresent();
  }

  @Test
  void what_ends_a_pod_stops_it_in_the_way_that_it_was_begun_with() {
    var slowly = new StopPolicy(Duration.ofMinutes(2), "SIGINT");
    var desk = Shift.ordered(order(1, 1, NGINX.withStop(slowly))).desk();
    assertThat(desk.admit(gone(1)).orElseThrow().template().stop()).isEqualTo(slowly);
  }

  @Test
  void what_the_pod_has_not_heard_goes_on_with_the_next_order() {
    var shift = Shift.running(order(1), "c1").dies("c1").silence(3);
    assertThat(shift.order().unheard()).hasSize(1);
    assertThat(shift.desk().admit(order(2)).orElseThrow().unheard())
        .isEqualTo(shift.order().unheard());
    assertThat(shift.desk().admit(gone(1)).orElseThrow().unheard())
        .isEqualTo(shift.order().unheard());
  }

  @Test
  void until_an_order_is_on_disk_nothing_is_done_for_it() {
    var desk = Desk.of(Shift.POD).expect(order(1));
    assertThat(desk.step(Shift.NOON)).isEqualTo(new Step.Rest());
    assertThat(desk.newest()).contains(order(1));
    assertThat(desk.order()).isEmpty();
    assertThat(desk.saved(order(1)).step(Shift.NOON)).isEqualTo(new Step.BringUp());
  }

  @Test
  void an_order_that_is_being_saved_is_not_taken_a_second_time() {
    assertThat(Desk.of(Shift.POD).expect(order(1)).admit(order(1))).isEmpty();
  }

  @Test
  void an_order_that_was_not_saved_can_come_again() {
    var failed = Desk.of(Shift.POD).expect(order(1)).notSaved(order(1));
    assertThat(failed).isEqualTo(Desk.of(Shift.POD));
    assertThat(failed.admit(order(1))).contains(order(1));
  }

  @Test
  void an_order_that_was_overtaken_on_its_way_to_the_disk_counts_no_more() {
    var desk = Desk.of(Shift.POD).expect(order(1)).expect(gone(1));
    assertThat(desk.saved(order(1))).isEqualTo(desk);
    assertThat(desk.notSaved(order(1))).isEqualTo(desk);
    assertThat(desk.saved(gone(1)).order()).contains(gone(1));
  }

  @Test
  void what_nobody_heard_while_an_order_was_being_saved_is_not_forgotten() {
    var shift = Shift.running(order(1), "c1").dies("c1").silence(3).deputise();
    shift.work(new StepOutcome.Vanished("c1")).bringUp("c2").make().dies("c2");
    var before = shift.order();
    var end = Shift.words(before, shift.desk().news().orElseThrow(), shift.now());
    var moved = shift.desk().admit(order(2, 1, NGINX)).orElseThrow();
    shift.put(shift.desk().preparing().expect(moved));
    shift.put(shift.desk().made(before, end, shift.now()).saved(moved));
    assertThat(shift.order().incarnation()).isEqualTo(2);
    assertThat(shift.order().unheard()).isEqualTo(before.owing(end).unheard());
  }

  @Test
  void what_was_heard_while_an_order_was_being_saved_is_not_told_again() {
    var shift = Shift.running(order(1), "c1").dies("c1").silence(3);
    var end = shift.order().unheard().getFirst();
    assertThat(end).isInstanceOf(ReportExited.class);
    var next = shift.desk().deputised(shift.now()).orElseThrow();
    shift.put(shift.desk().expect(next)).answer(end).put(shift.desk().saved(next));
    assertThat(shift.order().attempt()).isEqualTo(2);
    assertThat(shift.order().unheard()).isEmpty();
  }

  @Test
  void a_stray_needs_no_template() {
    var stray = Orders.stray(Seat.of(new PodId("shop", "old", 2)), 4);
    assertThat(stray.want()).isEqualTo(Want.GONE);
    assertThat(stray.template().stop()).isEqualTo(StopPolicy.DEFAULT);
    assertThat(stray)
        .extracting(Order::ports, Order::unheard)
        .containsExactly(List.of(), List.of());
  }
}
