package io.helyos.cli.deploy;

import io.helyos.cli.output.OutputFormat;
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
  private final DeployDocument document;
  private final SpecReport report;
  // What programs are told if any is invalid: one for each file, in their order.
  private final List<NotDeployed> told = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();

  public SpecCheck(Shell shell, OutputFormat format) {
    this.shell = shell;
    this.document = new DeployDocument(shell, format);
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
        case SpecReading.Valid(var spec) -> {
          var checked = new CheckedSpec(file, spec);
          good.add(checked);
          told.add(NotDeployed.unsent(checked));
        }
        case SpecReading.Invalid(var violations) -> bad(file, violations);
        case SpecReading.Unreadable(var violation) -> bad(file, List.of(violation));
        case SpecReading.TooLarge huge -> tooLarge(file, huge);
      }
    }
    if (!problems.isEmpty()) {
      document.print(files.size() == 1 ? problems.getFirst() : told);
      return Optional.empty();
    }
    requireDistinct(good);
    return Optional.of(good);
  }

  private void bad(SpecFile file, List<Violation> violations) {
    refuse(file, violations.stream().map(SpecCheck::fault).toList());
  }

  private void tooLarge(SpecFile file, SpecReading.TooLarge huge) {
    refuse(file, List.of(new Fault(0, 0, "", "too-large", huge.message(), null)));
  }

  private void refuse(SpecFile file, List<Fault> faults) {
    report.print(file, faults);
    var many = faults.size() == 1 ? "1 problem" : faults.size() + " problems";
    var detail = "The spec is not valid: " + many + ". Nothing was sent.";
    var problem = Problem.of(422, "invalid-spec", "Invalid spec", detail, faults);
    problems.add(problem);
    told.add(NotDeployed.invalid(file, problem));
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
