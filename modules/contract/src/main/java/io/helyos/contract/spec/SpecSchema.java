package io.helyos.contract.spec;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.helyos.contract.spec.shape.Definitions;
import java.util.LinkedHashMap;

/// The JSON Schema of the spec, for editors. It says what single fields look like; what holds
/// between fields, and the finer rules of texts, only the reader knows.
public final class SpecSchema {
  private SpecSchema() {}

  /// The schema as indented JSON text that ends with a line break; the same on every run.
  public static String json() {
    var definitions = new Definitions(NotYet.FIELDS);
    var schema = new LinkedHashMap<String, Object>();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.put("title", "Helyos deployment spec");
    schema.putAll(DeploymentFields.SPEC.schema(definitions));
    schema.put("$defs", definitions.named());
    var indenter = new DefaultIndenter("  ", "\n");
    var printer = new DefaultPrettyPrinter();
    printer.indentObjectsWith(indenter);
    printer.indentArraysWith(indenter);
    var mapper =
        JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();
    try {
      return mapper.writer(printer).writeValueAsString(schema) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("maps of texts and numbers are always JSON", e);
    }
  }
}
