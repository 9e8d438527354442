package io.helyos.contract.spec.shape;

import io.helyos.contract.spec.document.DocumentNode;
import io.helyos.contract.spec.document.DocumentNode.Mapping;
import io.helyos.contract.spec.text.Code;
import io.helyos.contract.spec.text.Parsed;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// A map whose keys the user chooses.
///
/// @param expected how messages call it, with its article
public record MapShape<V>(
    String expected, Function<String, Parsed<String>> key, Shape<V> value, int most)
    implements Shape<Map<String, V>> {

  @Override
  public Optional<Map<String, V>> read(DocumentNode node, Reading reading) {
    return reading.plain(node).flatMap(plain -> readPlain(plain, reading));
  }

  private Optional<Map<String, V>> readPlain(DocumentNode node, Reading reading) {
    if (!(node instanceof Mapping mapping)) {
      reading.wrongType(node, expected, "write it as 'name: value' lines");
      return Optional.empty();
    }
    if (mapping.entries().size() > most) {
      reading.refuse(
          mapping.position(),
          Code.TOO_MANY,
          "expected at most %d entries, found %d: remove some"
              .formatted(most, mapping.entries().size()));
      return Optional.empty();
    }
    var values = new LinkedHashMap<String, V>();
    Entries.forEach(
        mapping,
        reading,
        (name, child) -> {
          var at = reading.key(name.text());
          var accepted = at.accept(name.position(), key.apply(name.text()));
          var read = value.read(child, at);
          accepted.ifPresent(k -> read.ifPresent(v -> values.put(k, v)));
        });
    return Optional.of(values);
  }

  @Override
  public Map<String, Object> schema(Definitions definitions) {
    return Map.of(
        "type", "object", "additionalProperties", value.schema(definitions), "maxProperties", most);
  }
}
