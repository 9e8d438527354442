package io.helyos.cli.run;

import io.helyos.cli.output.Documents;
import io.helyos.cli.shell.CommandFailed;
import io.helyos.contract.spec.Format;
import io.helyos.contract.spec.SpecReader;
import io.helyos.contract.spec.SpecReading;
import io.helyos.contract.spec.Violation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// A spec that holds as far as this side can see, as it is sent.
///
/// @param tree what it says, in the field names of a spec
record RunSpec(String project, String name, Map<String, Object> tree) {
  static final String TYPE = "application/json";

  /// What is wrong is told by field: there is no file to point into.
  static RunSpec checked(RunOptions options, String project) {
    var spec = new RunSpec(project, options.name, options.spec(project));
    return switch (SpecReader.read(spec.bytes(), Format.JSON)) {
      case SpecReading.Valid _ -> spec;
      case SpecReading.Invalid(var violations) -> throw wrong(violations);
      case SpecReading.Unreadable(var violation) -> throw wrong(List.of(violation));
      case SpecReading.TooLarge huge -> throw CommandFailed.usage(huge.message());
    };
  }

  byte[] bytes() {
    return Documents.compact(tree).getBytes(StandardCharsets.UTF_8);
  }

  /// Of its only pod.
  String pod() {
    return "helyos-" + project + "-" + name + "-0";
  }

  private static CommandFailed wrong(List<Violation> violations) {
    return CommandFailed.usage(
        violations.stream()
            .map(it -> it.path() + ": " + it.message())
            .collect(Collectors.joining("; ")));
  }
}
