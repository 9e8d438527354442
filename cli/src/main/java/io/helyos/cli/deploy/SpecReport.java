package io.helyos.cli.deploy;

import io.helyos.cli.output.Paint;
import io.helyos.cli.output.SafeText;
import io.helyos.cli.shell.Shell;
import io.helyos.contract.problem.Fault;
import java.io.PrintStream;
import java.util.List;

/// Prints what is wrong with a spec as a compiler does: place, reason, line and caret.
final class SpecReport {
  private final PrintStream err;
  private final Paint paint;

  SpecReport(Shell shell) {
    this.err = shell.err();
    this.paint = Paint.ofErr(shell.terminal());
  }

  void print(SpecFile file, List<Fault> faults) {
    var problems = faults.size() == 1 ? "1 problem" : faults.size() + " problems";
    err.println(
        paint.bad("error:")
            + " "
            + file.origin()
            + " does not describe a valid deployment ("
            + problems
            + ")");
    var lines = file.lines();
    faults.forEach(fault -> print(file.origin(), lines, fault));
  }

  private void print(String origin, List<String> lines, Fault fault) {
    var place = fault.line() > 0 ? ":" + fault.line() + ":" + fault.column() : "";
    var path = fault.path().isEmpty() ? "" : fault.path() + ": ";
    err.println(
        paint.bold(origin + place + ":")
            + " "
            + SafeText.line(path + fault.detail() + hint(fault)));
    if (fault.line() < 1 || fault.line() > lines.size()) return;
    source(lines.get(fault.line() - 1), fault);
  }

  /// The message may have named the suggestion already.
  private static String hint(Fault fault) {
    var suggestion = fault.suggestion();
    if (suggestion == null || suggestion.isEmpty() || fault.detail().contains(suggestion))
      return "";
    return "; did you mean \"" + suggestion + "\"?";
  }

  private void source(String line, Fault fault) {
    var number = Integer.toString(fault.line());
    var from = Math.clamp(fault.column() - 1L, 0, line.length());
    var word = Math.max(1, word(line, from));
    err.println("  " + paint.dim(number + " |") + " " + SafeText.line(line));
    err.println(
        "  "
            + paint.dim(" ".repeat(number.length()) + " |")
            + " "
            + " ".repeat(from)
            + paint.bad("^".repeat(word)));
  }

  private static int word(String line, int from) {
    var to = from;
    while (to < line.length() && ": ,]}\t".indexOf(line.charAt(to)) < 0) to++;
    return to - from;
  }
}
