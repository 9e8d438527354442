package io.helyos.model.node;

import static io.helyos.model.Decision.accept;
import static io.helyos.model.Decision.unchanged;

import io.helyos.model.Decision;
import io.helyos.model.node.Node.Registered;
import io.helyos.model.node.NodeEvent.NodeLost;
import io.helyos.model.node.NodeEvent.NodeReturned;

/// What a node makes of the news that its machine is lost or back. Each loss has a number, so that
/// news that comes late or twice changes nothing.
final class Outages {
  static final String REASON = "lost: its machine does not answer";

  private Outages() {}

  static Decision<NodeEvent> lost(Registered node, int time) {
    return latest(node) < time ? accept(new NodeLost(time)) : unchanged();
  }

  static Decision<NodeEvent> back(Registered node, int time) {
    var isNews = latest(node) < time || (latest(node) == time && node.isLost());
    return isNews ? accept(new NodeReturned(time)) : unchanged();
  }

  private static int latest(Registered node) {
    return node.outage().map(Outage::time).orElse(0);
  }
}
