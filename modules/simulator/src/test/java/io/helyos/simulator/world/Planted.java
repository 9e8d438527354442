package io.helyos.simulator.world;

import io.helyos.model.Decider;
import io.helyos.model.Decision;
import io.helyos.model.EntityKind;
import io.helyos.model.delivery.Deliveries;
import io.helyos.model.delivery.Delivery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/// A fault as somebody could have made it, in one decision.
record Planted(String name, Rules rules) {
  static List<Planted> all() {
    var all = new ArrayList<Planted>();
    all.addAll(PlantedInDeliver.all());
    all.addAll(PlantedAtTheDesk.all());
    all.addAll(PlantedInDeciders.all());
    all.addAll(PlantedInLosses.all());
    return all;
  }

  @Override
  public String toString() {
    return name;
  }

  static Planted delivering(String name, UnaryOperator<Delivery> change) {
    return new Planted(
        name, Rules.MODEL.withDeliveries(effect -> change.apply(Deliveries.of(effect))));
  }

  static Planted atTheDesk(String name, Clerk clerk) {
    return new Planted(name, Rules.MODEL.withClerk(clerk));
  }

  static Planted deciding(
      String name, EntityKind kind, UnaryOperator<Decider<Object, Object, Object, Object>> change) {
    return new Planted(
        name,
        Rules.MODEL.withDeciders(of -> {
          var model = Rules.MODEL.deciders().apply(of);
          return of == kind ? change.apply(model) : model;
        }));
  }

  /// Changes what a decider is asked.
  static Planted asking(
      String name, EntityKind kind, BiFunction<Object, Object, Object> commandInState) {
    return deciding(
        name,
        kind,
        model ->
            new Changed(model) {
              @Override
              public Decision<Object> decide(Object state, Object command, Instant now) {
                return super.decide(state, commandInState.apply(state, command), now);
              }
            });
  }

  /// A decider of which one thing is changed.
  static class Changed implements Decider<Object, Object, Object, Object> {
    private final Decider<Object, Object, Object, Object> model;

    Changed(Decider<Object, Object, Object, Object> model) {
      this.model = model;
    }

    @Override
    public Object initial() {
      return model.initial();
    }

    @Override
    public Decision<Object> decide(Object state, Object command, Instant now) {
      return model.decide(state, command, now);
    }

    @Override
    public Object evolve(Object state, Object event) {
      return model.evolve(state, event);
    }

    @Override
    public Set<Object> effects(Object state) {
      return model.effects(state);
    }

    @Override
    public Object answer(Object after, Object command) {
      return model.answer(after, command);
    }
  }
}
