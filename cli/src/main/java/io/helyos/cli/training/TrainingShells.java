package io.helyos.cli.training;

import io.helyos.cli.shell.GlobalOptions;
import io.helyos.cli.shell.Shell;
import io.helyos.cli.shell.Terminal;
import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;

/// Shells that print nowhere and talk to the made-up daemon.
final class TrainingShells implements AutoCloseable {
  private final InetSocketAddress server;
  private final Path home;
  private final String spec;
  private final PrintStream nowhere =
      new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);

  TrainingShells(InetSocketAddress server, Path home, String spec) {
    this.server = server;
    this.home = home;
    this.spec = spec;
  }

  Shell next() {
    return new Shell(
        Map.of("HELYOS_SERVER", "http://127.0.0.1:" + server.getPort()),
        home,
        home,
        new ByteArrayInputStream(spec.getBytes(StandardCharsets.UTF_8)),
        nowhere,
        nowhere,
        Terminal.of("", "", System.getenv()),
        InstantSource.system(),
        new GlobalOptions());
  }

  @Override
  public void close() {
    nowhere.close();
  }
}
