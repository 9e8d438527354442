package io.helyos.contract.spec;

import io.helyos.contract.spec.shape.Field;
import io.helyos.contract.spec.shape.ListShape;
import io.helyos.contract.spec.shape.MapShape;
import io.helyos.contract.spec.shape.Reading;
import io.helyos.contract.spec.shape.Scalars;
import io.helyos.contract.spec.shape.Shape;
import io.helyos.contract.spec.shape.Values;
import io.helyos.contract.spec.text.Code;
import io.helyos.contract.spec.text.ContainerPath;
import io.helyos.contract.spec.text.EnvName;
import io.helyos.contract.spec.text.UserText;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The fields that say what process a container runs.
final class CommandFields {
  static final Shape<List<String>> LIST =
      ListShape.of("a list of texts", Scalars.anyText(Limits.ARGUMENT_BYTES), 1, Limits.ARGUMENTS);

  static final Field<List<String>> COMMAND =
      Field.standard("command", LIST, List.of(), "Replaces the image's ENTRYPOINT.");
  static final Field<List<String>> ARGS =
      Field.standard("args", LIST, List.of(), "Replaces the image's CMD.");
  static final Field<Map<String, String>> ENV =
      Field.standard(
          "env",
          new MapShape<>(
              "a map of variables",
              EnvName::parse,
              Scalars.exactText(Limits.ENV_BYTES),
              Limits.ENV_ENTRIES),
          Map.of(),
          "Environment variables; numbers and booleans are taken as they are written.");
  static final Field<Optional<String>> USER =
      Field.optional(
          "user",
          Scalars.textOrNumber("a user such as app or 1000:1000", UserText::parse),
          "Who the process runs as; left out, the image's.");
  static final Field<Optional<String>> WORKDIR =
      Field.optional(
          "workdir",
          Scalars.text("an absolute path", ContainerPath::parse),
          "Where the process starts; left out, the image's.");
  static final Field<Boolean> INIT =
      Field.standard(
          "init",
          Scalars.bool(),
          true,
          true,
          "Run under a small init, so that signals reach the process.");

  static final List<Field<?>> ALL = List.of(COMMAND, ARGS, ENV, USER, WORKDIR, INIT);

  private CommandFields() {}

  static void check(Values values, Reading reading) {
    var bytes =
        values.find(ENV).orElse(Map.of()).entrySet().stream()
            .mapToInt(e -> length(e.getKey()) + length(e.getValue()))
            .sum();
    if (bytes > Limits.ENV_BYTES) {
      reading.refuse(
          values,
          ENV,
          Code.TOO_LONG,
          "expected at most %d bytes in all variables together, found %d: move large values into files or volumes"
              .formatted(Limits.ENV_BYTES, bytes));
    }
  }

  private static int length(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  static CommandSpec build(Values v) {
    return new CommandSpec(
        v.get(COMMAND), v.get(ARGS), v.get(ENV), v.get(USER), v.get(WORKDIR), v.get(INIT));
  }
}
