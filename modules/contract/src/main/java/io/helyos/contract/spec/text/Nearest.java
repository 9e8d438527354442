package io.helyos.contract.spec.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/// Did you mean ...? Finds the word that a user probably wanted to type.
public final class Nearest {
  private static final int FARTHEST = 2;

  private Nearest() {}

  /// The candidate within two edits, unless that would be half of the word.
  public static Optional<String> to(String typed, Collection<String> candidates) {
    var wanted = typed.toLowerCase(Locale.ROOT);
    return candidates.stream()
        .filter(candidate -> isNear(wanted, candidate))
        .min(Comparator.comparingInt(candidate -> distance(wanted, lower(candidate))));
  }

  private static boolean isNear(String wanted, String candidate) {
    var longer = Math.max(wanted.length(), candidate.length());
    if (Math.abs(wanted.length() - candidate.length()) > FARTHEST) {
      return false;
    }
    var distance = distance(wanted, lower(candidate));
    return distance <= FARTHEST && distance * 2 < longer;
  }

  private static String lower(String word) {
    return word.toLowerCase(Locale.ROOT);
  }

  /// Insertions, deletions, replacements and swaps of neighbours that turn one word into the other.
  static int distance(String from, String to) {
    var rows = new int[from.length() + 1][to.length() + 1];
    for (int i = 0; i <= from.length(); i++) {
      for (int j = 0; j <= to.length(); j++) {
        rows[i][j] = i == 0 ? j : j == 0 ? i : cheapest(rows, from, to, i, j);
      }
    }
    return rows[from.length()][to.length()];
  }

  private static int cheapest(int[][] rows, String from, String to, int i, int j) {
    var replaced = rows[i - 1][j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
    var best = Math.min(replaced, Math.min(rows[i - 1][j], rows[i][j - 1]) + 1);
    var swapped =
        i > 1
            && j > 1
            && from.charAt(i - 1) == to.charAt(j - 2)
            && from.charAt(i - 2) == to.charAt(j - 1);
    return swapped ? Math.min(best, rows[i - 2][j - 2] + 1) : best;
  }
}
