package io.helyos.cli.project;

import io.helyos.cli.deployment.DeploymentView;
import io.helyos.cli.output.Ages;
import io.helyos.cli.output.AtOption;
import io.helyos.cli.output.Facts;
import io.helyos.cli.output.OutputFormat;
import io.helyos.cli.output.OutputOption;
import io.helyos.cli.output.TablePrinter;
import io.helyos.cli.shell.ExitCode;
import io.helyos.cli.shell.Shell;
import io.helyos.client.Listing;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// One project with its deployments.
@Command(
    name = "project",
    description = "Tell all about a project and its deployments.",
    footer = {"%nExamples:", "  helyos describe project shop"})
public final class DescribeProjectCommand implements Callable<Integer> {
  private final Shell shell;

  @Parameters(paramLabel = "PROJECT", description = "Its name.")
  String name = "";

  @Mixin OutputOption output = new OutputOption();

  @Mixin AtOption at = new AtOption();

  public DescribeProjectCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    var client = at.on(shell.client());
    var project = client.project(name);
    if (output.format(shell) != OutputFormat.TABLE) {
      output.printer(shell).one(ProjectView.at(shell.clock()), project);
      return ExitCode.DONE;
    }
    var deployments = client.deployments(Listing.of(name));
    new Facts()
        .add("Name", project.name())
        .add("Status", project.status().word())
        .add("Age", Ages.of(project.createdAt(), shell.clock().instant()))
        .add("Deployments", deployments.size())
        .print(shell.out());
    if (!deployments.isEmpty()) {
      var view = DeploymentView.at(shell.clock());
      new TablePrinter(shell.out(), shell.terminal()).print(view.columns(), deployments);
    }
    return ExitCode.DONE;
  }
}
