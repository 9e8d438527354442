package io.helyos.cli;

import io.helyos.cli.output.OutputOption;
import io.helyos.cli.shell.GlobalOptions;
import io.helyos.cli.shell.Shell;
import io.helyos.cli.shell.StandardOut;
import io.helyos.cli.shell.Terminal;
import io.helyos.cli.shell.Version;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import picocli.CommandLine;

/// Where `helyos` begins and ends.
public final class Helyos {
  private Helyos() {}

  /// The process.
  public static void main(String[] line) {
    var environment = System.getenv();
    var tty = System.getProperty("helyos.tty", "");
    var size = System.getProperty("helyos.size", "");
    // Names and messages are UTF-8 whatever the locale.
    var stdout = new StandardOut(new FileOutputStream(FileDescriptor.out));
    var out = new PrintStream(stdout, false, StandardCharsets.UTF_8);
    var err =
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
    var shell =
        new Shell(
            environment,
            Path.of(System.getProperty("user.home")),
            Path.of(""),
            System.in,
            out,
            err,
            Terminal.of(tty, size, environment),
            InstantSource.system(),
            new GlobalOptions());
    var code = run(shell, line);
    out.flush();
    code = stdout.exitCode(code, err);
    err.flush();
    System.exit(code);
  }

  /// One command, from its words to its exit code.
  public static int run(Shell shell, String... line) {
    var root = new CommandLine(new HelyosCommand(shell.options()));
    root.getCommandSpec().version("helyos " + Version.TEXT);
    new Commands(shell).addTo(root, line);
    var failures = new Failures(shell);
    root.setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler(failures)
        .setExecutionExceptionHandler(failures)
        .setExecutionStrategy(parsed -> {
          if (OutputOption.wantsJson(parsed)) shell.options().printJson();
          return new CommandLine.RunLast().execute(parsed);
        })
        .setOut(writer(shell.out()))
        .setErr(writer(shell.err()));
    return root.execute(line);
  }

  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(stream, true, StandardCharsets.UTF_8);
  }
}
