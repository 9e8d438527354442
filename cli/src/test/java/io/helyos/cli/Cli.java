package io.helyos.cli;

import io.helyos.cli.shell.GlobalOptions;
import io.helyos.cli.shell.Shell;
import io.helyos.cli.shell.Terminal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/// One person at one machine, typing commands.
final class Cli {
  /// What a command left behind.
  record Ran(int code, String out, String err) {}

  private final Path home;
  private final Map<String, String> environment = new HashMap<>();
  private Terminal terminal = Terminal.NONE;
  private String typed = "";

  Cli(Path home) {
    this.home = home;
  }

  static Cli with(Path home, StubDaemon daemon) {
    return new Cli(home).env("HELYOS_SERVER", daemon.url());
  }

  Cli env(String name, String value) {
    environment.put(name, value);
    return this;
  }

  Cli on(Terminal other) {
    terminal = other;
    return this;
  }

  Cli typing(String text) {
    typed = text;
    return this;
  }

  Cli file(String name, String text) {
    try {
      Files.writeString(home.resolve(name), text);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Ran run(String... line) {
    var out = new ByteArrayOutputStream();
    return runInto(out, out, line);
  }

  /// @param kept what was written to `to`
  Ran runInto(OutputStream to, ByteArrayOutputStream kept, String... line) {
    var err = new ByteArrayOutputStream();
    var shell =
        new Shell(
            environment,
            home,
            home,
            new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)),
            new PrintStream(to, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            terminal,
            InstantSource.fixed(Samples.NOW),
            new GlobalOptions());
    var code = Helyos.run(shell, line);
    return new Ran(
        code, kept.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
