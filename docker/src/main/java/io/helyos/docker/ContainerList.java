package io.helyos.docker;

import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.Container;
import io.helyos.model.port.ContainerState;
import io.helyos.model.port.ContainerState.Phase;
import java.util.List;
import java.util.Map;

/// The containers that an engine has.
final class ContainerList {
  private ContainerList() {}

  static List<ContainerState> of(EngineConnection engine, Map<String, String> labels) {
    return engine
        .calls()
        .listContainersCmd()
        .withShowAll(true)
        .withLabelFilter(labels)
        .exec()
        .stream()
        .filter(row -> isThere(engine, row))
        .map(ContainerStates::of)
        .toList();
  }

  /// A removal that meets a rename leaves its row in the engine's list until the engine is started
  /// again, of a container that it no longer has: so a row of one that goes away is asked after.
  private static boolean isThere(EngineConnection engine, Container row) {
    if (ContainerStates.phase(row.getState()) != Phase.DEAD) {
      return true;
    }
    try {
      engine.calls().inspectContainerCmd(row.getId()).exec();
      return true;
    } catch (NotFoundException e) {
      return false;
    }
  }
}
