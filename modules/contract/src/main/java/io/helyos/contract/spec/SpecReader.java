package io.helyos.contract.spec;

import io.helyos.contract.spec.document.DocumentNode;
import io.helyos.contract.spec.document.DocumentReading;
import io.helyos.contract.spec.document.JsonDocument;
import io.helyos.contract.spec.document.Position;
import io.helyos.contract.spec.document.ScalarKind;
import io.helyos.contract.spec.document.Utf8Text;
import io.helyos.contract.spec.document.YamlDocument;
import io.helyos.contract.spec.shape.Field;
import io.helyos.contract.spec.shape.Reading;
import io.helyos.contract.spec.text.Code;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads and checks a deployment spec: size, encoding, syntax with its nesting, then all fields.
public final class SpecReader {
  /// Larger documents are refused unread.
  public static final int MAX_BYTES = 128 * 1024;

  private SpecReader() {}

  /// Reads one document and reports all of its mistakes at once.
  public static SpecReading read(byte[] utf8, Format format) {
    return read(utf8, format, NotYet.FIELDS);
  }

  /// With another idea of which fields are carried out.
  static SpecReading read(byte[] utf8, Format format, Set<Field<?>> notYet) {
    if (utf8.length > MAX_BYTES) {
      return new SpecReading.TooLarge(utf8.length, MAX_BYTES);
    }
    return switch (Utf8Text.decode(utf8)) {
      case Utf8Text.Malformed(var at, var found) -> unreadable(at, Code.ENCODING, notUtf8(found));
      case Utf8Text.Decoded(var text) -> read(text, format, notYet);
    };
  }

  private static SpecReading read(String text, Format format, Set<Field<?>> notYet) {
    var document =
        switch (format) {
          case YAML -> YamlDocument.read(text);
          case JSON -> JsonDocument.read(text);
        };
    return switch (document) {
      case DocumentReading.Broken(var at, var problem) ->
          unreadable(at, Code.SYNTAX, "expected %s, found %s".formatted(format, problem));
      case DocumentReading.TooDeep(var at) -> invalid(at, Code.TOO_DEEP, tooDeep());
      case DocumentReading.Nothing() -> invalid(Position.START, Code.EMPTY_DOCUMENT, empty());
      case DocumentReading.Whole(var root, var _) when isNothing(root) ->
          invalid(Position.START, Code.EMPTY_DOCUMENT, empty());
      case DocumentReading.Whole(var root, var second) -> check(root, second, notYet);
    };
  }

  private static SpecReading check(
      DocumentNode root, Optional<Position> second, Set<Field<?>> notYet) {
    var violations = new Violations();
    var spec = DeploymentFields.SPEC.read(root, new Reading(violations, "", notYet));
    second.ifPresent(at ->
        violations.add(
            at,
            "",
            Code.MULTIPLE_DOCUMENTS,
            "expected one document, found a second one: put it into a file of its own",
            Optional.empty()));
    return violations.isEmpty()
        ? new SpecReading.Valid(spec.orElseThrow())
        : new SpecReading.Invalid(violations.inOrder());
  }

  private static boolean isNothing(DocumentNode root) {
    return root instanceof DocumentNode.Scalar scalar && scalar.kind() == ScalarKind.NOTHING;
  }

  private static SpecReading unreadable(Position at, Code code, String message) {
    return new SpecReading.Unreadable(Violations.of(at, "", code, message, Optional.empty()));
  }

  private static SpecReading invalid(Position at, Code code, String message) {
    return new SpecReading.Invalid(List.of(Violations.of(at, "", code, message, Optional.empty())));
  }

  private static String notUtf8(int found) {
    return "expected UTF-8, found the byte 0x%02X: save the file in UTF-8".formatted(found);
  }

  private static String tooDeep() {
    return "expected at most 32 levels of nesting, found more: no field is that deep";
  }

  private static String empty() {
    return "expected a deployment spec, found nothing: start with 'project', 'deployment' and 'image'";
  }
}
