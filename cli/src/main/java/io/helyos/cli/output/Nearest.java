package io.helyos.cli.output;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/// The word that somebody probably meant.
public final class Nearest {
  private static final int FARTHEST = 2;

  private Nearest() {}

  /// The closest of the candidates, if any is close enough to be a slip of the hand.
  public static Optional<String> of(String written, Collection<String> candidates) {
    var word = written.toLowerCase(Locale.ROOT);
    var far = Math.min(FARTHEST, Math.max(1, word.length() / 2));
    return candidates.stream()
        .filter(it -> Math.abs(it.length() - word.length()) <= far && distance(word, it) <= far)
        .min(Comparator.comparingInt(it -> distance(word, it)));
  }

  /// Insertions, deletions, replacements and swaps of neighbours, each counted as one.
  static int distance(String a, String b) {
    var rows = new int[a.length() + 1][b.length() + 1];
    for (var i = 0; i <= a.length(); i++) {
      for (var j = 0; j <= b.length(); j++) rows[i][j] = cell(rows, a, b, i, j);
    }
    return rows[a.length()][b.length()];
  }

  private static int cell(int[][] rows, String a, String b, int i, int j) {
    if (i == 0 || j == 0) return i + j;
    var same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
    var best = Math.min(Math.min(rows[i - 1][j], rows[i][j - 1]) + 1, rows[i - 1][j - 1] + same);
    var swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(best, rows[i - 2][j - 2] + 1) : best;
  }
}
