package io.helyos.simulator.world;

import io.helyos.model.Decider;
import io.helyos.model.EntityKind;
import io.helyos.model.delivery.Answer;
import io.helyos.model.delivery.Answers;
import io.helyos.model.delivery.Deliveries;
import io.helyos.model.delivery.Delivery;
import io.helyos.model.delivery.Settled;
import io.helyos.model.port.OrderStore;
import io.helyos.model.view.Deciders;
import io.helyos.model.view.View;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/// The decisions that a world lives by: the model's, or the model's with a fault planted in one of
/// them, to show that the world notices.
///
/// @param orders what lies between the agents and their order files
public record Rules(
    Function<EntityKind, Decider<Object, Object, Object, Object>> deciders,
    Function<Object, Delivery> deliveries,
    BiFunction<Object, Answer, Optional<Object>> answers,
    BiPredicate<Object, View> settled,
    Clerk clerk,
    UnaryOperator<OrderStore> orders) {
  public static final Rules MODEL =
      new Rules(
          Rules::decider,
          Deliveries::of,
          Answers::command,
          Settled::isSettled,
          Clerk.MODEL,
          UnaryOperator.identity());

  // Each decider meets commands and states of its own kind only.
  @SuppressWarnings("unchecked")
  private static Decider<Object, Object, Object, Object> decider(EntityKind kind) {
    return (Decider<Object, Object, Object, Object>) Deciders.of(kind);
  }

  public Rules withDeciders(Function<EntityKind, Decider<Object, Object, Object, Object>> other) {
    return new Rules(other, deliveries, answers, settled, clerk, orders);
  }

  public Rules withDeliveries(Function<Object, Delivery> other) {
    return new Rules(deciders, other, answers, settled, clerk, orders);
  }

  public Rules withAnswers(BiFunction<Object, Answer, Optional<Object>> other) {
    return new Rules(deciders, deliveries, other, settled, clerk, orders);
  }

  public Rules withSettled(BiPredicate<Object, View> other) {
    return new Rules(deciders, deliveries, answers, other, clerk, orders);
  }

  public Rules withClerk(Clerk other) {
    return new Rules(deciders, deliveries, answers, settled, other, orders);
  }

  public Rules withOrders(UnaryOperator<OrderStore> other) {
    return new Rules(deciders, deliveries, answers, settled, clerk, other);
  }
}
