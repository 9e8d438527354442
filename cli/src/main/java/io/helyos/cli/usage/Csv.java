package io.helyos.cli.usage;

import io.helyos.contract.resource.UsageResource;
import io.helyos.contract.resource.UsageResource.Item;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Usage for a spreadsheet, with the names that JSON has. What there is nothing of stays empty.
final class Csv {
  private static final String FIGURES =
      "podSeconds,cpuSeconds,memoryByteSeconds,restarts,repairs,meanTimeToRepair,wantedSeconds,readySeconds,availability";

  private Csv() {}

  static Stream<String> lines(UsageResource usage) {
    return Stream.concat(
        Stream.of(String.join(",", "from", "to", usage.by(), FIGURES)),
        usage.items().stream().map(item -> line(usage, item)));
  }

  private static String line(UsageResource usage, Item item) {
    return Stream.<@Nullable Object>of(
            usage.from(),
            usage.to(),
            item.name(),
            item.podSeconds(),
            item.cpuSeconds(),
            item.memoryByteSeconds(),
            item.restarts(),
            item.repairs(),
            item.meanTimeToRepair(),
            item.wantedSeconds(),
            item.readySeconds(),
            item.availability())
        .map(cell -> quoted(Objects.toString(cell, "")))
        .collect(Collectors.joining(","));
  }

  /// As RFC 4180 has it.
  private static String quoted(String cell) {
    var plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }
}
