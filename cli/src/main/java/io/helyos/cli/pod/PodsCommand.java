package io.helyos.cli.pod;

import io.helyos.cli.output.View;
import io.helyos.cli.shell.Shell;
import io.helyos.cli.watch.ListCommand;
import io.helyos.cli.watch.Selection;
import io.helyos.client.HelyosClient;
import io.helyos.client.stream.EventQuery;
import io.helyos.contract.resource.PodResource;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// What is there, whatever shall be.
@Command(
    name = "pods",
    aliases = "ps",
    description = "List pods.",
    footer = {"%nExamples:", "  helyos pods -p shop -o wide", "  helyos pods -w"})
public final class PodsCommand extends ListCommand<PodResource> {
  @Mixin Selection selection = new Selection();

  public PodsCommand(Shell shell) {
    super(shell);
  }

  @Override
  protected View<PodResource> view(Shell shell) {
    return PodView.at(shell.clock());
  }

  @Override
  protected List<PodResource> list(HelyosClient client) {
    return client.pods(selection.listing());
  }

  @Override
  protected EventQuery events() {
    return selection.events();
  }
}
