package io.helyos.cli.draft;

import io.helyos.cli.deployment.Replicas;
import io.helyos.cli.shell.CommandFailed;
import io.helyos.cli.shell.ExitCode;
import io.helyos.cli.shell.Question;
import io.helyos.cli.shell.Shell;
import io.helyos.contract.spec.text.DnsLabel;
import io.helyos.contract.spec.text.ImageReference;
import io.helyos.contract.spec.text.Parsed;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Writes a file that deploys as it is, and never over one that exists.
@Command(
    name = "init",
    description = "Write a first spec to NAME/app.yaml.",
    footer = {"%nExamples:", "  helyos init api --image ghcr.io/company/api:1.0", "  helyos init"})
public final class InitCommand implements Callable<Integer> {
  private static final String SOME_IMAGE = "nginx:alpine";

  private final Shell shell;

  @Parameters(
      arity = "0..1",
      paramLabel = "NAME",
      description = "Of the deployment; asked for if left out.")
  Optional<String> name = Optional.empty();

  @Option(names = "--image", paramLabel = "IMAGE", description = "What to run.")
  Optional<String> image = Optional.empty();

  @Option(
      names = "--replicas",
      paramLabel = "N",
      converter = Replicas.class,
      description = "How many pods.")
  int replicas = 1;

  @Option(
      names = {"-p", "--project"},
      paramLabel = "PROJECT",
      description = "Its project.")
  Optional<String> project = Optional.empty();

  public InitCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    var given = name.orElseGet(this::askedName);
    var chosen = image.orElseGet(() -> name.isPresent() ? SOME_IMAGE : askedImage());
    var draft = Drafts.checked(shell.project(project), given, chosen, replicas, List.of());
    var file = shell.path(given).resolve("app.yaml");
    if (Files.exists(file)) {
      throw new CommandFailed(
          ExitCode.CONFLICT,
          "Expected no " + file + " yet, found one. Nothing was written.",
          "choose another name, or remove it first");
    }
    try {
      Files.createDirectories(shell.path(given));
      Files.write(file, draft.file().bytes());
    } catch (IOException e) {
      throw CommandFailed.usage("Expected to write " + file + ", found: " + e.getMessage() + ".");
    }
    shell.out().println("Wrote " + given + "/app.yaml.");
    shell.err().println("next: helyos deploy " + given + "/app.yaml");
    return ExitCode.DONE;
  }

  private String askedName() {
    if (!shell.terminal().in()) {
      throw CommandFailed.usage("Expected a name, found none, and there is no terminal to ask on.");
    }
    return asked("Name of the deployment: ", "", DnsLabel::parse);
  }

  private String askedImage() {
    return asked("Image [" + SOME_IMAGE + "]: ", SOME_IMAGE, ImageReference::parse);
  }

  /// Asks until the answer is a good one. Where the input ends, only what is usual can be taken.
  private String asked(String question, String usual, Function<String, Parsed<?>> check) {
    while (true) {
      var said = Question.of(shell).line(question);
      if (said.isEmpty() && usual.isEmpty()) {
        throw CommandFailed.usage("Expected an answer, found the end of the input.");
      }
      var answer = said.filter(it -> !it.isEmpty()).orElse(usual);
      switch (check.apply(answer)) {
        case Parsed.Value<?> _ -> {
          return answer;
        }
        case Parsed.Refused<?>(_, var reason, _) -> shell.err().println("  " + reason);
      }
    }
  }
}
