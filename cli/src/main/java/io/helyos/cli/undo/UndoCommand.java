package io.helyos.cli.undo;

import io.helyos.cli.output.OutputOption;
import io.helyos.cli.shell.Shell;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Any change by its id, also one that was an undo itself.
@Command(
    name = "undo",
    description = "Take a change back: what it changed becomes as before, all else stays.",
    footer = {
      "%nExamples:",
      "  helyos undo 7zq3k9m2v4x8c1b5n6d0f2g3h4 --dry-run",
      "  helyos undo 7zq3k9m2v4x8c1b5n6d0f2g3h4 -y"
    })
public final class UndoCommand implements Callable<Integer> {
  private final Shell shell;

  @Parameters(
      paramLabel = "CHANGE",
      description = "Its id, as each command says it and `helyos history -o wide` shows it.")
  String change = "";

  @Mixin Agreement agreement = new Agreement();

  @Mixin OutputOption output = new OutputOption();

  public UndoCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    var reversals = shell.client().reversals();
    var offer = reversals.undo(change);
    return agreement.settle(
        shell,
        output,
        offer,
        "Take back change %s of %s?".formatted(change, offer.plan().by()),
        tag -> reversals.undo(change, tag),
        "Took back change " + change);
  }
}
