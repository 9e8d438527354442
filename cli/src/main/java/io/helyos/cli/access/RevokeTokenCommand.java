package io.helyos.cli.access;

import io.helyos.cli.shell.ExitCode;
import io.helyos.cli.shell.Shell;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Takes effect with the daemon's answer; no question is asked, for haste may be the point.
@Command(
    name = "revoke",
    description = "Make a token worthless.",
    footer = {"%nExamples:", "  helyos auth token revoke ci"})
public final class RevokeTokenCommand implements Callable<Integer> {
  private final Shell shell;

  @Parameters(paramLabel = "TOKEN", description = "Its name.")
  String name = "";

  public RevokeTokenCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    shell.client().tokens().revoke(name);
    shell.out().println("Revoked the token " + name + ".");
    return ExitCode.DONE;
  }
}
