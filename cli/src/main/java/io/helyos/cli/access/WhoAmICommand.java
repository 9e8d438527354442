package io.helyos.cli.access;

import io.helyos.cli.output.Facts;
import io.helyos.cli.output.OutputFormat;
import io.helyos.cli.output.OutputOption;
import io.helyos.cli.shell.ExitCode;
import io.helyos.cli.shell.Shell;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Beside the token also the server, for a wrong answer is most often the answer of another
/// cluster.
@Command(
    name = "whoami",
    description = "Tell which token and server are in use.",
    footer = {"%nExamples:", "  helyos whoami"})
public final class WhoAmICommand implements Callable<Integer> {
  private final Shell shell;

  @Mixin OutputOption output = new OutputOption();

  public WhoAmICommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    var target = shell.target();
    var who = shell.client(target).whoAmI();
    if (output.format(shell) != OutputFormat.TABLE) {
      output.printer(shell).outcome(who, who.name());
      return ExitCode.DONE;
    }
    var facts =
        new Facts()
            .add("Name", who.name())
            .add("Scope", who.scope())
            .add("Server", target.endpoint().server())
            .some("Context", target.context().orElse(""))
            .add("Created", who.createdAt());
    if (who.expiresAt() != null) facts.add("Expires", who.expiresAt());
    if (who.lastUsedAt() != null) facts.add("Last used", who.lastUsedAt());
    facts.print(shell.out());
    return ExitCode.DONE;
  }
}
