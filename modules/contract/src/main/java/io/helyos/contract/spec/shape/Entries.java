package io.helyos.contract.spec.shape;

import io.helyos.contract.spec.document.DocumentNode;
import io.helyos.contract.spec.document.DocumentNode.Mapping;
import io.helyos.contract.spec.document.DocumentNode.Scalar;
import io.helyos.contract.spec.document.ScalarKind;
import io.helyos.contract.spec.text.Code;
import java.util.HashMap;
import java.util.function.BiConsumer;

/// Walks over a map's entries and sorts out keys that are no keys, or are there twice.
final class Entries {
  private static final String MERGE = "<<";

  private Entries() {}

  static void forEach(Mapping mapping, Reading reading, BiConsumer<Scalar, DocumentNode> action) {
    var seen = new HashMap<String, Scalar>();
    for (var entry : mapping.entries()) {
      if (!(entry.key() instanceof Scalar key) || key.kind() == ScalarKind.NOTHING) {
        reading.wrongType(entry.key(), "a name as the key", "write a plain word");
      } else if (key.plain() && key.text().equals(MERGE)) {
        var message = "expected a field, found a merge key (<<): write the merged fields out";
        reading.key(MERGE).refuse(key.position(), Code.YAML_MERGE, message);
      } else {
        var first = seen.putIfAbsent(key.text(), key);
        if (first == null) {
          action.accept(key, entry.value());
        } else {
          duplicate(key, first, reading.key(key.text()));
        }
      }
    }
  }

  private static void duplicate(Scalar key, Scalar first, Reading reading) {
    reading.refuse(
        key.position(),
        Code.DUPLICATE_KEY,
        "expected %s once, found it again (first on line %d): remove one"
            .formatted(Found.text(key.text()), first.position().line()));
  }
}
