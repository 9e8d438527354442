package io.helyos.cli.usage;

import io.helyos.cli.output.Column;
import io.helyos.cli.output.View;
import io.helyos.contract.resource.UsageResource.Item;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Usage as a table: rounded, as nobody bills from it.
final class UsageView {
  private static final BigDecimal MIB = BigDecimal.valueOf(1 << 20);

  private UsageView() {}

  /// @param by what the rows are
  static View<Item> of(String by) {
    var title = by.substring(0, 1).toUpperCase(Locale.ROOT) + by.substring(1);
    return View.of(
        by,
        Item::name,
        List.of(
            Column.of(title, Item::name),
            Column.of("Pod-seconds", it -> whole(it.podSeconds())),
            Column.of("CPU-seconds", it -> whole(it.cpuSeconds())),
            Column.of("MiB-seconds", it -> whole(inMib(it.memoryByteSeconds()))),
            Column.of("Restarts", it -> Long.toString(it.restarts())),
            Column.of("Availability", UsageView::availability),
            Column.of("MTTR", UsageView::meanTimeToRepair)),
        List.of(
            Column.of("Repairs", it -> Long.toString(it.repairs())),
            Column.of("Wanted", it -> whole(it.wantedSeconds())),
            Column.of("Ready", it -> whole(it.readySeconds()))));
  }

  private static BigDecimal inMib(BigDecimal bytes) {
    return bytes.divide(MIB, 0, RoundingMode.HALF_UP);
  }

  private static String whole(BigDecimal number) {
    return number.setScale(0, RoundingMode.HALF_UP).toPlainString();
  }

  /// Rounded down, so that only what never failed shows 100 %.
  private static String availability(Item item) {
    return Optional.ofNullable(item.availability())
        .map(part -> BigDecimal.valueOf(100 * part).setScale(3, RoundingMode.DOWN).toPlainString())
        .map(percent -> percent + "%")
        .orElse("-");
  }

  private static String meanTimeToRepair(Item item) {
    return Optional.ofNullable(item.meanTimeToRepair())
        .map(seconds -> seconds.setScale(1, RoundingMode.HALF_UP).toPlainString() + "s")
        .orElse("-");
  }
}
