package io.helyos.contract.spec.document;

import io.helyos.contract.spec.document.DocumentNode.Entry;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Puts a tree together from a stream of beginnings, scalars and ends, without recursion: a hostile
/// document can fill neither the stack nor, beyond the limit, the memory.
final class TreeBuilder {
  static final int DEEPEST = 32;

  private record Open(
      Position position, boolean mapping, Optional<String> tag, List<DocumentNode> children) {}

  private final Deque<Open> open = new ArrayDeque<>();
  private @Nullable DocumentNode root;

  Optional<DocumentNode> root() {
    return Optional.ofNullable(root);
  }

  /// Whether there is room for one more level.
  boolean hasRoom() {
    return open.size() < DEEPEST;
  }

  void begin(Position position, boolean mapping, Optional<String> tag) {
    open.push(new Open(position, mapping, tag, new ArrayList<>()));
  }

  void end() {
    var done = open.pop();
    var node =
        done.mapping()
            ? new DocumentNode.Mapping(done.position(), entries(done.children()))
            : new DocumentNode.Sequence(done.position(), done.children());
    add(node, done.tag());
  }

  void add(DocumentNode node, Optional<String> tag) {
    var added =
        tag.<DocumentNode>map(t -> new DocumentNode.Tagged(node.position(), t, node)).orElse(node);
    var parent = open.peek();
    if (parent == null) {
      root = added;
    } else {
      parent.children().add(added);
    }
  }

  private static List<Entry> entries(List<DocumentNode> keysAndValues) {
    var entries = new ArrayList<Entry>(keysAndValues.size() / 2);
    for (int i = 0; i + 1 < keysAndValues.size(); i += 2) {
      entries.add(new Entry(keysAndValues.get(i), keysAndValues.get(i + 1)));
    }
    return entries;
  }
}
