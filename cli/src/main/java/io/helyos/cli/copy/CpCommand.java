package io.helyos.cli.copy;

import io.helyos.cli.output.Amounts;
import io.helyos.cli.output.SafeText;
import io.helyos.cli.pod.PodName;
import io.helyos.cli.shell.CommandFailed;
import io.helyos.cli.shell.ExitCode;
import io.helyos.cli.shell.Shell;
import io.helyos.client.files.PodFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Files between a pod and this machine.
@Command(
    name = "cp",
    description = {
      "Copy files out of a pod or into it.",
      "One end is POD:/path, the other a file or a directory here, or - for a tar archive on",
      "standard input or output. Who copied what is kept in the pod's history."
    },
    footer = {
      "%nExamples:",
      "  helyos cp api-0:/var/log/app.log . -p shop",
      "  helyos cp ./site api-0:/srv -p shop",
      "  helyos cp helyos-shop-api-0:/srv/data - > data.tar",
      "  helyos cp cert.pem api-0:/etc/proxy/ -c proxy"
    })
public final class CpCommand implements Callable<Integer> {
  private final Shell shell;

  @Parameters(index = "0", paramLabel = "SOURCE", description = "POD:/path, a path here, or -.")
  String from = "";

  @Parameters(index = "1", paramLabel = "TARGET", description = "The same, at the other end.")
  String to = "";

  @Option(
      names = {"-p", "--project"},
      paramLabel = "PROJECT",
      description = "For the short name of a pod.")
  Optional<String> project = Optional.empty();

  @Option(
      names = {"-c", "--container"},
      paramLabel = "NAME",
      description = "Of this container of a pod of several; its own is the default.")
  Optional<String> container = Optional.empty();

  public CpCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    var source = CopyPlace.of(from);
    var target = CopyPlace.of(to);
    if (source.isInPod() == target.isInPod()) {
      throw CommandFailed.usage(
          "Expected POD:/path at one end and a path here at the other, found %s."
              .formatted(source.isInPod() ? "two pods" : "no pod"),
          "helyos cp api-0:/srv/data .",
          "helyos cp ./data api-0:/srv");
    }
    try {
      if (source.isInPod()) download(source, target);
      else new Upload(shell, files(target), source, target).run();
      return ExitCode.DONE;
    } catch (IOException e) {
      throw broken(e);
    } catch (UncheckedIOException e) {
      throw broken(new IOException(e.getMessage(), e.getCause()));
    }
  }

  private PodFiles files(CopyPlace place) {
    var client = shell.client();
    var name = new PodName(place.pod().orElseThrow(), project).find(shell, client);
    return client.files(name, container);
  }

  private void download(CopyPlace source, CopyPlace target) throws IOException {
    if (target.isStandard() && shell.terminal().out()) {
      throw CommandFailed.usage(
          "Expected standard output to be a file or a pipe, found a terminal, which an archive would garble.",
          "helyos cp " + from + " - > files.tar");
    }
    if (!target.isStandard()) {
      var unpacking = Unpacking.into(shell, source, target);
      try (var archive = files(source).read(source.path())) {
        unpacking.run(archive);
      }
      say(shell, unpacking.tally());
      return;
    }
    try (var archive = files(source).read(source.path())) {
      archive.transferTo(shell.out());
    }
  }

  static void say(Shell shell, Tally tally) {
    shell
        .out()
        .println(
            "copied %d file%s, %s"
                .formatted(
                    tally.files(), tally.files() == 1 ? "" : "s", Amounts.bytes(tally.bytes())));
  }

  static void warn(Shell shell, String sentence) {
    shell.err().println("warning: " + SafeText.line(sentence));
  }

  private static CommandFailed broken(IOException failure) {
    return new CommandFailed(
        ExitCode.FAILED,
        "The copying broke off: " + FileWords.of(failure) + ". What was copied before stays.");
  }
}
