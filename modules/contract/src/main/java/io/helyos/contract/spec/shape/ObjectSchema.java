package io.helyos.contract.spec.shape;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The JSON Schema of a map with known fields.
final class ObjectSchema {
  private ObjectSchema() {}

  static Map<String, Object> of(ObjectShape<?> shape, Definitions definitions) {
    var properties = new LinkedHashMap<String, Object>();
    shape.fields().forEach(field -> properties.put(field.name(), property(field, definitions)));
    var required =
        shape.fields().stream().filter(f -> f.absent().isEmpty()).map(Field::name).toList();
    var schema = new LinkedHashMap<String, Object>();
    schema.put("type", "object");
    schema.put("additionalProperties", false);
    if (!required.isEmpty()) {
      schema.put("required", required);
    }
    if (!shape.exactlyOne().isEmpty()) {
      var each = shape.exactlyOne().stream();
      schema.put("oneOf", each.map(f -> Map.of("required", List.of(f.name()))).toList());
    }
    schema.put("properties", properties);
    return schema;
  }

  private static Map<String, Object> property(Field<?> field, Definitions definitions) {
    var property = new LinkedHashMap<String, Object>();
    property.put(
        "description",
        definitions.isNotYet(field) ? field.about() + " Not supported yet." : field.about());
    field.shown().ifPresent(shown -> property.put("default", shown));
    property.putAll(field.shape().schema(definitions));
    return property;
  }
}
