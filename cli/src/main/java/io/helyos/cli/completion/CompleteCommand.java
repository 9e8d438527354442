package io.helyos.cli.completion;

import io.helyos.cli.shell.ExitCode;
import io.helyos.cli.shell.Shell;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// The part of completion that knows: words in, candidates out.
@Command(
    name = "__complete",
    hidden = true,
    description = "Print what could come next, one a line, for the completion scripts.")
public final class CompleteCommand implements Callable<Integer> {
  private final Shell shell;

  @Spec CommandSpec spec = CommandSpec.create();

  @Parameters(arity = "0..*", description = "All words so far; the last one is being typed.")
  List<String> words = List.of();

  public CompleteCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    var typed = words.isEmpty() ? "" : words.getLast();
    var before = words.isEmpty() ? words : words.subList(0, words.size() - 1);
    var place = Place.after(before, spec.root());
    new Candidates(shell, place).all(typed).forEach(shell.out()::println);
    return ExitCode.DONE;
  }
}
