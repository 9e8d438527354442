package io.helyos.load;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/// Repeated measurements of the same thing.
final class Samples {
  /// A floor that differs by more than this between rounds says that the machine was busy.
  private static final double NOISY = 1.5;

  private final List<Double> values = new ArrayList<>();

  void add(double value) {
    values.add(value);
  }

  void copyTo(Samples other) {
    other.values.addAll(values);
  }

  double median() {
    var sorted = new ArrayList<>(values);
    Collections.sort(sorted);
    var middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }

  /// The least that so large a part of the values, 0.99 of them, does not exceed.
  double percentile(double part) {
    var sorted = new ArrayList<>(values);
    Collections.sort(sorted);
    return sorted.get(Math.max(0, (int) Math.ceil(part * sorted.size()) - 1));
  }

  double min() {
    return Collections.min(values);
  }

  double max() {
    return Collections.max(values);
  }

  int size() {
    return values.size();
  }

  /// Each of these values by the other's of the same round.
  Samples by(Samples other) {
    var ratios = new Samples();
    for (var i = 0; i < values.size(); i++) ratios.add(values.get(i) / other.values.get(i));
    return ratios;
  }

  /// What each of these values is more than the other's of the same round.
  Samples less(Samples other) {
    var differences = new Samples();
    for (var i = 0; i < values.size(); i++) differences.add(values.get(i) - other.values.get(i));
    return differences;
  }

  boolean isNoisy() {
    return max() > NOISY * min();
  }

  /// `1.23 (1.10 to 1.40)`: the median, then the least and the most.
  String text(int decimals) {
    var number = "%." + decimals + "f";
    return String.format(
        Locale.ROOT, number + " (" + number + " to " + number + ")", median(), min(), max());
  }
}
