package io.helyos.cli.watch;

import io.helyos.cli.output.AtOption;
import io.helyos.cli.output.OutputOption;
import io.helyos.cli.output.View;
import io.helyos.cli.shell.CommandFailed;
import io.helyos.cli.shell.ExitCode;
import io.helyos.cli.shell.Shell;
import io.helyos.client.HelyosClient;
import io.helyos.client.stream.EventQuery;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// A command that prints a list of resources, once or with all changes.
public abstract class ListCommand<T> implements Callable<Integer> {
  private final Shell shell;

  @Mixin OutputOption output = new OutputOption();

  @Mixin AtOption at = new AtOption();

  @Option(
      names = {"-w", "--watch"},
      description = "Go on with each change.")
  boolean watch;

  protected ListCommand(Shell shell) {
    this.shell = shell;
  }

  protected abstract View<T> view(Shell shell);

  protected abstract List<T> list(HelyosClient client);

  /// The events that may change the list.
  protected abstract EventQuery events();

  @Override
  public final Integer call() throws InterruptedException {
    var client = shell.client();
    if (watch && at.isGiven()) {
      throw CommandFailed.usage("Expected --watch or --at, found both: what was does not change.");
    }
    if (!watch) {
      output.printer(shell).list(view(shell), list(at.on(client)));
      return ExitCode.DONE;
    }
    // The stream first: what happens between it and the list is then seen.
    try (var stream = client.events(events())) {
      var watcher = new Watcher<>(shell, view(shell), output.format(shell));
      return watcher.run(stream, () -> list(client));
    }
  }
}
