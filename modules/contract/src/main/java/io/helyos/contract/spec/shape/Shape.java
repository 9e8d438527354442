package io.helyos.contract.spec.shape;

import io.helyos.contract.spec.document.DocumentNode;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// What a value in a spec looks like.
public interface Shape<T> {

  /// The value, or nothing after its mistakes have been reported.
  Optional<T> read(DocumentNode node, Reading reading);

  /// The JSON Schema of the value.
  Map<String, Object> schema(Definitions definitions);

  /// The same shape with the value in other words.
  default <R> Shape<R> map(Function<T, R> change) {
    var origin = this;
    return new Shape<>() {
      @Override
      public Optional<R> read(DocumentNode node, Reading reading) {
        return origin.read(node, reading).map(change);
      }

      @Override
      public Map<String, Object> schema(Definitions definitions) {
        return origin.schema(definitions);
      }
    };
  }
}
