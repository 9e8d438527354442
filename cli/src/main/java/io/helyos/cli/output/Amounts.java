package io.helyos.cli.output;

import java.util.Locale;

/// Bytes, cores and shares as people read them.
public final class Amounts {
  private static final String[] UNITS = {"B", "KiB", "MiB", "GiB", "TiB", "PiB"};

  private Amounts() {}

  public static String bytes(long bytes) {
    double value = bytes;
    var unit = 0;
    while (value >= 1_024 && unit < UNITS.length - 1) {
      value /= 1_024;
      unit++;
    }
    return number(value) + UNITS[unit];
  }

  /// Whole numbers bare, others with one digit.
  public static String number(double value) {
    var whole = value == Math.rint(value);
    return String.format(Locale.ROOT, whole ? "%.0f" : "%.1f", value);
  }

  public static String percent(double part, double whole) {
    if (whole <= 0) return "-";
    return Math.round(100 * part / whole) + "%";
  }

  /// A bar of five cells.
  public static String gauge(double part, double whole, boolean unicode) {
    var share = whole <= 0 ? 0 : Math.clamp(Math.round(5 * part / whole), 0, 5);
    return unicode
        ? "\u25b0".repeat(share) + "\u25b1".repeat(5 - share)
        : "#".repeat(share) + ".".repeat(5 - share);
  }
}
