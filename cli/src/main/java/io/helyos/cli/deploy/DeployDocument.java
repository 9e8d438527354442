package io.helyos.cli.deploy;

import io.helyos.cli.output.Documents;
import io.helyos.cli.output.FailureReport;
import io.helyos.cli.output.OutputFormat;
import io.helyos.cli.shell.Shell;
import java.util.ArrayList;
import java.util.List;

/// What a deploy came to, for programs: one document for one file, a list with one for each of
/// several.
final class DeployDocument {
  private final Shell shell;
  private final OutputFormat format;

  DeployDocument(Shell shell, OutputFormat format) {
    this.shell = shell;
    this.format = format;
  }

  /// Whether a program reads this, so that nothing is said to a person.
  boolean isWanted() {
    return switch (format) {
      case JSON, YAML -> true;
      case TABLE, WIDE, NAME -> false;
    };
  }

  boolean isNames() {
    return format == OutputFormat.NAME;
  }

  /// Of what was sent and looked at.
  void print(Outbox outbox, List<DeployResult> results) {
    if (outbox.isOneSpec()) {
      results.forEach(this::print);
      outbox.refusal().ifPresent(it -> print(FailureReport.problem(it.why())));
      return;
    }
    var entries = new ArrayList<Object>(results);
    outbox
        .refusal()
        .map(it -> NotDeployed.refused(it.spec(), FailureReport.problem(it.why())))
        .ifPresent(entries::add);
    outbox.unsent().stream().map(NotDeployed::unsent).forEach(entries::add);
    print(entries);
  }

  void print(Object document) {
    switch (format) {
      case JSON -> shell.out().println(Documents.pretty(document));
      case YAML -> shell.out().print(Documents.yaml(document));
      case TABLE, WIDE, NAME -> {}
    }
  }
}
