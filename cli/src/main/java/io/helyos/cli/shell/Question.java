package io.helyos.cli.shell;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

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
    var said = line(question + " [y/N] ").orElse("").toLowerCase(Locale.ROOT);
    return said.equals("y") || said.equals("yes");
  }

  /// One line, absent at the end of the input. Nothing beyond the line is read: the next question
  /// has its own answer.
  public Optional<String> line(String prompt) {
    shell.err().print(prompt);
    shell.err().flush();
    try {
      var bytes = new ByteArrayOutputStream();
      var next = shell.in().read();
      if (next < 0) return Optional.empty();
      for (; next >= 0 && next != '\n'; next = shell.in().read()) bytes.write(next);
      return Optional.of(bytes.toString(StandardCharsets.UTF_8).strip());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
