package io.helyos.cli.node;

import io.helyos.client.HelyosClient;
import io.helyos.contract.resource.NodeResource;
import io.helyos.contract.resource.NodeStats;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// A node with what is measured on it, if anything is.
public record NodeRow(NodeResource node, Optional<NodeStats> stats) {
  static List<NodeRow> all(HelyosClient client) {
    var stats =
        client.nodeStats().stream()
            .collect(Collectors.toMap(NodeStats::name, Function.identity(), (a, b) -> b));
    return client.nodes().stream()
        .map(node -> new NodeRow(node, Optional.ofNullable(stats.get(node.name()))))
        .toList();
  }
}
