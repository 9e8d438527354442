package io.helyos.model.desk;

import io.helyos.model.agent.Order;
import io.helyos.model.desk.StepOutcome.CannotStart;
import io.helyos.model.port.ContainerState;
import io.helyos.model.reconciliation.Labels;
import java.time.Instant;

/// What a call on the engine has come to.
final class Work {
  private Work() {}

  /// @param by the order that the call was made for; of a later one it says less
  static Desk done(Desk desk, Order by, StepOutcome outcome, Instant now) {
    var sight = desk.sight();
    var start = desk.start();
    return switch (outcome) {
      case StepOutcome.Begun(var container) ->
          desk.with(sight.begun(container), start.moving(), false);
      // A later order is not to blame for what an earlier one could not do, nor waits for it.
      case StepOutcome.NeedsImage() ->
          desk.with(sight, isPresent(desk, by) ? start.fetches(by) : start, false);
      case StepOutcome.Known(var container) when !isOf(desk, container) -> unclear(desk, now);
      case StepOutcome.Known(var container) ->
          desk.with(sight.knows(container), start.moving(), false);
      case StepOutcome.Halted(var container) ->
          desk.with(sight.halted(container), start.moving(), false);
      case StepOutcome.Renamed(var container, var name) ->
          desk.with(sight.renamed(container, name), start.moving(), false);
      case StepOutcome.Vanished(var container) ->
          desk.with(sight.vanished(container, desk.order()), start.moving(), false);
      case CannotStart cannot ->
          desk.with(sight, isPresent(desk, by) ? start.failed(cannot) : start, false);
      case StepOutcome.Unclear _ -> unclear(desk, now);
      case StepOutcome.NoEngine _ -> desk.with(sight.doubted(), start, false);
    };
  }

  private static Desk unclear(Desk desk, Instant now) {
    return desk.with(desk.sight().doubted(), desk.start().pausing(now), false);
  }

  /// Another pod of ours may have the name: the same letters, split in another way.
  private static boolean isOf(Desk desk, ContainerState container) {
    return Labels.identity(container.labels())
        .filter(id -> id.seat().equals(desk.seat()))
        .isPresent();
  }

  private static boolean isPresent(Desk desk, Order by) {
    return desk.order().filter(now -> Orders.areOfOneStart(now, by)).isPresent();
  }
}
