package io.helyos.cli.undo;

import io.helyos.cli.deployment.Outcome;
import io.helyos.cli.output.FieldLines;
import io.helyos.cli.output.OutputFormat;
import io.helyos.cli.output.OutputOption;
import io.helyos.cli.output.SafeText;
import io.helyos.cli.shell.ExitCode;
import io.helyos.cli.shell.Question;
import io.helyos.cli.shell.Shell;
import io.helyos.client.Change;
import io.helyos.client.Reversals.Offer;
import io.helyos.contract.resource.ReversalResource;
import java.io.PrintStream;
import java.util.function.Function;
import picocli.CommandLine.Option;

/// A plan that is shown before it is carried out: on the output for people, beside it where that is
/// for programs.
final class Agreement {
  @Option(
      names = {"-y", "--yes"},
      description = "Do not ask.")
  boolean yes;

  @Option(names = "--dry-run", description = "Only show the plan.")
  boolean dryRun;

  /// @param question to which a yes means to do it
  /// @param act carries the plan with this tag out
  /// @param done told afterwards
  int settle(
      Shell shell,
      OutputOption output,
      Offer offer,
      String question,
      Function<String, Change<ReversalResource>> act,
      String done) {
    var format = output.format(shell);
    var isTable = format == OutputFormat.TABLE || format == OutputFormat.WIDE;
    if (dryRun && !isTable) {
      output.printer(shell).outcome(offer.plan(), "");
      return ExitCode.DONE;
    }
    if (isTable) print(offer.plan(), shell.out());
    else if (!yes) print(offer.plan(), shell.err());
    if (dryRun) return ExitCode.DONE;
    if (!yes && !Question.of(shell).agreed(question)) {
      shell.err().println("Nothing was changed.");
      return ExitCode.FAILED;
    }
    Outcome.print(shell, output, act.apply(offer.tag()), done);
    return ExitCode.DONE;
  }

  private static void print(ReversalResource plan, PrintStream to) {
    for (var step : plan.steps()) {
      to.println(SafeText.line("%s %s/%s".formatted(step.action(), step.kind(), step.name())));
      // What goes altogether need not be told field by field.
      step.fields().stream()
          .filter(field -> field.to() != null || field.from() == null || !isRemoval(step))
          .forEach(field -> to.println("    " + FieldLines.of(field)));
    }
    plan.notes().forEach(note -> to.println(SafeText.line(note)));
  }

  private static boolean isRemoval(ReversalResource.Step step) {
    return step.fields().stream().allMatch(field -> field.to() == null);
  }
}
