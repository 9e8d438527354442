package io.helyos.cli.audit;

import io.helyos.cli.output.OutputFormat;
import io.helyos.cli.output.OutputOption;
import io.helyos.cli.output.SafeText;
import io.helyos.cli.shell.ExitCode;
import io.helyos.cli.shell.Shell;
import io.helyos.contract.resource.AuditResource;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Every hash of the journal, computed anew.
@Command(
    name = "verify",
    description = "Look whether the journal is whole and unchanged; 1 when it is not.",
    footer = {"%nExamples:", "  helyos audit verify --checkpoint monday.json"})
public final class VerifyCommand implements Callable<Integer> {
  private final Shell shell;

  @Option(
      names = "--checkpoint",
      paramLabel = "FILE",
      description = "Also whether it has all that this checkpoint has seen.")
  Optional<String> checkpoint = Optional.empty();

  @Mixin OutputOption output = new OutputOption();

  public VerifyCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    var audits = shell.client().audits();
    var found =
        checkpoint
            .map(file -> audits.verify(CheckpointFile.read(file, shell)))
            .orElseGet(audits::verify);
    if (output.format(shell) == OutputFormat.TABLE) {
      say(found);
    } else {
      output.printer(shell).outcome(found, Boolean.toString(found.whole()));
    }
    return found.whole() ? ExitCode.DONE : ExitCode.FAILED;
  }

  private void say(AuditResource found) {
    if (found.whole()) {
      shell
          .out()
          .println(
              "%d events of %d entities. %s"
                  .formatted(found.events(), found.entities(), SafeText.line(found.message())));
    } else {
      shell.out().println("The journal is broken. " + SafeText.line(found.message()));
    }
  }
}
