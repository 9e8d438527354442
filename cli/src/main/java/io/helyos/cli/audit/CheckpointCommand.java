package io.helyos.cli.audit;

import io.helyos.cli.shell.ExitCode;
import io.helyos.cli.shell.Shell;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// What a chain alone cannot show, that its end was cut off, shows beside an old checkpoint.
@Command(
    name = "checkpoint",
    description = "Write how far the journal is, signed, into a new file.",
    footer = {"%nExamples:", "  helyos audit checkpoint monday.json"})
public final class CheckpointCommand implements Callable<Integer> {
  private final Shell shell;

  @Parameters(paramLabel = "FILE", description = "To be kept on another machine.")
  String file = "";

  public CheckpointCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    var checkpoint = shell.client().audits().checkpoint();
    CheckpointFile.write(file, checkpoint, shell);
    shell
        .out()
        .println(
            "%d events of %d entities, signed, in %s. Keep it on another machine."
                .formatted(checkpoint.events(), checkpoint.heads().size(), file));
    return ExitCode.DONE;
  }
}
