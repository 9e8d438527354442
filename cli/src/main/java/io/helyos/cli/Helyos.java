package io.helyos.cli;

import io.helyos.cli.shell.GlobalOptions;
import io.helyos.cli.shell.Shell;
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
    var out = stream(FileDescriptor.out);
    var shell =
        new Shell(
            environment,
            Path.of(System.getProperty("user.home")),
            Path.of(""),
            System.in,
            out,
            stream(FileDescriptor.err),
            Terminal.of(tty, size, environment),
            InstantSource.system(),
            new GlobalOptions());
    var code = run(shell, line);
    out.flush();
    shell.err().flush();
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
        .setOut(writer(shell.out()))
        .setErr(writer(shell.err()));
    return root.execute(line);
  }

  /// Names and messages are UTF-8 whatever the locale; buffered, for tables can be long.
  private static PrintStream stream(FileDescriptor descriptor) {
    return new PrintStream(
        new FileOutputStream(descriptor), descriptor == FileDescriptor.err, StandardCharsets.UTF_8);
  }

  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(stream, true, StandardCharsets.UTF_8);
  }
}
