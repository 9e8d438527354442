package io.helyos.cli.exec;

import io.helyos.cli.pod.PodName;
import io.helyos.cli.shell.CommandFailed;
import io.helyos.cli.shell.Shell;
import io.helyos.client.exec.ExecSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// A command in a pod. What it ends with is what this ends with.
@Command(
    name = "exec",
    description = {
      "Run a command in the container of a pod.",
      "Ends with the command's own exit code. Who ran what is kept in the pod's history."
    },
    footer = {
      "%nExamples:",
      "  helyos exec api-0 -p shop -- env",
      "  helyos exec helyos-shop-api-0 -it -- sh",
      "  helyos exec api-0 -u nobody -w /tmp -e LOG=debug -- ls -l",
      "  helyos exec api-0 -c proxy -- env"
    })
public final class ExecCommand implements Callable<Integer> {
  private final Shell shell;

  @Parameters(
      index = "0",
      paramLabel = "POD",
      description = "helyos-shop-api-0, or api-0 of the project.")
  String pod = "";

  @Parameters(
      index = "1..*",
      paramLabel = "CMD",
      description = "What to run, behind --: its words as they are.")
  List<String> words = new ArrayList<>();

  @Option(
      names = {"-p", "--project"},
      paramLabel = "PROJECT",
      description = "For the short name.")
  Optional<String> project = Optional.empty();

  @Option(
      names = {"-c", "--container"},
      paramLabel = "NAME",
      description = "In this container of a pod of several; its own is the default.")
  Optional<String> container = Optional.empty();

  @Option(
      names = {"-i", "--stdin"},
      description = "Give it what comes on standard input.")
  boolean stdin;

  @Option(
      names = {"-t", "--tty"},
      description = "Give it this terminal; Ctrl-C is then the command's.")
  boolean tty;

  @Option(
      names = {"-u", "--user"},
      paramLabel = "USER",
      description = "Run it as this user of the container.")
  Optional<String> user = Optional.empty();

  @Option(
      names = {"-w", "--workdir"},
      paramLabel = "DIR",
      description = "Run it in this directory of the container.")
  Optional<String> workdir = Optional.empty();

  @Option(
      names = {"-e", "--env"},
      paramLabel = "NAME=VALUE",
      description = "One more variable. May be repeated.")
  List<String> env = new ArrayList<>();

  public ExecCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    if (words.isEmpty()) {
      throw CommandFailed.usage(
          "Expected a command to run behind --, found none.", "helyos exec " + pod + " -it -- sh");
    }
    if (tty && !(shell.terminal().in() && shell.terminal().out())) {
      throw CommandFailed.usage(
          "Expected -t on a terminal, found a pipe or a file on standard input or output.",
          "leave -t out; -i alone passes standard input on");
    }
    var client = shell.client();
    var name = new PodName(pod, project).find(shell, client);
    var wanted =
        new ExecSpec(
            words, stdin, tty, user, workdir, List.copyOf(env), Optional.empty(), container);
    return tty
        ? Talking.onTerminal(shell, client, name, wanted)
        : Talking.on(shell, client, name, wanted);
  }
}
