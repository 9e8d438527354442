package io.helyos.cli;

import io.helyos.cli.shell.GlobalOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/// The word before all others, with the options that all commands share.
@Command(
    name = "helyos",
    description = "Deploy, watch and scale containers.",
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "%nExamples:",
      "  helyos deploy app.yaml",
      "  helyos pods -w",
      "  helyos scale api 5 -p shop",
      "%nExit codes: 0 done, 1 failed, 2 wrong usage or spec, 3 not found, 4 conflict,",
      "5 not reachable or not allowed, 130 interrupted."
    })
final class HelyosCommand {
  @Mixin GlobalOptions options;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "Show this help.")
  boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Show the version.")
  boolean version;

  HelyosCommand(GlobalOptions options) {
    this.options = options;
  }
}
