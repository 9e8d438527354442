package io.helyos.model.deployment;

import io.helyos.model.node.NodeSelector;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// One pod on each node that matches, in the place of a number of replicas.
///
/// @param selectors that a node's labels have to match, all of them
/// @param counted whether the nodes that match these are known
/// @param indexes of all nodes that have ever matched; none is ever another node's
/// @param matching nodes that match now, by index
public record EveryNode(
    List<NodeSelector> selectors,
    boolean counted,
    Map<String, Integer> indexes,
    Map<Integer, String> matching) {
  public EveryNode {
    selectors = List.copyOf(selectors);
    indexes = Collections.unmodifiableMap(new TreeMap<>(indexes));
    matching = Collections.unmodifiableMap(new TreeMap<>(matching));
  }

  static EveryNode of(List<NodeSelector> selectors) {
    return new EveryNode(selectors, false, Map.of(), Map.of());
  }

  /// The nodes have to be counted anew; until then the pods stay where they are.
  EveryNode selecting(List<NodeSelector> other) {
    return other.equals(selectors) ? this : new EveryNode(other, false, indexes, matching);
  }

  /// @param joined nodes that match now, with their indexes
  /// @param left nodes that match no more
  EveryNode counted(Map<String, Integer> joined, List<String> left) {
    var known = new TreeMap<>(indexes);
    known.putAll(joined);
    var now = new TreeMap<>(matching);
    joined.forEach((node, index) -> now.put(index, node));
    now.values().removeAll(left);
    return new EveryNode(selectors, true, known, now);
  }

  /// The nodes of these that match and did not; each has the index that it had, or the next one.
  Map<String, Integer> joining(Map<String, Boolean> seen) {
    var joining = new TreeMap<String, Integer>();
    var next = indexes.values().stream().mapToInt(index -> index + 1).max().orElse(0);
    for (var node : new TreeMap<>(seen).entrySet()) {
      var index = indexes.get(node.getKey());
      if (!node.getValue() || (index != null && has(index))) continue;
      joining.put(node.getKey(), index != null ? index : next++);
    }
    return joining;
  }

  /// Those that are known not to match any more. Of a node that nobody has heard of nothing is
  /// known.
  List<String> leaving(Map<String, Boolean> seen) {
    return matching.values().stream().filter(node -> !seen.getOrDefault(node, true)).toList();
  }

  /// Whether there is nothing new in what is seen.
  public boolean isAsSeen(Map<String, Boolean> seen) {
    return counted && joining(seen).isEmpty() && leaving(seen).isEmpty();
  }

  boolean has(int index) {
    return matching.containsKey(index);
  }

  Optional<String> node(int index) {
    return Optional.ofNullable(matching.get(index));
  }

  IntStream indexesNow() {
    return matching.keySet().stream().mapToInt(Integer::intValue);
  }
}
