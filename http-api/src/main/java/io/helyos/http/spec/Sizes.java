package io.helyos.http.spec;

/// Amounts of memory as a spec writes them.
final class Sizes {
  private Sizes() {}

  /// In the largest unit of k and m that divides it; a spec cannot ask for less than a kibibyte.
  static String text(long bytes) {
    return bytes % (1 << 20) == 0 ? (bytes >> 20) + "m" : (bytes >> 10) + "k";
  }
}
