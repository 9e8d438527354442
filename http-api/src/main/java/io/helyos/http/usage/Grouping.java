package io.helyos.http.usage;

import io.helyos.contract.resource.UsageResource.Item;
import io.helyos.http.exchange.Query;
import io.helyos.model.usage.Ledger;
import io.helyos.model.usage.Usage;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Whose usage is added up.
///
/// @param word `deployment`, `project` or `image`
/// @param project the only one that counts
record Grouping(String word, Optional<String> project) {
  private static final List<String> WORDS = List.of("deployment", "project", "image");
  private static final int SHOWN_DIGITS = 6;

  static Grouping of(Query query) {
    var word = query.text("by").orElse("deployment");
    if (WORDS.contains(word)) return new Grouping(word, query.text("project"));
    throw Query.bad(
        "Expected `by` to be one of %s, found `%s`.".formatted(String.join(", ", WORDS), word));
  }

  /// By name.
  List<Item> items(Ledger ledger) {
    return sums(ledger).entrySet().stream()
        .filter(it -> !it.getValue().isNothing())
        .map(it -> item(it.getKey(), it.getValue()))
        .toList();
  }

  private Map<String, Usage> sums(Ledger ledger) {
    return switch (word) {
      case "project" ->
          ledger.byProject().entrySet().stream()
              .filter(it -> counts(it.getKey()))
              .collect(
                  Collectors.toMap(
                      Map.Entry::getKey, Map.Entry::getValue, Usage::plus, TreeMap::new));
      case "image" -> new TreeMap<>(ledger.byImage(this::counts));
      default ->
          ledger.byDeployment().entrySet().stream()
              .filter(it -> counts(it.getKey().project()))
              .collect(
                  Collectors.toMap(
                      it -> it.getKey().toString(),
                      Map.Entry::getValue,
                      Usage::plus,
                      TreeMap::new));
    };
  }

  private boolean counts(String name) {
    return project.isEmpty() || project.get().equals(name);
  }

  private static Item item(String name, Usage usage) {
    var availability = usage.availability();
    return new Item(
        name,
        seconds(usage.held()),
        shown(usage.cpuSeconds()),
        shown(usage.memoryByteSeconds()),
        usage.restarts(),
        usage.repairs(),
        usage.meanTimeToRepair().map(Grouping::seconds).orElse(null),
        seconds(usage.wanted()),
        seconds(usage.ready()),
        availability.isPresent() ? (@Nullable Double) availability.getAsDouble() : null);
  }

  private static BigDecimal seconds(Duration time) {
    return shown(BigDecimal.valueOf(time.getSeconds()).add(BigDecimal.valueOf(time.getNano(), 9)));
  }

  /// To the microsecond, which is as exact as the times of events are.
  private static BigDecimal shown(BigDecimal number) {
    var rounded = number.setScale(SHOWN_DIGITS, RoundingMode.HALF_UP).stripTrailingZeros();
    return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
  }
}
