package io.helyos.persistence.orders;

import io.helyos.model.PodId;
import io.helyos.model.agent.Order;
import io.helyos.model.agent.Order.Origin;
import io.helyos.model.agent.Order.Want;
import io.helyos.model.template.PodTemplate;
import java.time.Instant;
import java.util.List;

/// Orders that differ by pod and attempt.
final class TestOrders {
  private static final Origin ORIGIN =
      new Origin("change", "alice", "pod|shop-api-0@4", Instant.parse("2026-11-22T09:00:00Z"));

  private TestOrders() {}

  static PodId pod(int index) {
    return new PodId("shop", "api", index);
  }

  static Order order(int pod, int attempt) {
    return new Order(
        pod(pod), Want.RUNNING, 1, attempt, 1, PodTemplate.of("shop/api:1"), List.of(), ORIGIN);
  }
}
