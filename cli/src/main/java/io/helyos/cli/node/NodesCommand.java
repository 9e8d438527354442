package io.helyos.cli.node;

import io.helyos.cli.output.View;
import io.helyos.cli.shell.Shell;
import io.helyos.cli.watch.ListCommand;
import io.helyos.client.HelyosClient;
import io.helyos.client.stream.EventQuery;
import java.util.List;
import picocli.CommandLine.Command;

/// Machines with what is used of them. Ages are those of the last sign of life.
@Command(
    name = "nodes",
    description = "List nodes.",
    footer = {"%nExamples:", "  helyos nodes -o wide"})
public final class NodesCommand extends ListCommand<NodeRow> {
  public NodesCommand(Shell shell) {
    super(shell);
  }

  @Override
  protected View<NodeRow> view(Shell shell) {
    return NodeView.at(shell.clock(), shell.terminal());
  }

  @Override
  protected List<NodeRow> list(HelyosClient client) {
    return NodeRow.all(client);
  }

  @Override
  protected EventQuery events() {
    return EventQuery.all();
  }
}
