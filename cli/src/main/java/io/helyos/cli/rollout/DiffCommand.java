package io.helyos.cli.rollout;

import io.helyos.cli.deploy.FileDiff;
import io.helyos.cli.deploy.TemplateDiff;
import io.helyos.cli.deployment.DeploymentName;
import io.helyos.cli.output.SafeText;
import io.helyos.cli.shell.CommandFailed;
import io.helyos.cli.shell.ExitCode;
import io.helyos.cli.shell.Shell;
import io.helyos.contract.resource.RevisionResource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Two revisions, or a file and what runs.
@Command(
    name = "diff",
    description = "Tell in what two revisions differ, or a file and what runs.",
    footer = {
      "%nExamples:",
      "  helyos diff shop/api",
      "  helyos diff api -p shop --from 1 --to 3",
      "  helyos diff --file app.yaml --exit-code"
    })
public final class DiffCommand implements Callable<Integer> {
  private final Shell shell;

  @Parameters(
      arity = "0..1",
      paramLabel = "DEPLOYMENT",
      description = "api, shop/api or deployment/shop/api.")
  Optional<String> deployment = Optional.empty();

  @Option(
      names = {"-p", "--project"},
      paramLabel = "PROJECT",
      description = "Its project, unless the name says it.")
  Optional<String> project = Optional.empty();

  @Option(
      names = "--from",
      paramLabel = "REVISION",
      description = "Default: the one before the other.")
  Optional<Long> from = Optional.empty();

  @Option(names = "--to", paramLabel = "REVISION", description = "Default: the one that is wanted.")
  Optional<Long> to = Optional.empty();

  @Option(
      names = {"-f", "--file"},
      paramLabel = "FILE",
      description = "A spec, to compare with what runs; - is the input.")
  Optional<String> file = Optional.empty();

  @Option(names = "--exit-code", description = "End with 1 when there is a difference.")
  boolean exitCode;

  public DiffCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    var lines = file.map(this::ofFile).orElseGet(this::ofRevisions);
    if (lines.isEmpty()) return ExitCode.INVALID;
    lines.get().forEach(line -> shell.out().println(SafeText.line(line)));
    if (lines.get().isEmpty()) shell.err().println("No difference.");
    return exitCode && !lines.get().isEmpty() ? ExitCode.FAILED : ExitCode.DONE;
  }

  private Optional<List<String>> ofFile(String origin) {
    return new FileDiff(shell).of(origin);
  }

  private Optional<List<String>> ofRevisions() {
    var written =
        deployment.orElseThrow(() ->
            CommandFailed.usage(
                "Expected a deployment or --file FILE, found neither.",
                "for example: helyos diff shop/api"));
    DeploymentName.Full name = DeploymentName.full(written, project, shell);
    var all = shell.client().revisions(name.project(), name.name());
    var second = to.map(number -> find(all, number)).orElseGet(() -> current(all));
    var first =
        from.map(number -> find(all, number))
            .or(() ->
                all.stream()
                    .filter(it -> it.revision() < second.revision())
                    .reduce((_, later) -> later));
    return Optional.of(
        first.map(it -> TemplateDiff.between(it.template(), second.template())).orElse(List.of()));
  }

  private static RevisionResource current(List<RevisionResource> all) {
    return all.stream().filter(RevisionResource::current).findFirst().orElse(all.getLast());
  }

  private static RevisionResource find(List<RevisionResource> all, long number) {
    return all.stream()
        .filter(it -> it.revision() == number)
        .findFirst()
        .orElseThrow(() ->
            new CommandFailed(
                ExitCode.NOT_FOUND,
                "There is no revision %d. `helyos rollout history` shows those that are."
                    .formatted(number)));
  }
}
