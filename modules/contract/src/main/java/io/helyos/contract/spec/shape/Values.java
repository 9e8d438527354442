package io.helyos.contract.spec.shape;

import io.helyos.contract.spec.document.Position;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The fields of one map as they were read.
public final class Values {
  private final Position position;
  private final Map<Field<?>, Object> values = new HashMap<>();
  private final Map<Field<?>, Position> positions = new HashMap<>();

  Values(Position position) {
    this.position = position;
  }

  <V> void put(Field<V> field, V value) {
    values.put(field, value);
  }

  void mark(Field<?> field, Position at) {
    positions.put(field, at);
  }

  /// Whether the document has the field, rightly or wrongly.
  public boolean has(Field<?> field) {
    return positions.containsKey(field);
  }

  /// Of the field's value, or of the map when it is left out.
  public Position position(Field<?> field) {
    return positions.getOrDefault(field, position);
  }

  /// Empty when the value was refused.
  @SuppressWarnings("unchecked") // put ties a value to its field's type
  public <V> Optional<V> find(Field<V> field) {
    return Optional.ofNullable((V) values.get(field));
  }

  /// For building, when every field has been accepted.
  public <V> V get(Field<V> field) {
    return find(field).orElseThrow();
  }
}
