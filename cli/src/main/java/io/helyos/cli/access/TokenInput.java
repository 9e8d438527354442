package io.helyos.cli.access;

import io.helyos.cli.shell.CommandFailed;
import io.helyos.cli.shell.Question;
import io.helyos.cli.shell.Shell;

/// Where a token comes from when nobody wrote it on the command line.
final class TokenInput {
  private TokenInput() {}

  static String piped(Shell shell) {
    var line = Question.of(shell).line("").orElse("");
    if (!line.isEmpty()) return line;
    throw CommandFailed.usage("Expected a token on the input, found nothing.");
  }

  /// Typed without being shown.
  static String asked(Shell shell) {
    var console = shell.terminal().in() ? System.console() : null;
    if (console == null) {
      throw CommandFailed.usage(
          "Expected a token, found none, and there is no terminal to ask on.",
          "pipe it in with --token-stdin, or set HELYOS_API_TOKEN");
    }
    var typed = console.readPassword("Token: ");
    if (typed != null && typed.length > 0) return new String(typed);
    throw CommandFailed.usage("Expected a token, found nothing.");
  }
}
