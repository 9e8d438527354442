package io.helyos.simulator.world;

import io.helyos.model.Decider;
import io.helyos.model.EntityKind;
import io.helyos.model.node.NodeCommand;
import io.helyos.model.pod.Life;
import io.helyos.model.pod.Pod;
import io.helyos.model.pod.PodEvent;
import java.util.List;
import java.util.Optional;

/// Faults in what follows when a machine is given up.
final class PlantedInLosses {
  private PlantedInLosses() {}

  static List<Planted> all() {
    return List.of(
        Planted.deciding(
            "loss: a move shortens the wait",
            EntityKind.POD,
            model ->
                new Moved(model) {
                  @Override
                  Pod moved(Pod.Pending to) {
                    return new Pod.Pending(to.life(), to.why(), Optional.empty());
                  }
                }),
        Planted.deciding(
            "loss: a move forgets the restarts",
            EntityKind.POD,
            model ->
                new Moved(model) {
                  @Override
                  Pod moved(Pod.Pending to) {
                    var life = to.life();
                    var fresh =
                        new Life(life.assignment(), life.incarnation(), 1, 0, 0, life.owed());
                    return new Pod.Pending(fresh, to.why(), to.notBefore());
                  }
                }),
        Planted.deciding(
            "loss: the new life has the old number",
            EntityKind.POD,
            model ->
                new Moved(model) {
                  @Override
                  Pod moved(Pod.Pending to) {
                    var life = to.life();
                    var same =
                        new Life(
                            life.assignment(),
                            life.incarnation() - 1,
                            life.attempt(),
                            life.restarts(),
                            life.pullFailures(),
                            life.owed());
                    return new Pod.Pending(same, to.why(), to.notBefore());
                  }
                }),
        Planted.asking(
            "loss: a node does not hear that it is clear",
            EntityKind.NODE,
            (_, command) ->
                command instanceof NodeCommand.ReportCleared(var pod, _)
                    ? new NodeCommand.ReportCleared(pod, 0)
                    : command));
  }

  private abstract static class Moved extends Planted.Changed {
    Moved(Decider<Object, Object, Object, Object> model) {
      super(model);
    }

    abstract Pod moved(Pod.Pending to);

    @Override
    public Object evolve(Object state, Object event) {
      var after = super.evolve(state, event);
      return event instanceof PodEvent.NodeGivenUp && after instanceof Pod.Pending pending
          ? moved(pending)
          : after;
    }
  }
}
