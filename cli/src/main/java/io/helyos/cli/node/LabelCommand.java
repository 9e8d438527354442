package io.helyos.cli.node;

import io.helyos.cli.deployment.Outcome;
import io.helyos.cli.output.OutputOption;
import io.helyos.cli.shell.ExitCode;
import io.helyos.cli.shell.Shell;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Labels given here outlive the next start of the machine, which says again only its own.
@Command(
    name = "label",
    description = "Give labels to a node, or take some away; the others stay.",
    footer = {
      "%nExamples:",
      "  helyos node label alpha role=web zone=b",
      "  helyos node label alpha role-"
    })
public final class LabelCommand implements Callable<Integer> {
  private final Shell shell;

  @Parameters(index = "0", paramLabel = "NODE", description = "Its name.")
  String name = "";

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "LABEL",
      converter = LabelWord.class,
      description = "key=value gives a label, key- takes it away.")
  List<LabelWord.Change> labels = new ArrayList<>();

  @Mixin OutputOption output = new OutputOption();

  public LabelCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    var change = shell.client().maintenance().label(name, LabelWord.request(labels));
    Outcome.print(shell, output, change, "Labelled node " + name);
    return ExitCode.DONE;
  }
}
