package io.helyos.cli.shell;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// Asks the person, and only a person: without a terminal there is nobody to ask.
public final class Question {
  private final Shell shell;

  private Question(Shell shell) {
    this.shell = shell;
  }

  public static Question of(Shell shell) {
    return new Question(shell);
  }

  /// Only `y` and `yes` are a yes.
  public boolean agreed(String question) {
    if (!shell.terminal().in()) {
      throw CommandFailed.usage(
          "Expected -y, or a terminal to ask on, found neither. Nothing was changed.",
          "add -y to do it without a question");
    }
    var said = answer(question + " [y/N] ").toLowerCase(Locale.ROOT);
    return said.equals("y") || said.equals("yes");
  }

  /// One line, empty at the end of the input.
  public String answer(String prompt) {
    shell.err().print(prompt);
    shell.err().flush();
    try {
      var line =
          new BufferedReader(new InputStreamReader(shell.in(), StandardCharsets.UTF_8)).readLine();
      return line == null ? "" : line.strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
