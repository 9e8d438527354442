package io.helyos.model.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.model.PodId;
import io.helyos.model.agent.Order;
import io.helyos.model.agent.Order.Want;
import io.helyos.model.template.PodTemplate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Which of two orders for the same pod counts.
class SupersedesTest {
  private static Order order(Want want, long incarnation, int attempt) {
    var origin = new Order.Origin("", "system", "", Instant.EPOCH);
    return new Order(
        new PodId("shop", "api", 0),
        want,
        incarnation,
        attempt,
        1,
        PodTemplate.of("nginx"),
        List.of(),
        origin);
  }

  private static List<Order> all() {
    var all = new ArrayList<Order>();
    for (var incarnation = 1; incarnation <= 3; incarnation++) {
      all.add(order(Want.GONE, incarnation, 0));
      for (var attempt = 1; attempt <= 3; attempt++) {
        all.add(order(Want.RUNNING, incarnation, attempt));
        all.add(order(Want.ENDED, incarnation, attempt));
      }
    }
    return all;
  }

  @Test
  void a_later_start_counts_and_an_earlier_one_does_not() {
    var second = order(Want.RUNNING, 1, 2);
    assertThat(Reconciliation.supersedes(order(Want.RUNNING, 1, 3), second)).isTrue();
    assertThat(Reconciliation.supersedes(order(Want.RUNNING, 1, 1), second)).isFalse();
    assertThat(Reconciliation.supersedes(order(Want.RUNNING, 1, 3), order(Want.ENDED, 1, 2)))
        .isTrue();
    assertThat(Reconciliation.supersedes(second, order(Want.ENDED, 1, 2)))
        .as("a start that is over does not begin again")
        .isFalse();
  }

  @Test
  void no_order_takes_its_own_place() {
    for (var order : all()) assertThat(Reconciliation.supersedes(order, order)).isFalse();
  }

  @Test
  void of_two_orders_at_most_one_takes_the_others_place() {
    for (var one : all()) {
      for (var other : all()) {
        assertThat(Reconciliation.supersedes(one, other) && Reconciliation.supersedes(other, one))
            .as("%s and %s", one, other)
            .isFalse();
      }
    }
  }

  @Test
  void whatever_the_order_of_arrival_the_end_is_the_same() {
    for (var one : all()) {
      for (var other : all()) {
        var samePlace =
            one.incarnation() == other.incarnation() && one.attempt() == other.attempt();
        if (samePlace) continue;
        var first = Reconciliation.supersedes(other, one) ? other : one;
        var second = Reconciliation.supersedes(one, other) ? one : other;
        assertThat(first).isEqualTo(second);
      }
    }
  }
}
