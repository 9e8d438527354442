package io.helyos.cli.deploy;

import io.helyos.cli.output.Documents;
import io.helyos.cli.shell.CommandFailed;
import io.helyos.cli.shell.Shell;
import io.helyos.contract.problem.Fault;
import io.helyos.contract.problem.Problem;
import io.helyos.contract.spec.SpecReader;
import io.helyos.contract.spec.SpecReading;
import io.helyos.contract.spec.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads specs and checks them before anything is sent, all of them, so that one look shows every
/// mistake in every file.
public final class SpecCheck {
  private final Shell shell;
  private final SpecReport report;
  private final List<Fault> faults = new ArrayList<>();

  public SpecCheck(Shell shell) {
    this.shell = shell;
    this.report = new SpecReport(shell);
  }

  /// The specs, or nothing if any of them is invalid; the reasons are then printed.
  public Optional<List<CheckedSpec>> read(List<String> origins) {
    return check(origins.stream().map(origin -> SpecFile.read(origin, shell)).toList());
  }

  public Optional<List<CheckedSpec>> check(List<SpecFile> files) {
    var good = new ArrayList<CheckedSpec>();
    for (var file : files) {
      switch (SpecReader.read(file.bytes(), file.format())) {
        case SpecReading.Valid(var spec) -> good.add(new CheckedSpec(file, spec));
        case SpecReading.Invalid(var violations) -> bad(file, violations);
        case SpecReading.Unreadable(var violation) -> bad(file, List.of(violation));
        case SpecReading.TooLarge huge -> tooLarge(file, huge);
      }
    }
    if (!faults.isEmpty()) {
      if (shell.options().json()) shell.out().println(Documents.pretty(problem()));
      return Optional.empty();
    }
    requireDistinct(good);
    return Optional.of(good);
  }

  private void bad(SpecFile file, List<Violation> violations) {
    var found = violations.stream().map(SpecCheck::fault).toList();
    report.print(file, found);
    faults.addAll(found);
  }

  private void tooLarge(SpecFile file, SpecReading.TooLarge huge) {
    var fault = new Fault(0, 0, "", "too-large", huge.message(), null);
    report.print(file, List.of(fault));
    faults.add(fault);
  }

  private Problem problem() {
    var detail = "The spec is not valid: " + faults.size() + " problems. Nothing was sent.";
    return Problem.of(422, "invalid-spec", "Invalid spec", detail, faults);
  }

  private static void requireDistinct(List<CheckedSpec> specs) {
    var names = specs.stream().map(CheckedSpec::fullName).toList();
    for (var i = 0; i < names.size(); i++) {
      var first = names.indexOf(names.get(i));
      if (first == i) continue;
      throw CommandFailed.usage(
          "Expected each deployment once, found %s in %s and in %s. Nothing was sent."
              .formatted(
                  names.get(i), specs.get(first).file().origin(), specs.get(i).file().origin()));
    }
  }

  private static Fault fault(Violation of) {
    return new Fault(
        of.line(), of.column(), of.path(), of.code(), of.message(), of.suggestion().orElse(null));
  }
}
