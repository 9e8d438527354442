package io.helyos.cli.output;

import io.helyos.cli.shell.CommandFailed;
import io.helyos.cli.shell.ExitCode;
import io.helyos.cli.shell.Shell;
import io.helyos.client.failure.FailureKind;
import io.helyos.client.failure.HelyosException;
import io.helyos.client.failure.RequestRefused;
import io.helyos.contract.problem.Fault;
import io.helyos.contract.problem.Problem;
import java.util.List;

/// Says what went wrong and what to try, on stderr; with `--json` also as a problem on stdout.
public final class FailureReport {
  private final Shell shell;
  private final Paint paint;

  public FailureReport(Shell shell) {
    this.shell = shell;
    this.paint = Paint.ofErr(shell.terminal());
  }

  /// The sentence, its details and hints.
  public void print(Exception failure) {
    switch (failure) {
      case CommandFailed failed -> print(failed.sentence(), List.of(), failed.hints());
      case RequestRefused refused ->
          print(refused.sentence(), refused.problem().errors(), hints(refused.kind()));
      case HelyosException broken -> print(broken.sentence(), List.of(), hints(broken.kind()));
      default -> unexpected(failure);
    }
  }

  /// The same for programs.
  public void json(Exception failure) {
    shell.out().println(Documents.pretty(problem(failure)));
  }

  /// A failure as the daemon would tell it, also if it never came to the daemon.
  public static Problem problem(Exception failure) {
    return switch (failure) {
      case RequestRefused refused -> refused.problem();
      case HelyosException broken -> problem(word(broken.kind()), broken.sentence());
      default -> problem("failed", String.valueOf(failure.getMessage()));
    };
  }

  public static int exitCode(Exception failure) {
    return switch (failure) {
      case CommandFailed failed -> failed.exitCode();
      case HelyosException broken -> ExitCode.of(broken.kind());
      default -> ExitCode.FAILED;
    };
  }

  private void print(String sentence, List<Fault> faults, List<String> hints) {
    shell.err().println(paint.bad("error:") + " " + SafeText.line(sentence));
    for (var fault : faults) {
      var place = fault.line() > 0 ? fault.line() + ":" + fault.column() + "  " : "";
      var path = fault.path().isEmpty() ? "" : fault.path() + ": ";
      shell.err().println("  " + SafeText.line(place + path + fault.detail()));
    }
    hints.forEach(hint -> shell.err().println("  " + SafeText.line(hint)));
  }

  private void unexpected(Exception failure) {
    print("Unexpected: " + failure, List.of(), List.of("see where it happened: HELYOS_DEBUG=1"));
    if (shell.environment().containsKey("HELYOS_DEBUG")) failure.printStackTrace(shell.err());
  }

  private static List<String> hints(FailureKind kind) {
    return switch (kind) {
      case UNREACHABLE ->
          List.of("is it running?    helyosd", "another context?  helyos context ls");
      case NOT_ALLOWED ->
          List.of("who am I?         helyos whoami", "another token?    helyos login SERVER");
      case FAILED, INVALID, NOT_FOUND, CONFLICT -> List.of();
    };
  }

  private static Problem problem(String code, String sentence) {
    return Problem.of(0, code, "The command failed", sentence);
  }

  private static String word(FailureKind kind) {
    return switch (kind) {
      case FAILED -> "failed";
      case INVALID -> "invalid";
      case NOT_FOUND -> "not-found";
      case CONFLICT -> "conflict";
      case NOT_ALLOWED -> "not-allowed";
      case UNREACHABLE -> "unreachable";
    };
  }
}
