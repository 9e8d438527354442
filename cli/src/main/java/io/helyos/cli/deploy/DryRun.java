package io.helyos.cli.deploy;

import io.helyos.cli.output.Documents;
import io.helyos.cli.output.FieldLines;
import io.helyos.cli.output.OutputFormat;
import io.helyos.cli.output.SafeText;
import io.helyos.cli.shell.ExitCode;
import io.helyos.cli.shell.Shell;
import io.helyos.client.HelyosClient;
import io.helyos.client.Rehearsal;
import io.helyos.client.failure.FailureKind;
import io.helyos.client.failure.RequestRefused;
import io.helyos.contract.resource.PlanResource.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Tells what a deploy would come to, and stores nothing.
final class DryRun {
  private final Shell shell;
  private final OutputFormat format;
  private final HelyosClient client;

  DryRun(Shell shell, OutputFormat format) {
    this.shell = shell;
    this.format = format;
    this.client = shell.client();
  }

  int run(List<CheckedSpec> specs) {
    var plans = new ArrayList<Rehearsal>();
    for (var spec : specs) {
      var told = client.rehearse(spec.file().bytes(), spec.file().mediaType());
      switch (format) {
        case TABLE, WIDE -> tell(spec, told);
        case NAME -> shell.out().println(spec.resourceName());
        case JSON, YAML -> plans.add(told);
      }
    }
    var document = plans.size() == 1 ? plans.getFirst() : plans;
    if (format == OutputFormat.JSON) shell.out().println(Documents.pretty(document));
    if (format == OutputFormat.YAML) shell.out().print(Documents.yaml(document));
    return ExitCode.DONE;
  }

  private void tell(CheckedSpec spec, Rehearsal told) {
    var out = shell.out();
    out.println(sentence(spec, told));
    var changes = TemplateDiff.between(present(spec), told.deployment().template());
    if (!told.plan().change().equals("created")) {
      changes.forEach(change -> out.println("  " + FieldLines.of(change)));
    }
    told.plan().steps().forEach(step -> out.println("  " + SafeText.line(line(step))));
    if (!told.plan().whole()) out.println("  ... and so on");
  }

  private static String sentence(CheckedSpec spec, Rehearsal told) {
    return switch (told.plan().change()) {
      case "unchanged" -> spec.fullName() + " is like that already.";
      case "created" ->
          "%s would be created with %d pods."
              .formatted(spec.fullName(), told.deployment().replicas());
      default ->
          "%s would change, to revision %d with %d pods."
              .formatted(
                  spec.fullName(), told.deployment().revision(), told.deployment().replicas());
    };
  }

  private static String line(Step step) {
    var where =
        step.node() != null
            ? " on " + step.node()
            : step.why().isEmpty() ? "" : ", no node takes it now: " + step.why();
    return "%d. %s %s%s".formatted(step.round(), step.action(), step.pod(), where);
  }

  /// What runs now.
  private Map<String, ?> present(CheckedSpec spec) {
    try {
      return client.deployment(spec.spec().project(), spec.spec().name()).template();
    } catch (RequestRefused e) {
      if (e.kind() == FailureKind.NOT_FOUND) return Map.of();
      throw e;
    }
  }
}
