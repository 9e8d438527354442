package io.helyos.model.desk;

import static io.helyos.model.desk.Shift.container;
import static io.helyos.model.desk.Shift.gone;
import static io.helyos.model.desk.Shift.order;
import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.model.agent.Order.Want;
import io.helyos.model.port.ContainerState;
import io.helyos.model.port.ContainerState.Phase;
import io.helyos.model.reconciliation.Step;
import io.helyos.model.template.PodTemplate;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A machine that was given up is back: what lives elsewhere by now is cleared, and nothing else.
class FencingTest {
  private static final PodTemplate NGINX = PodTemplate.of("nginx");

  @Test
  void a_life_that_was_given_up_is_ended() {
    var shift = Shift.running(order(1), "c1");
    assertThat(Fencing.isCleared(shift.desk(), 1)).isFalse();
    var fence = Fencing.order(shift.desk(), 1).orElseThrow();
    assertThat(fence.want()).isEqualTo(Want.GONE);
    shift.put(shift.desk().expect(fence).saved(fence));
    assertThat(Fencing.isCleared(shift.desk(), 1)).as("its container is there").isFalse();
    assertThat(shift.step()).isInstanceOf(Step.Stop.class);
    shift.work(new StepOutcome.Vanished("c1"));
    assertThat(Fencing.isCleared(shift.desk(), 1)).isTrue();
  }

  @Test
  void so_is_a_container_that_nobody_has_an_order_for() {
    var desk = Desk.of(Shift.POD).listed(stray(1), 0);
    assertThat(Fencing.isCleared(desk, 1)).isFalse();
    assertThat(Fencing.isCleared(desk, 0)).as("it is of a later life").isTrue();
    assertThat(Fencing.order(desk, 1)).hasValueSatisfying(o -> assertThat(o.incarnation()).isOne());
  }

  private static List<ContainerState> stray(long incarnation) {
    return List.of(container(order(incarnation, 1, NGINX), "c1", Phase.RUNNING));
  }

  @Test
  void nothing_is_cleared_while_a_call_may_still_leave_something_behind() {
    var desk = Desk.of(Shift.POD);
    assertThat(Fencing.isCleared(desk.working(), 1)).isFalse();
    var doubted = desk.worked(order(1), new StepOutcome.NoEngine("away"), Shift.NOON);
    assertThat(Fencing.isCleared(doubted, 1)).isFalse();
    assertThat(Fencing.isCleared(doubted.listed(List.of(), 0), 1)).isTrue();
  }

  @Test
  void an_order_is_not_given_twice() {
    var shift = Shift.running(order(1), "c1");
    var fence = Fencing.order(shift.desk(), 1).orElseThrow();
    assertThat(Fencing.order(shift.desk().expect(fence), 1)).isEmpty();
    assertThat(Fencing.order(shift.desk().expect(fence).saved(fence), 1)).isEmpty();
  }

  @Test
  void a_later_life_that_is_ordered_here_stays() {
    var later = Shift.ordered(order(3, 1, NGINX)).lists(stray(2).getFirst());
    assertThat(Fencing.order(later.desk(), 2)).isEmpty();
    assertThat(Fencing.isCleared(later.desk(), 2)).as("it takes the old one down").isFalse();
    assertThat(later.step()).isInstanceOf(Step.Stop.class);
    assertThat(Fencing.isCleared(later.work(new StepOutcome.Vanished("c1")).desk(), 2)).isTrue();
  }

  @Test
  void an_order_that_is_on_its_way_to_the_disk_is_not_clear() {
    assertThat(Fencing.isCleared(Desk.of(Shift.POD).expect(order(1)), 1)).isFalse();
  }

  @Test
  void a_pod_that_was_never_here_is_clear() {
    assertThat(Fencing.isCleared(Desk.of(Shift.POD), 7)).isTrue();
    assertThat(Fencing.isCleared(Shift.ordered(gone(7)).desk(), 7)).isTrue();
  }

  @Test
  void nothing_is_begun_for_a_life_that_was_given_up() {
    var shift = Shift.running(order(1), "c1").dies("c1").silence(5);
    var fence = Fencing.order(shift.desk(), 1).orElseThrow();
    shift.put(shift.desk().expect(fence));
    assertThat(shift.desk().deputised(shift.now())).isEmpty();
    shift.put(shift.desk().saved(fence));
    assertThat(shift.desk().deputised(shift.now())).isEmpty();
    assertThat(shift.desk().admit(order(2))).isEmpty();
  }
}
