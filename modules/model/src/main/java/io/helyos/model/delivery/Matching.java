package io.helyos.model.delivery;

import io.helyos.model.delivery.Delivery.ToNodes;
import io.helyos.model.deployment.DeploymentCommand.ReportNodes;
import io.helyos.model.deployment.EveryNode;
import io.helyos.model.node.Node;
import io.helyos.model.node.NodeSelector;
import io.helyos.model.view.View;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Which nodes a deployment is to have a pod on, as the view shows it. A node that the view does
/// not show is neither among them nor not: one who lags is not to take pods away.
public final class Matching {
  private Matching() {}

  /// By node that is known, whether it matches.
  public static Map<String, Boolean> nodes(EveryNode wanted, View view) {
    var matches = new TreeMap<String, Boolean>();
    for (var row : view.nodes()) {
      if (row.state() instanceof Node.Registered node) {
        matches.put(node.name(), NodeSelector.match(wanted.selectors(), node.labels()));
      }
    }
    return matches;
  }

  /// What the deployment has to hear; empty when it knows.
  public static Optional<Object> news(ToNodes asked, View view) {
    var seen = nodes(asked.nodes(), view);
    return asked.nodes().isAsSeen(seen)
        ? Optional.empty()
        : Optional.of(new ReportNodes(asked.id(), seen));
  }
}
