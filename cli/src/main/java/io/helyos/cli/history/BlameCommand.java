package io.helyos.cli.history;

import io.helyos.cli.deployment.DeploymentName;
import io.helyos.cli.output.Column;
import io.helyos.cli.output.OutputOption;
import io.helyos.cli.output.View;
import io.helyos.cli.shell.ExitCode;
import io.helyos.cli.shell.Shell;
import io.helyos.contract.resource.BlameResource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Who gave each field its value.
@Command(
    name = "blame",
    description = "Tell of each field of a deployment who gave it its value, and when.",
    footer = {"%nExamples:", "  helyos blame shop/api", "  helyos blame api -p shop -o wide"})
public final class BlameCommand implements Callable<Integer> {
  private static final View<BlameResource> VIEW =
      View.of(
          "field",
          BlameResource::field,
          List.of(
              Column.of("Field", BlameResource::field),
              Column.of("Value", BlameResource::value),
              Column.of("By", BlameResource::author),
              Column.of("Time", it -> it.time().toString()),
              Column.of("Change", BlameResource::change),
              Column.of("Former", it -> Optional.ofNullable(it.former()).orElse("-"))),
          List.of(Column.of("Action", BlameResource::action)));

  private final Shell shell;

  @Parameters(paramLabel = "DEPLOYMENT", description = "api, shop/api or deployment/shop/api.")
  String deployment = "";

  @Option(
      names = {"-p", "--project"},
      paramLabel = "PROJECT",
      description = "Its project, unless the name says it.")
  Optional<String> project = Optional.empty();

  @Mixin OutputOption output = new OutputOption();

  public BlameCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    var name = DeploymentName.full(deployment, project, shell);
    var lines = shell.client().histories().blame(name.project(), name.name());
    output.printer(shell).list(VIEW, lines);
    return ExitCode.DONE;
  }
}
