package io.helyos.cli.shell;

import io.helyos.client.HelyosClient;
import io.helyos.client.config.ConfigFile;
import io.helyos.client.config.MarkFile;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/// All that a command sees of the world.
///
/// @param out data
/// @param err talk: progress, hints, warnings, questions
/// @param directory that relative paths start from
public record Shell(
    Map<String, String> environment,
    Path home,
    Path directory,
    InputStream in,
    PrintStream out,
    PrintStream err,
    Terminal terminal,
    InstantSource clock,
    GlobalOptions options) {
  /// The project of whoever never named one.
  public static final String DEFAULT_PROJECT = "default";

  public ConfigFile configFile() {
    return ConfigFile.of(environment, home);
  }

  public Target target() {
    var file = configFile();
    var target = Target.of(options, environment, file.load());
    warn(target, file);
    return target;
  }

  public HelyosClient client() {
    return client(target());
  }

  public HelyosClient client(Target target) {
    var endpoint = target.endpoint().withAgent("helyos-cli/" + Version.TEXT);
    return new HelyosClient(endpoint, MarkFile.of(configFile(), endpoint.server()));
  }

  /// The project that a command is about: named, or the context's, or the default one.
  public String project(Optional<String> named) {
    return named.or(() -> target().project()).orElse(DEFAULT_PROJECT);
  }

  /// A file that was named on the command line.
  public Path path(String name) {
    return directory.resolve(name);
  }

  private void warn(Target target, ConfigFile file) {
    var endpoint = target.endpoint();
    if (endpoint.token().isPresent() && !endpoint.isEncrypted() && !endpoint.isLoopback()) {
      err.println("warning: the token goes over plain http to " + endpoint.server() + ".");
    }
    if (options.token.isPresent() && terminal.err()) {
      err.println(
          "warning: --token shows the secret in the process list and in your history;"
              + " use HELYOS_API_TOKEN or helyos login.");
    }
    if (file.isExposed()) {
      err.println("warning: others can read " + file.path() + "; run: chmod 600 " + file.path());
    }
  }
}
