package io.helyos.cli;

import io.helyos.cli.completion.LiveNames;
import io.helyos.cli.output.FailureReport;
import io.helyos.cli.output.Nearest;
import io.helyos.cli.shell.ExitCode;
import io.helyos.cli.shell.Shell;
import io.helyos.client.failure.FailureKind;
import io.helyos.client.failure.RequestRefused;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/// What becomes of an exception: a sentence on stderr and an exit code.
final class Failures implements IParameterExceptionHandler, IExecutionExceptionHandler {
  private static final Pattern CHOICE =
      Pattern.compile("expected one of \\[(.*)] \\(case-insensitive\\) but was '(.*)'");

  private final Shell shell;

  Failures(Shell shell) {
    this.shell = shell;
  }

  @Override
  public int handleParseException(ParameterException failure, String[] line) {
    var command = failure.getCommandLine();
    if (line.length == 0) {
      command.usage(shell.err());
      return ExitCode.INVALID;
    }
    shell.err().println("error: " + sentence(failure));
    if (failure instanceof UnmatchedArgumentException unmatched) {
      meant(unmatched).ifPresent(it -> shell.err().println("  did you mean \"" + it + "\"?"));
    }
    if (hasOnlyCommands(command) && !(failure instanceof UnmatchedArgumentException)) {
      command.usage(shell.err());
    } else {
      shell.err().println("  see: " + command.getCommandSpec().qualifiedName() + " --help");
    }
    return ExitCode.INVALID;
  }

  @Override
  public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
    var report = new FailureReport(shell);
    report.print(failure);
    if (failure instanceof RequestRefused refused && refused.kind() == FailureKind.NOT_FOUND) {
      // The daemon knows its names too and may have said it already.
      existing(parsed)
          .filter(_ -> !refused.sentence().contains("Did you mean"))
          .ifPresent(it -> shell.err().println("  did you mean \"" + it + "\"?"));
    }
    if (shell.options().json()) report.json(failure);
    return FailureReport.exitCode(failure);
  }

  /// The name that exists and looks most like the one that does not.
  private Optional<String> existing(ParseResult parsed) {
    var words = parsed.asCommandLineList().getLast().getParseResult();
    if (words.matchedPositionals().isEmpty()) return Optional.empty();
    var argument = words.matchedPositionals().getFirst();
    var written = argument.stringValues().getFirst();
    var project = words.matchedOptionValue("--project", Optional.<String>empty());
    var given = project.map(it -> Map.of("--project", it)).orElse(Map.of());
    var names = new LiveNames(shell, given).of(argument.paramLabel()).toList();
    return Nearest.of(written, names).filter(it -> !it.equals(written));
  }

  private static boolean hasOnlyCommands(CommandLine command) {
    return command.getCommandSpec().userObject() instanceof Group;
  }

  /// The library shouts the words of a choice, and tells places where a word would do.
  private static String sentence(ParameterException failure) {
    if (failure instanceof UnmatchedArgumentException unmatched) {
      var written = unmatched.getUnmatched().getFirst();
      var commands = unmatched.getCommandLine().getCommandSpec().subcommands().keySet();
      if (!written.startsWith("-")) {
        var expected = commands.isEmpty() ? "no further word" : "a command";
        return "Expected " + expected + ", found \"" + written + "\".";
      }
    }
    var choice = CHOICE.matcher(String.valueOf(failure.getMessage()));
    return choice.replaceFirst(it ->
        Matcher.quoteReplacement(
            "expected one of %s, found \"%s\""
                .formatted(it.group(1).toLowerCase(Locale.ROOT), it.group(2))));
  }

  private static Optional<String> meant(UnmatchedArgumentException failure) {
    var written = failure.getUnmatched().getFirst();
    var spec = failure.getCommandLine().getCommandSpec();
    return written.startsWith("-")
        ? Nearest.of(written, spec.optionsMap().keySet())
        : Nearest.of(written, spec.subcommands().keySet());
  }
}
