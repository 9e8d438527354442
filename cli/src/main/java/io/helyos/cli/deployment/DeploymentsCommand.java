package io.helyos.cli.deployment;

import io.helyos.cli.output.View;
import io.helyos.cli.shell.Shell;
import io.helyos.cli.watch.ListCommand;
import io.helyos.cli.watch.Selection;
import io.helyos.client.HelyosClient;
import io.helyos.client.stream.EventQuery;
import io.helyos.contract.resource.DeploymentResource;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// What shall be; what is stands under `pods`.
@Command(
    name = "deployments",
    description = "List deployments.",
    footer = {
      "%nExamples:",
      "  helyos deployments -p shop",
      "  helyos deployments -l tier=web -o name"
    })
public final class DeploymentsCommand extends ListCommand<DeploymentResource> {
  @Mixin Selection selection = new Selection();

  public DeploymentsCommand(Shell shell) {
    super(shell);
  }

  @Override
  protected View<DeploymentResource> view(Shell shell) {
    return DeploymentView.at(shell.clock());
  }

  @Override
  protected List<DeploymentResource> list(HelyosClient client) {
    return client.deployments(selection.listing());
  }

  @Override
  protected EventQuery events() {
    return selection.events();
  }
}
