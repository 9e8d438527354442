package io.helyos.cli.exec;

import io.helyos.cli.shell.CommandFailed;
import io.helyos.cli.shell.ExitCode;
import io.helyos.client.exec.ExecSpec;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// The mode of the person's terminal. `stty` sets it, as every system with terminals has it: no
/// library has to be loaded for that, least of all one with native code.
final class TerminalMode implements AutoCloseable {
  private final String before;
  private final Thread atTheEnd;

  private TerminalMode(String before) {
    this.before = before;
    this.atTheEnd = Thread.ofPlatform().unstarted(this::restore);
  }

  /// Every key goes to the command as it is pressed, Ctrl-C too, and nothing is echoed here.
  /// Closing brings back what was, and so does the end of the process.
  static TerminalMode raw() {
    var mode = new TerminalMode(stty("-g").orElseThrow(TerminalMode::unusable));
    Runtime.getRuntime().addShutdownHook(mode.atTheEnd);
    if (stty("raw", "-echo").isEmpty()) {
      mode.close();
      throw unusable();
    }
    return mode;
  }

  /// How large the terminal is, if that can be told.
  static Optional<ExecSpec.Size> size() {
    return stty("size")
        .map(text -> text.split(" ", 2))
        .filter(numbers -> numbers.length == 2)
        .map(numbers -> new ExecSpec.Size(number(numbers[1]), number(numbers[0])))
        .filter(size -> size.columns() > 0 && size.rows() > 0);
  }

  private static int number(String text) {
    return text.matches("[0-9]{1,4}") ? Integer.parseInt(text) : 0;
  }

  private static CommandFailed unusable() {
    return new CommandFailed(
        ExitCode.FAILED,
        "Expected a terminal that stty can set, found one that it cannot.",
        "leave -t out; -i alone passes standard input on");
  }

  /// What it printed; nothing when it failed.
  private static Optional<String> stty(String... words) {
    var command = new String[words.length + 1];
    command[0] = "stty";
    System.arraycopy(words, 0, command, 1, words.length);
    try {
      var process =
          new ProcessBuilder(command)
              .redirectInput(Redirect.INHERIT)
              .redirectError(Redirect.DISCARD)
              .start();
      var printed =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
      return process.waitFor() == 0 ? Optional.of(printed) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private void restore() {
    var _ = stty(before);
  }

  @Override
  public void close() {
    restore();
    try {
      Runtime.getRuntime().removeShutdownHook(atTheEnd);
    } catch (IllegalStateException e) {
      // The end has begun, and does the same once more.
    }
  }
}
