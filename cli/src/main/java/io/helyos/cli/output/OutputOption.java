package io.helyos.cli.output;

import io.helyos.cli.shell.Shell;
import picocli.CommandLine.Option;

/// `-o`, for commands that print resources.
public final class OutputOption {
  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORMAT",
      description = "table, wide, json, yaml or name.")
  OutputFormat format = OutputFormat.TABLE;

  /// `--json` is the older spelling of `-o json`.
  public OutputFormat format(Shell shell) {
    return shell.options().json() ? OutputFormat.JSON : format;
  }

  /// For output that stays: tables, documents or names.
  public Output printer(Shell shell) {
    return new Output(shell, format(shell));
  }
}
