package io.helyos.contract.spec.text;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/// Processor shares in cores: `0.5`, `2`.
public final class CpuText {
  /// The least that Docker takes: its scheduling quota has a floor of one millisecond.
  public static final BigDecimal LEAST = new BigDecimal("0.01");

  public static final BigDecimal MOST = new BigDecimal("1024");

  private static final Pattern CORES = Pattern.compile("(?:0|[1-9][0-9]{0,5})(?:\\.[0-9]{1,3})?");

  private CpuText() {}

  /// Thousandths of a core.
  public static Parsed<Long> parse(String text) {
    if (!CORES.matcher(text).matches()) {
      return Parsed.bad(
          "expected cores such as 0.5 or 2, found %s: write a number with at most three decimals"
              .formatted(Quote.of(text)));
    }
    var cores = new BigDecimal(text);
    return cores.compareTo(LEAST) >= 0 && cores.compareTo(MOST) <= 0
        ? Parsed.of(cores.movePointRight(3).longValueExact())
        : Parsed.refused(
            Code.OUT_OF_RANGE,
            "expected from %s to %s cores, found %s: choose a share in between"
                .formatted(LEAST, MOST, text));
  }
}
