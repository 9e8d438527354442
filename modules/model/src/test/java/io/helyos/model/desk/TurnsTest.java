package io.helyos.model.desk;

import static io.helyos.model.desk.Shift.NOON;
import static io.helyos.model.desk.Shift.order;
import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.model.Seat;
import io.helyos.model.agent.Order;
import io.helyos.model.agent.Order.Want;
import io.helyos.model.port.ContainerState;
import io.helyos.model.port.ContainerState.Phase;
import io.helyos.model.reconciliation.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// A pod of several whose holder has ended: what was in its network goes before anything begins in
/// the next one.
class TurnsTest {
  private static final Step UP = new Step.BringUp();
  private static final Optional<String> OWN = Optional.empty();
  private static final Optional<String> INIT = Optional.of("migrate");
  private static final Optional<String> HOLDER = Optional.of("infra");

  private static Order of(Optional<String> name, int attempt) {
    return order(attempt).about(name);
  }

  private static Desk desk(Order order, ContainerState... seen) {
    return Desk.of(new Seat(Shift.POD, order.companion()))
        .expect(order)
        .saved(order)
        .listed(List.of(seen), 0);
  }

  private static ContainerState runs(Order order, Instant since) {
    var known = Shift.container(order, "c", Phase.RUNNING);
    return new ContainerState(
        "c" + order.companion() + order.attempt(),
        known.name(),
        known.image(),
        known.labels(),
        Phase.RUNNING,
        0,
        false,
        Optional.of(since),
        Optional.empty(),
        "",
        List.of(),
        "");
  }

  private static Step of(Desk desk, Desk... others) {
    var now = NOON.plusSeconds(5);
    return Turns.minding(desk, List.of(others), UP, now);
  }

  @Test
  void who_prepares_waits_for_an_old_one_in_its_grace() {
    var ended = of(OWN, 1).wanting(Want.ENDED);
    var going = desk(ended, runs(of(OWN, 1), NOON));
    var init = desk(of(INIT, 2));
    assertThat(of(init, init, going)).isEqualTo(new Step.Rest());
    assertThat(of(init, init, desk(ended))).as("it is gone").isEqualTo(UP);
  }

  @Test
  void an_earlier_start_of_another_one_is_old_too() {
    var init = desk(of(INIT, 2));
    var other = desk(of(OWN, 2), runs(of(OWN, 1), NOON));
    assertThat(of(init, init, other)).isEqualTo(new Step.Rest());
  }

  @Test
  void what_ran_before_the_network_began_is_old_before_the_pod_has_said_so() {
    var init = desk(of(INIT, 2));
    var holder = desk(of(HOLDER, 2), runs(of(HOLDER, 2), NOON.plusSeconds(4)));
    var other = desk(of(OWN, 1), runs(of(OWN, 1), NOON));
    assertThat(of(init, init, holder, other)).isEqualTo(new Step.Rest());
    var later = NOON.plus(Duration.ofMinutes(1));
    assertThat(Turns.minding(init, List.of(init, holder, other), UP, later))
        .as("a clock that was put back holds nobody up for ever")
        .isEqualTo(UP);
  }

  @Test
  void who_works_as_it_should_holds_nobody_up() {
    var beside = desk(of(Optional.of("proxy"), 2));
    var holder = desk(of(HOLDER, 1), runs(of(HOLDER, 1), NOON));
    var own = desk(of(OWN, 1), runs(of(OWN, 1), NOON.plusSeconds(1)));
    assertThat(of(beside, beside, holder, own)).isEqualTo(UP);
  }

  @Test
  void the_holder_waits_for_nobody_and_whatever_ends_may_end() {
    var going = desk(of(OWN, 1).wanting(Want.ENDED), runs(of(OWN, 1), NOON));
    var holder = desk(of(HOLDER, 2));
    assertThat(of(holder, holder, going)).isEqualTo(UP);
    var halt = new Step.Halt(runs(of(OWN, 1), NOON));
    assertThat(Turns.minding(going, List.of(holder, going), halt, NOON)).isEqualTo(halt);
  }
}
