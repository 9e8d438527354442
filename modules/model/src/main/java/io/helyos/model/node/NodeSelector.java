package io.helyos.model.node;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/// A condition on one label of a node. A label that a node lacks equals nothing.
///
/// @param values one for the first two, one or more for the others
public record NodeSelector(String label, Operator operator, List<String> values) {
  public enum Operator {
    EQUALS,
    NOT_EQUALS,
    IN,
    NOT_IN
  }

  public NodeSelector {
    values = List.copyOf(values);
  }

  public static NodeSelector is(String label, String value) {
    return new NodeSelector(label, Operator.EQUALS, List.of(value));
  }

  /// Whether a node is chosen: by all of them, as by none.
  public static boolean match(Collection<NodeSelector> selectors, Map<String, String> labels) {
    return selectors.stream().allMatch(selector -> selector.matches(labels));
  }

  private boolean matches(Map<String, String> labels) {
    var value = labels.get(label);
    var isAmong = value != null && values.contains(value);
    return switch (operator) {
      case EQUALS, IN -> isAmong;
      case NOT_EQUALS, NOT_IN -> !isAmong;
    };
  }
}
