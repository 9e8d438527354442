package io.helyos.contract.spec.shape;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/// Collects the named parts of a JSON Schema, so that each is written once and referred to.
public final class Definitions {
  private final Map<String, Object> named = new LinkedHashMap<>();
  private final Set<Field<?>> notYet;

  public Definitions(Set<Field<?>> notYet) {
    this.notYet = notYet;
  }

  Map<String, Object> refer(String name, Supplier<Map<String, Object>> schema) {
    if (!named.containsKey(name)) {
      // Put first, so that a shape which contains itself would end.
      named.put(name, Map.of());
      named.put(name, schema.get());
    }
    return Map.of("$ref", "#/$defs/" + name);
  }

  boolean isNotYet(Field<?> field) {
    return notYet.contains(field);
  }

  public Map<String, Object> named() {
    return named;
  }
}
