package io.helyos.cli.shell;

import java.util.List;

/// A command that cannot go on, with the exit code to end with and what to try instead.
public final class CommandFailed extends RuntimeException {
  private final int exitCode;
  // Exceptions are serializable by their type; these never need to be.
  private final transient List<String> hints;

  public CommandFailed(int exitCode, String sentence, String... hints) {
    super(sentence);
    this.exitCode = exitCode;
    this.hints = List.of(hints);
  }

  public static CommandFailed usage(String sentence, String... hints) {
    return new CommandFailed(ExitCode.INVALID, sentence, hints);
  }

  /// The message, which these exceptions always have.
  public String sentence() {
    var message = getMessage();
    return message == null ? "" : message;
  }

  public int exitCode() {
    return exitCode;
  }

  public List<String> hints() {
    return hints;
  }
}
