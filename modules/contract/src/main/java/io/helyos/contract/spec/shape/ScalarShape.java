package io.helyos.contract.spec.shape;

import io.helyos.contract.spec.document.DocumentNode;
import io.helyos.contract.spec.document.DocumentNode.Scalar;
import io.helyos.contract.spec.document.ScalarKind;
import io.helyos.contract.spec.text.Code;
import io.helyos.contract.spec.text.Parsed;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// A single value: a text, a number or a boolean, read from exactly what was written.
///
/// @param expected how messages call it, with its article
/// @param remedy what to do when something else was found
/// @param kinds the kinds that are taken; a text in quotes is no number
public record ScalarShape<T>(
    String expected,
    String remedy,
    Set<ScalarKind> kinds,
    Function<String, Parsed<T>> parser,
    Map<String, Object> schemaOfValue)
    implements Shape<T> {

  @Override
  public Optional<T> read(DocumentNode node, Reading reading) {
    return reading.plain(node).flatMap(plain -> readPlain(plain, reading));
  }

  private Optional<T> readPlain(DocumentNode node, Reading reading) {
    if (!(node instanceof Scalar scalar) || !kinds.contains(scalar.kind())) {
      reading.wrongType(node, expected, advice(node));
      return Optional.empty();
    }
    if (hasBrokenCharacter(scalar.text())) {
      reading.refuse(
          scalar.position(),
          Code.CONTROL_CHARACTER,
          "expected %s without the character NUL or half a surrogate pair, found %s: remove it"
              .formatted(expected, Found.text(scalar.text())));
      return Optional.empty();
    }
    return reading.accept(scalar.position(), parser.apply(scalar.text()));
  }

  private String advice(DocumentNode node) {
    return switch (node) {
      case Scalar scalar when scalar.kind() == ScalarKind.NOTHING ->
          "give a value or leave the field out";
      case Scalar scalar
          when !scalar.plain() && kinds.contains(ScalarKind.ofPlain(scalar.text())) ->
          "remove the quotes";
      case Scalar _ -> remedy;
      case DocumentNode.Sequence _, DocumentNode.Mapping _ -> "write one value";
      case DocumentNode.Alias _, DocumentNode.Tagged _ -> "write the value itself";
    };
  }

  // The kernel and the engine cut a text at NUL; half a pair cannot be written down again.
  private static boolean hasBrokenCharacter(String text) {
    return text.codePoints()
        .anyMatch(c -> c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE));
  }

  @Override
  public Map<String, Object> schema(Definitions definitions) {
    return schemaOfValue;
  }
}
