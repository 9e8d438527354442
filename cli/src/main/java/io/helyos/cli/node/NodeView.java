package io.helyos.cli.node;

import io.helyos.cli.output.Ages;
import io.helyos.cli.output.Amounts;
import io.helyos.cli.output.Column;
import io.helyos.cli.output.View;
import io.helyos.cli.shell.Terminal;
import io.helyos.contract.resource.NodeResource;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;

/// Nodes as a table. The age is that of the last sign of life.
final class NodeView {
  private NodeView() {}

  static View<NodeRow> at(InstantSource clock, Terminal terminal) {
    return new View<>(
        "node",
        row -> row.node().name(),
        List.of(
            Column.of("Name", row -> row.node().name()),
            Column.of("Role", row -> row.node().role().word()),
            Column.of("Status", row -> status(row.node())),
            Column.passing("CPU", row -> cpu(row, terminal)),
            Column.passing("MEM", row -> memory(row, terminal)),
            Column.of("Pods", row -> Integer.toString(row.node().resources().runningPods())),
            Column.passing("Age", row -> Ages.of(row.node().lastHeartbeat(), clock.instant()))),
        List.of(
            Column.of("Address", row -> row.node().address()),
            Column.of("Engine", row -> row.node().engine()),
            Column.of("Labels", row -> labels(row.node()))),
        NodeRow::node);
  }

  static String status(NodeResource node) {
    return node.status().label() + (node.cordoned() ? ",Cordoned" : "");
  }

  static String labels(NodeResource node) {
    return node.labels().entrySet().stream()
        .map(it -> it.getKey() + "=" + it.getValue())
        .collect(Collectors.joining(","));
  }

  /// Used if it is measured, else what is reserved.
  private static String cpu(NodeRow row, Terminal terminal) {
    var cores = row.node().resources();
    var used =
        row.stats()
            .map(it -> it.cpuUsagePercent() / 100 * cores.cpuCores())
            .orElse(cores.cpuCores() - cores.cpuAvailable());
    return share(used, cores.cpuCores(), terminal);
  }

  private static String memory(NodeRow row, Terminal terminal) {
    var memory = row.node().resources();
    var used =
        row.stats()
            .map(it -> (double) it.memoryUsedBytes())
            .orElse((double) memory.memoryBytes() - memory.memoryAvailable());
    return share(used, (double) memory.memoryBytes(), terminal);
  }

  private static String share(double used, double whole, Terminal terminal) {
    var percent = Amounts.percent(used, whole);
    if (!terminal.out()) return percent;
    return Amounts.gauge(used, whole, terminal.unicode()) + " " + percent;
  }
}
