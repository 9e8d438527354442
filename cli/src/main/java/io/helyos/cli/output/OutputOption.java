package io.helyos.cli.output;

import io.helyos.cli.shell.Shell;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;

/// `-o`, for commands that print resources.
public final class OutputOption {
  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORMAT",
      description = "table, wide, json, yaml or name.")
  OutputFormat format = OutputFormat.TABLE;

  /// Whether the command that was typed is asked for JSON. What goes wrong is then told in JSON
  /// too, and that is not the business of the command alone.
  public static boolean wantsJson(ParseResult parsed) {
    var command = parsed.asCommandLineList().getLast().getParseResult();
    return command.matchedOptionValue("--output", OutputFormat.TABLE) == OutputFormat.JSON;
  }

  /// `--json` is the older spelling of `-o json`.
  public OutputFormat format(Shell shell) {
    return shell.options().json() ? OutputFormat.JSON : format;
  }

  /// For output that stays: tables, documents or names.
  public Output printer(Shell shell) {
    return new Output(shell, format(shell));
  }
}
