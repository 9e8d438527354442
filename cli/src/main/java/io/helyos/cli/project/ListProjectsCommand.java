package io.helyos.cli.project;

import io.helyos.cli.output.View;
import io.helyos.cli.shell.Shell;
import io.helyos.cli.watch.ListCommand;
import io.helyos.client.HelyosClient;
import io.helyos.client.stream.EventQuery;
import io.helyos.contract.resource.ProjectResource;
import java.util.List;
import picocli.CommandLine.Command;

/// All projects; `-o wide` shows which are suspended.
@Command(
    name = "list",
    aliases = "ls",
    description = "List projects.",
    footer = {"%nExamples:", "  helyos project list -o wide"})
public final class ListProjectsCommand extends ListCommand<ProjectResource> {
  public ListProjectsCommand(Shell shell) {
    super(shell);
  }

  @Override
  protected View<ProjectResource> view(Shell shell) {
    return ProjectView.at(shell.clock());
  }

  @Override
  protected List<ProjectResource> list(HelyosClient client) {
    return client.projects();
  }

  @Override
  protected EventQuery events() {
    return EventQuery.all();
  }
}
