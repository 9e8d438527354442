package io.helyos.cli.rollout;

import io.helyos.cli.deploy.FileDiff;
import io.helyos.cli.history.TimeDiff;
import io.helyos.cli.output.FieldLines;
import io.helyos.cli.output.OutputFormat;
import io.helyos.cli.output.OutputOption;
import io.helyos.cli.shell.CommandFailed;
import io.helyos.cli.shell.ExitCode;
import io.helyos.cli.shell.Shell;
import io.helyos.contract.resource.FieldChange;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Two revisions, a file and what runs, or the cluster at two times.
@Command(
    name = "diff",
    description = "Tell in what two revisions differ, a file and what runs, or two times.",
    footer = {
      "%nExamples:",
      "  helyos diff shop/api",
      "  helyos diff api -p shop --from 1 --to 3",
      "  helyos diff --file app.yaml --exit-code",
      "  helyos diff --from 2h --to 1h -p shop",
      "  helyos diff shop/api --from 2026-01-31T12:00:00Z"
    })
public final class DiffCommand implements Callable<Integer> {
  private static final Pattern REVISION = Pattern.compile("\\d{1,9}");

  private final Shell shell;

  @Parameters(
      arity = "0..1",
      paramLabel = "DEPLOYMENT",
      description = "api, shop/api or deployment/shop/api.")
  Optional<String> deployment = Optional.empty();

  @Option(
      names = {"-p", "--project"},
      paramLabel = "PROJECT",
      description = "Its project, unless the name says it; only this one's things of two times.")
  Optional<String> project = Optional.empty();

  @Option(
      names = "--from",
      paramLabel = "REVISION|TIME",
      description =
          "A revision, by default the one before the other; or a time, \"10m ago\", the id of a"
              + " change.")
  Optional<String> from = Optional.empty();

  @Option(
      names = "--to",
      paramLabel = "REVISION|TIME",
      description = "Default: the revision that is wanted, or now.")
  Optional<String> to = Optional.empty();

  @Option(
      names = {"-f", "--file"},
      paramLabel = "FILE",
      description = "A spec, to compare with what runs; - is the input.")
  Optional<String> file = Optional.empty();

  @Option(names = "--exit-code", description = "End with 1 when there is a difference.")
  boolean exitCode;

  @Mixin OutputOption output = new OutputOption();

  public DiffCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    if (file.isEmpty() && isOfTimes()) {
      var differs = new TimeDiff(shell, output).print(start(), to, project, deployment);
      return code(differs);
    }
    var changes = file.map(this::ofFile).orElseGet(() -> Optional.of(ofRevisions()));
    if (changes.isEmpty()) return ExitCode.INVALID;
    print(changes.get());
    return code(!changes.get().isEmpty());
  }

  private int code(boolean differs) {
    return exitCode && differs ? ExitCode.FAILED : ExitCode.DONE;
  }

  /// Numbers are revisions, but only a deployment has any.
  private boolean isOfTimes() {
    var hasTime = from.or(() -> to).filter(text -> !REVISION.matcher(text).matches()).isPresent();
    return hasTime || (deployment.isEmpty() && from.isPresent());
  }

  private String start() {
    return from.orElseThrow(() ->
        CommandFailed.usage(
            "Expected --from TIME beside --to TIME, found none.",
            "for example: helyos diff --from 2h --to 1h"));
  }

  private void print(List<FieldChange> changes) {
    var format = output.format(shell);
    if (format == OutputFormat.JSON || format == OutputFormat.YAML) {
      output.printer(shell).outcome(changes, "");
      return;
    }
    changes.forEach(change -> shell.out().println(FieldLines.of(change)));
    if (changes.isEmpty()) shell.err().println("No difference.");
  }

  private Optional<List<FieldChange>> ofFile(String origin) {
    return new FileDiff(shell).of(origin);
  }

  private List<FieldChange> ofRevisions() {
    var written =
        deployment.orElseThrow(() ->
            CommandFailed.usage(
                "Expected a deployment, --file FILE or --from TIME, found none of them.",
                "for example: helyos diff shop/api"));
    return new RevisionDiff(shell).of(written, project, from, to);
  }
}
