package io.helyos.cli.run;

import io.helyos.cli.output.Documents;
import io.helyos.cli.output.OutputFormat;
import io.helyos.cli.output.Paint;
import io.helyos.cli.output.SafeText;
import io.helyos.cli.shell.Shell;
import java.io.PrintStream;
import java.util.Locale;

/// Says how the container came up or ended, what it wrote, and what is next.
final class RunReport {
  private final Shell shell;
  private final OutputFormat format;
  private final Paint paint;

  RunReport(Shell shell, OutputFormat format) {
    this.shell = shell;
    this.format = format;
    this.paint = Paint.ofErr(shell.terminal());
  }

  void print(RunResult result) {
    switch (format) {
      case JSON -> shell.out().println(Documents.pretty(result));
      case YAML -> shell.out().print(Documents.yaml(result));
      case NAME -> shell.out().println("deployment/" + result.project() + "/" + result.name());
      case TABLE, WIDE -> tell(result);
    }
  }

  private void tell(RunResult result) {
    var good = result.succeeded();
    var stream = good ? shell.out() : shell.err();
    var text = sign(good) + SafeText.line(sentence(result));
    stream.println((good ? text : paint.bad(text)) + change(result));
    // What the container wrote is what one ran it for.
    if (result.exitCode() != null) lines(shell.out(), result);
    shell.err().println(paint.dim("next: " + next(result)));
  }

  private static String sentence(RunResult result) {
    var in = String.format(Locale.ROOT, " in %.1f s", result.seconds());
    return switch (result.status()) {
      case "detached" -> result.name() + " was started";
      case "running" -> result.name() + " is running: " + result.pod() + in;
      case "completed" -> result.name() + " has ended with exit code 0" + in;
      case "failed" -> result.name() + " has failed: " + why(result);
      default -> result.name() + " is not running yet: " + why(result);
    };
  }

  private static String why(RunResult result) {
    var code = result.exitCode() == null ? "" : " (exit code " + result.exitCode() + ")";
    var text = result.reason() + code + " " + result.message();
    return text.isBlank() ? "its pod has not been started" : text.strip();
  }

  private static void lines(PrintStream out, RunResult result) {
    result.lastLines().forEach(line -> out.println(SafeText.line(line)));
  }

  private static String next(RunResult result) {
    var at = result.name() + " -p " + result.project();
    return result.status().equals("running") || result.status().equals("detached")
        ? "helyos logs %s    helyos rm %s".formatted(at, at)
        : "helyos describe pod %s    helyos rm %s".formatted(result.pod(), at);
  }

  private static String change(RunResult result) {
    return result.change().isEmpty() ? "" : " (change " + result.change() + ")";
  }

  private String sign(boolean good) {
    if (!shell.terminal().unicode()) return "";
    return good ? "\u2713 " : "\u2717 ";
  }
}
