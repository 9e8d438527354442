package io.helyos.cli.draft;

import io.helyos.cli.deploy.CheckedSpec;
import io.helyos.cli.deploy.SpecFile;
import io.helyos.cli.shell.CommandFailed;
import io.helyos.contract.spec.Format;
import io.helyos.contract.spec.PortSpec;
import io.helyos.contract.spec.SpecReader;
import io.helyos.contract.spec.SpecReading;
import io.helyos.contract.spec.SpecWriter;
import io.helyos.contract.spec.Violation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/// Specs made from a few words.
final class Drafts {
  private Drafts() {}

  /// A spec that holds. What is wrong with the words is told by field, for there is no file to
  /// point into.
  static CheckedSpec checked(
      String project, String name, String image, int replicas, List<Integer> ports) {
    var published = ports.stream().map(PortSpec::free).toList();
    var yaml = SpecWriter.yaml(new SpecWriter.Draft(project, name, image, replicas, published));
    var file = new SpecFile("the spec", yaml.getBytes(StandardCharsets.UTF_8), Format.YAML);
    return switch (SpecReader.read(file.bytes(), file.format())) {
      case SpecReading.Valid(var spec) -> new CheckedSpec(file, spec);
      case SpecReading.Invalid(var violations) -> throw wrong(violations);
      case SpecReading.Unreadable(var violation) -> throw wrong(List.of(violation));
      case SpecReading.TooLarge huge -> throw CommandFailed.usage(huge.message());
    };
  }

  private static CommandFailed wrong(List<Violation> violations) {
    return CommandFailed.usage(
        violations.stream()
            .map(it -> it.path() + ": " + it.message())
            .collect(Collectors.joining("; ")));
  }
}
