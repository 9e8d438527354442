package io.helyos.contract.spec.shape;

import io.helyos.contract.spec.document.DocumentNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A value with a short form and a long one: the kind of the node tells which is meant.
///
/// @param expected how messages call it, with its article
public record EitherShape<T>(String expected, List<Alternative<T>> alternatives)
    implements Shape<T> {

  /// One way to write the value, and what reads it.
  public record Alternative<T>(Form form, Shape<? extends T> shape) {}

  public enum Form {
    NUMBER,
    TEXT,
    LIST,
    MAP
  }

  @Override
  public Optional<T> read(DocumentNode node, Reading reading) {
    // The chosen shape reports a tag itself; here one only looks through it.
    var bare = node instanceof DocumentNode.Tagged(_, _, var tagged) ? tagged : node;
    if (bare instanceof DocumentNode.Alias) {
      return reading.plain(bare).flatMap(_ -> Optional.empty());
    }
    for (var alternative : alternatives) {
      if (isIn(bare, alternative.form())) {
        return alternative.shape().read(node, reading).map(value -> value);
      }
    }
    reading.wrongType(bare, expected, "write one of these");
    return Optional.empty();
  }

  private static boolean isIn(DocumentNode node, Form form) {
    return switch (form) {
      case NUMBER -> node instanceof DocumentNode.Scalar s && s.kind().isNumber();
      case TEXT -> node instanceof DocumentNode.Scalar s && s.kind().isText();
      case LIST -> node instanceof DocumentNode.Sequence;
      case MAP -> node instanceof DocumentNode.Mapping;
    };
  }

  @Override
  public Map<String, Object> schema(Definitions definitions) {
    return Map.of("anyOf", alternatives.stream().map(a -> a.shape().schema(definitions)).toList());
  }
}
