package io.helyos.cli.context;

import io.helyos.cli.shell.CommandFailed;
import io.helyos.cli.shell.ExitCode;
import io.helyos.cli.shell.Shell;
import io.helyos.client.config.Context;
import io.helyos.client.http.Endpoint;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Changes what is named and keeps the rest, a token among it.
@Command(
    name = "set",
    description = "Make a context, or change its server or project.",
    footer = {"%nExamples:", "  helyos context set local --project shop"})
public final class SetContextCommand implements Callable<Integer> {
  private final Shell shell;

  @Parameters(paramLabel = "NAME", description = "Its name.")
  String name = "";

  @Option(
      names = "--project",
      paramLabel = "PROJECT",
      description = "Taken when a command names none.")
  Optional<String> project = Optional.empty();

  public SetContextCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    // --server is one of the options that all commands share; here it is what to store.
    shell.configFile().update(config -> config.with(name, changed(config.context(name))));
    shell.out().println("Set the context " + name + ".");
    return ExitCode.DONE;
  }

  private Context changed(Optional<Context> before) {
    var server = shell.options().server();
    if (server.isEmpty() && project.isEmpty()) {
      throw CommandFailed.usage("Expected --server or --project, found neither.");
    }
    server.ifPresent(Endpoint::of);
    var context =
        before.or(() -> server.map(Context::of)).orElseThrow(() -> Contexts.serverless(name));
    var moved = server.map(context::withServer).orElse(context);
    return project.isPresent() ? moved.withProject(project) : moved;
  }
}
