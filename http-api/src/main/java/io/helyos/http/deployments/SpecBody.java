package io.helyos.http.deployments;

import io.helyos.contract.problem.Fault;
import io.helyos.contract.spec.DeploymentSpec;
import io.helyos.contract.spec.Format;
import io.helyos.contract.spec.SpecReader;
import io.helyos.contract.spec.SpecReading;
import io.helyos.contract.spec.Violation;
import io.helyos.http.exchange.Call;
import io.helyos.http.problem.ProblemKind;
import io.helyos.http.problem.Refusal;
import java.util.List;

/// The spec in a request, or the problem with everything that is wrong with it.
final class SpecBody {
  private SpecBody() {}

  static DeploymentSpec read(Call call) {
    var format = call.format().endsWith("/json") ? Format.JSON : Format.YAML;
    return switch (SpecReader.read(call.body(), format)) {
      case SpecReading.Valid(var spec) -> spec;
      case SpecReading.Invalid(var violations) ->
          throw Refusal.of(ProblemKind.INVALID, summary(violations), faults(violations));
      case SpecReading.Unreadable(var violation) ->
          throw Refusal.of(ProblemKind.UNREADABLE, violation.asLine(), faults(List.of(violation)));
      case SpecReading.TooLarge large -> throw Refusal.of(ProblemKind.TOO_LARGE, large.message());
    };
  }

  private static String summary(List<Violation> violations) {
    var first = violations.getFirst().asLine();
    return violations.size() == 1
        ? first
        : "%s (and %d more)".formatted(first, violations.size() - 1);
  }

  private static List<Fault> faults(List<Violation> violations) {
    return violations.stream()
        .map(v ->
            new Fault(
                v.line(), v.column(), v.path(), v.code(), v.message(), v.suggestion().orElse(null)))
        .toList();
  }
}
