package io.helyos.simulator.world;

import io.helyos.model.agent.Order;
import io.helyos.model.desk.Desk;
import io.helyos.model.desk.Initiative;
import io.helyos.model.desk.News;
import io.helyos.model.pod.PodCommand;
import io.helyos.model.reconciliation.Step;
import java.time.Instant;
import java.util.Optional;

/// What is decided at a desk: as the model does, unless a fault is planted.
public interface Clerk {
  Clerk MODEL = new Clerk() {};

  default Optional<Order> admit(Desk desk, Order order) {
    return desk.admit(order);
  }

  default Step step(Desk desk, Instant now) {
    return desk.step(now);
  }

  default Optional<News> news(Desk desk) {
    return desk.news();
  }

  default Optional<Order> initiative(Desk desk, boolean reached, Instant now) {
    return Initiative.order(desk, reached, now);
  }

  default Desk answered(Desk desk, PodCommand report, Instant now) {
    return desk.answered(report, now);
  }
}
