package io.helyos.cli.shell;

import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/// The options that every command takes, before or after its name.
public final class GlobalOptions {
  @Option(
      names = "--server",
      paramLabel = "URL",
      scope = ScopeType.INHERIT,
      description =
          "Address of the daemon, or of several of a cluster with commas between (env HELYOS_SERVER).")
  Optional<String> server = Optional.empty();

  @Option(
      names = "--token",
      paramLabel = "SECRET",
      scope = ScopeType.INHERIT,
      description = "API token (better: env HELYOS_API_TOKEN).")
  Optional<String> token = Optional.empty();

  @Option(
      names = "--context",
      paramLabel = "CONTEXT",
      scope = ScopeType.INHERIT,
      description = "Cluster of the configuration to use (env HELYOS_CONTEXT).")
  Optional<String> context = Optional.empty();

  @Option(
      names = "--json",
      scope = ScopeType.INHERIT,
      description = "Print JSON, the same as -o json.")
  boolean json;

  public boolean json() {
    return json;
  }

  /// `-o json` asks for the same as `--json`, whatever becomes of the command.
  public void printJson() {
    json = true;
  }

  /// The address that was named on the command line.
  public Optional<String> server() {
    return server;
  }

  /// The token that was named on the command line.
  public Optional<String> token() {
    return token;
  }

  /// The context that was named on the command line.
  public Optional<String> context() {
    return context;
  }
}
