package io.helyos.cli.access;

import io.helyos.cli.shell.CommandFailed;
import io.helyos.cli.shell.ExitCode;
import io.helyos.cli.shell.Shell;
import io.helyos.client.config.Config;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// What was checked once, the server's authority, stays: forgetting it would make the next login
/// trust blindly.
@Command(
    name = "logout",
    description = "Forget a context's token; its server and authority stay.",
    footer = {"%nExamples:", "  helyos logout", "  helyos logout staging"})
public final class LogoutCommand implements Callable<Integer> {
  private final Shell shell;

  @Parameters(arity = "0..1", paramLabel = "CONTEXT", description = "The current one if left out.")
  Optional<String> name = Optional.empty();

  public LogoutCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    var file = shell.configFile();
    var named =
        name.or(shell.options()::context).or(() -> file.load().effective()).orElseThrow(this::none);
    file.update(config -> without(config, named));
    shell.out().println("Logged out of " + named + ".");
    return ExitCode.DONE;
  }

  private Config without(Config config, String named) {
    var context = config.context(named).orElseThrow(this::none);
    return config.with(named, context.withToken(Optional.empty(), Optional.empty()));
  }

  private CommandFailed none() {
    return CommandFailed.usage(
        "Expected one of your contexts, found none of that name.",
        "see them all: helyos context ls");
  }
}
