package io.helyos.model.pod;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// How a pod that no node takes says so.
final class Unplaceable {
  static final String REASON = "NoFittingNode";

  private Unplaceable() {}

  static Optional<Trouble> trouble(Map<String, String> against) {
    // A node that lacks nothing but a port comes first: the deployment can do something about it.
    var reasons =
        new TreeMap<>(against)
            .entrySet().stream()
                .sorted(Comparator.comparing(e -> !TakenPort.isSaidIn(e.getValue())))
                .limit(5)
                .map(e -> e.getKey() + ": " + e.getValue())
                .collect(Collectors.joining("; "));
    var message =
        against.isEmpty()
            ? "No node has registered yet. Start a daemon with a container engine."
            : "No node takes this pod (%s). Free room on one, or ask for less.".formatted(reasons);
    return Optional.of(new Trouble(REASON, message));
  }

  /// Whether a node would take the pod if one of its host ports were free there. Ports are looked
  /// at last, so there is room for everything else.
  static boolean isForPort(Trouble trouble) {
    return trouble.reason().equals(REASON) && TakenPort.isSaidIn(trouble.message());
  }
}
