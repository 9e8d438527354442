package io.helyos.model.node;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// What operators have made of the labels of a machine. It outlives the next start of the machine,
/// which says again only what it has of its own.
///
/// @param put labels that were given, also in the place of one of its own
/// @param removed labels of its own that it is not to have
public record GivenLabels(Map<String, String> put, Set<String> removed) {
  static final GivenLabels NONE = new GivenLabels(Map.of(), Set.of());

  public GivenLabels {
    put = Collections.unmodifiableMap(new TreeMap<>(put));
    removed = Collections.unmodifiableSet(new TreeSet<>(removed));
  }

  /// The labels of a machine that says these of itself.
  Map<String, String> over(Map<String, String> own) {
    var all = new TreeMap<>(own);
    all.keySet().removeAll(removed);
    all.putAll(put);
    return all;
  }

  /// With everything that differs between these two.
  GivenLabels changing(Map<String, String> before, Map<String, String> after) {
    var given = new TreeMap<>(put);
    var taken = new TreeSet<>(removed);
    after.forEach((label, value) -> {
      if (value.equals(before.get(label))) return;
      given.put(label, value);
      taken.remove(label);
    });
    before.keySet().stream()
        .filter(label -> !after.containsKey(label))
        .forEach(label -> {
          given.remove(label);
          taken.add(label);
        });
    return new GivenLabels(given, taken);
  }
}
