package io.helyos.http.naming;

import io.helyos.contract.spec.text.LabelSelector;
import io.helyos.contract.spec.text.Parsed;
import io.helyos.http.exchange.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What a list's label selector lets through: `tier=web,stage in (test,live)`.
public record Selection(List<LabelSelector> conditions) {
  public Selection {
    conditions = List.copyOf(conditions);
  }

  /// From the parameter `l`; without it, everything.
  public static Selection of(Query query) {
    return query
        .text("l")
        .map(text -> new Selection(parts(text).stream().map(Selection::parse).toList()))
        .orElse(new Selection(List.of()));
  }

  public boolean takes(Map<String, String> labels) {
    return conditions.stream().allMatch(condition -> holds(condition, labels));
  }

  private static boolean holds(LabelSelector condition, Map<String, String> labels) {
    var has = condition.values().contains(labels.getOrDefault(condition.label(), "\0"));
    return switch (condition.operator()) {
      case EQUALS, IN -> has;
      case NOT_EQUALS, NOT_IN -> !has;
    };
  }

  private static LabelSelector parse(String text) {
    return switch (LabelSelector.parse(text)) {
      case Parsed.Value<LabelSelector>(var selector) -> selector;
      case Parsed.Refused<LabelSelector>(_, var reason, _) -> throw Query.bad("`l`: " + reason);
    };
  }

  /// Splits at commas outside of parentheses.
  private static List<String> parts(String text) {
    var parts = new ArrayList<String>();
    var from = 0;
    var depth = 0;
    for (var i = 0; i < text.length(); i++) {
      switch (text.charAt(i)) {
        case '(' -> depth++;
        case ')' -> depth--;
        case ',' -> {
          if (depth == 0) {
            parts.add(text.substring(from, i));
            from = i + 1;
          }
        }
        default -> {}
      }
    }
    parts.add(text.substring(from));
    return parts;
  }
}
