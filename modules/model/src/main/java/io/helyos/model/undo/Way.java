package io.helyos.model.undo;

import io.helyos.model.Decision.Accepted;
import io.helyos.model.Decision.Rejected;
import io.helyos.model.EntityId;
import io.helyos.model.Undo;
import io.helyos.model.undo.Plan.Part;
import io.helyos.model.undo.Plan.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// From the state of an entity to another one, thought through with the decider itself.
sealed interface Way {
  /// Empty steps when it is there already.
  record Open(List<Step> steps) implements Way {
    public Open {
      steps = List.copyOf(steps);
    }

    Part part(EntityId entity, long sequence) {
      return new Part(entity, Optional.of(sequence), steps);
    }
  }

  record Blocked(String why) implements Way {}

  static Way between(EntityId entity, Object now, Object wanted, Instant at) {
    return switch (Trace.decider(entity).inverse(wanted, now, at)) {
      case Undo.Impossible<Object>(var why) -> new Blocked(why);
      case Undo.By<Object>(var commands) -> by(entity, commands, now, at);
    };
  }

  /// Commands that would change nothing are left out.
  static Way by(EntityId entity, List<Object> commands, Object now, Instant at) {
    var decider = Trace.decider(entity);
    var steps = new ArrayList<Step>();
    var state = now;
    for (var command : commands) {
      var before = state;
      switch (decider.decide(state, command, at)) {
        case Rejected<Object>(var rejection) -> {
          return new Blocked(rejection.message());
        }
        case Accepted<Object>(var events) -> {
          for (var event : events) state = decider.evolve(state, event);
          if (!events.isEmpty()) steps.add(new Step(entity, command, before, state));
        }
      }
    }
    return new Open(steps);
  }
}
