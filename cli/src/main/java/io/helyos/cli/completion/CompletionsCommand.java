package io.helyos.cli.completion;

import io.helyos.cli.shell.CommandFailed;
import io.helyos.cli.shell.ExitCode;
import io.helyos.cli.shell.Shell;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// The scripts know nothing but how to ask: they stay right when commands change.
@Command(
    name = "completions",
    aliases = "completion",
    description = "Print the completion script of a shell.",
    footer = {
      "%nExamples:",
      "  source <(helyos completions bash)",
      "  helyos completions zsh > ~/.zfunc/_helyos",
      "  helyos completions fish > ~/.config/fish/completions/helyos.fish"
    })
public final class CompletionsCommand implements Callable<Integer> {
  private static final List<String> SHELLS = List.of("bash", "zsh", "fish");

  private final Shell shell;

  @Parameters(paramLabel = "SHELL", description = "bash, zsh or fish.")
  String name = "";

  public CompletionsCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    if (!SHELLS.contains(name)) {
      throw CommandFailed.usage("Expected bash, zsh or fish, found \"" + name + "\".");
    }
    try (var script = CompletionsCommand.class.getResourceAsStream(name + ".txt")) {
      if (script == null) throw new IllegalStateException("The script for " + name + " is missing");
      shell.out().print(new String(script.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return ExitCode.DONE;
  }
}
