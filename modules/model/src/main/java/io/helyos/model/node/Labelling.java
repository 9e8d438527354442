package io.helyos.model.node;

import static io.helyos.model.Decision.accept;
import static io.helyos.model.Decision.unchanged;

import io.helyos.model.Decision;
import io.helyos.model.node.Node.Registered;
import io.helyos.model.node.NodeCommand.Label;
import io.helyos.model.node.NodeEvent.NodeLabelled;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/// How operators change the labels of a machine, and take it back.
final class Labelling {
  private Labelling() {}

  static Decision<NodeEvent> label(Registered node, Label change) {
    var labels = new TreeMap<>(node.labels());
    labels.keySet().removeAll(change.removed());
    labels.putAll(change.put());
    return labels.equals(node.labels())
        ? unchanged()
        : accept(new NodeLabelled(node.labels(), labels));
  }

  /// Only what has changed, so that what others gave meanwhile stays.
  static Optional<NodeCommand> back(Registered was, Registered is) {
    var put = new TreeMap<>(was.labels());
    put.entrySet().removeAll(is.labels().entrySet());
    var removed = new TreeSet<>(is.labels().keySet());
    removed.removeAll(was.labels().keySet());
    return put.isEmpty() && removed.isEmpty()
        ? Optional.empty()
        : Optional.of(new Label(put, removed));
  }
}
