package io.helyos.contract.spec.shape;

import io.helyos.contract.spec.document.DocumentNode;
import io.helyos.contract.spec.document.DocumentNode.Sequence;
import io.helyos.contract.spec.document.Position;
import io.helyos.contract.spec.text.Code;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// A list of values of one shape.
///
/// @param expected how messages call it, with its article
/// @param least 0 or 1: whether an empty list means anything
/// @param claims what each item takes for itself alone, such as a host port, in words
public record ListShape<T>(
    String expected, Shape<T> item, int least, int most, Function<T, List<String>> claims)
    implements Shape<List<T>> {

  public static <T> ListShape<T> of(String expected, Shape<T> item, int least, int most) {
    return new ListShape<>(expected, item, least, most, _ -> List.of());
  }

  @Override
  public Optional<List<T>> read(DocumentNode node, Reading reading) {
    return reading.plain(node).flatMap(plain -> readPlain(plain, reading));
  }

  private Optional<List<T>> readPlain(DocumentNode node, Reading reading) {
    if (!(node instanceof Sequence sequence)) {
      reading.wrongType(node, expected, "write it as a list, one '- ' line for each");
      return Optional.empty();
    }
    return hasFittingSize(sequence, reading)
        ? Optional.of(items(sequence, reading))
        : Optional.empty();
  }

  private boolean hasFittingSize(Sequence sequence, Reading reading) {
    var size = sequence.items().size();
    if (size < least) {
      reading.refuse(
          sequence.position(),
          Code.BAD_VALUE,
          "expected %s with at least one entry, found none: leave the field out instead"
              .formatted(expected));
    }
    if (size > most) {
      reading.refuse(
          sequence.position(),
          Code.TOO_MANY,
          "expected at most %d entries, found %d: remove some".formatted(most, size));
    }
    return size >= least && size <= most;
  }

  private List<T> items(Sequence sequence, Reading reading) {
    var values = new ArrayList<T>();
    var taken = new HashMap<String, Position>();
    for (int i = 0; i < sequence.items().size(); i++) {
      var child = sequence.items().get(i);
      var at = reading.item(i);
      item.read(child, at)
          .ifPresent(value -> {
            values.add(value);
            claim(taken, value, child.position(), at);
          });
    }
    return values;
  }

  private void claim(Map<String, Position> taken, T value, Position position, Reading reading) {
    for (var claim : claims.apply(value)) {
      var first = taken.putIfAbsent(claim, position);
      if (first != null) {
        reading.refuse(
            position,
            Code.DUPLICATE,
            "expected %s once, found it again (first on line %d): remove or change one"
                .formatted(claim, first.line()));
      }
    }
  }

  @Override
  public Map<String, Object> schema(Definitions definitions) {
    return Map.of(
        "type", "array", "items", item.schema(definitions), "minItems", least, "maxItems", most);
  }
}
