package io.helyos.cli;

import io.helyos.cli.shell.GlobalOptions;
import io.helyos.cli.shell.Shell;
import io.helyos.cli.shell.Terminal;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import picocli.CommandLine;

/// All commands with their parser, and nothing behind them.
public final class CommandTree {
  private CommandTree() {}

  public static CommandLine whole() {
    var nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    var shell =
        new Shell(
            Map.of(),
            Path.of("."),
            Path.of("."),
            InputStream.nullInputStream(),
            nowhere,
            nowhere,
            Terminal.NONE,
            InstantSource.system(),
            new GlobalOptions());
    var root = new CommandLine(new HelyosCommand(shell.options()));
    new Commands(shell).addTo(root, new String[0]);
    return root.setCaseInsensitiveEnumValuesAllowed(true);
  }
}
