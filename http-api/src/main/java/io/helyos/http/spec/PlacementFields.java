package io.helyos.http.spec;

import io.helyos.model.deployment.EveryNode;
import io.helyos.model.node.NodeSelector;
import java.util.Map;
import java.util.Optional;

/// On which nodes the pods are, in the field names of the spec.
public final class PlacementFields {
  private PlacementFields() {}

  /// Empty for pods that may be on any.
  public static Map<String, Object> of(Optional<EveryNode> nodes) {
    return nodes
        .<Map<String, Object>>map(it ->
            Map.of(
                "mode",
                "everynode",
                "nodes",
                it.selectors().stream().map(PlacementFields::text).toList()))
        .orElse(Map.of());
  }

  private static String text(NodeSelector selector) {
    var values = selector.values();
    return switch (selector.operator()) {
      case EQUALS -> selector.label() + "=" + values.getFirst();
      case NOT_EQUALS -> selector.label() + "!=" + values.getFirst();
      case IN -> "%s in (%s)".formatted(selector.label(), String.join(",", values));
      case NOT_IN -> "%s notin (%s)".formatted(selector.label(), String.join(",", values));
    };
  }
}
