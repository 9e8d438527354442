package io.helyos.cli.status;

import io.helyos.cli.output.Facts;
import io.helyos.cli.output.OutputOption;
import io.helyos.cli.shell.ExitCode;
import io.helyos.cli.shell.Shell;
import io.helyos.cli.shell.Version;
import io.helyos.client.failure.HelyosException;
import io.helyos.contract.resource.VersionResource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Without a daemon it still tells its own version and ends well, so that bug reports can have it.
@Command(
    name = "version",
    description = "Tell the versions of this command and of the daemon.",
    footer = {"%nExamples:", "  helyos version"})
public final class VersionCommand implements Callable<Integer> {
  private final Shell shell;

  @Mixin OutputOption output = new OutputOption();

  public VersionCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    var told = new LinkedHashMap<String, Object>(Map.of("client", Version.TEXT));
    var facts = new Facts().add("helyos", Version.TEXT);
    try {
      var daemon = shell.client().version();
      told.put("server", daemon);
      facts.add("helyosd", sentence(daemon));
    } catch (HelyosException e) {
      // The own version is an answer by itself, also where there is no daemon.
      facts.add("helyosd", e.sentence());
    }
    switch (output.format(shell)) {
      case TABLE, WIDE, NAME -> facts.print(shell.out());
      case JSON, YAML -> output.printer(shell).outcome(told, "");
    }
    return ExitCode.DONE;
  }

  private static String sentence(VersionResource daemon) {
    var engine = daemon.engine().isEmpty() ? "" : ", " + daemon.engine();
    var node = daemon.node().isEmpty() ? "" : ", node " + daemon.node();
    return daemon.version() + node + engine;
  }
}
