package io.helyos.contract.spec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SpecSchemaTest {
  private static final Path COMMITTED =
      Path.of("..", "..", "docs", "reference", "deployment-spec.schema.json");

  @Test
  void the_schema_in_the_docs_is_the_one_that_the_reader_makes() throws IOException {
    var current = Path.of("target", "deployment-spec.schema.json");
    Files.writeString(current, SpecSchema.json());

    assertThat(COMMITTED)
        .as("out of date: copy %s over %s", current, COMMITTED)
        .hasSameTextualContentAs(current);
  }

  @Test
  void the_schema_knows_the_fields_that_the_reader_knows() throws IOException {
    var schema = new ObjectMapper().readTree(SpecSchema.json());
    var spec = schema.at("/$defs/spec");

    assertThat(schema.at("/$ref").asText()).isEqualTo("#/$defs/spec");
    assertThat(spec.at("/properties").fieldNames())
        .toIterable()
        .containsExactlyInAnyOrderElementsOf(
            DeploymentFields.SPEC.fields().stream().map(field -> field.name()).toList());
    assertThat(spec.at("/additionalProperties").asBoolean(true)).isFalse();
    assertThat(spec.at("/required"))
        .extracting(node -> node.asText())
        .containsExactly("project", "deployment", "image");
    assertThat(spec.at("/properties/replicas/maximum").asInt()).isEqualTo(10_000);
    assertThat(spec.at("/properties/replicas/default").asInt()).isEqualTo(1);
  }

  @Test
  void the_schema_says_what_is_not_carried_out() throws IOException {
    var schema = new ObjectMapper().readTree(SpecSchema.json());

    assertThat(Stream.of("secrets"))
        .allSatisfy(name ->
            assertThat(schema.at("/$defs/spec/properties/" + name + "/description").asText())
                .endsWith("Not supported yet."));
    assertThat(schema.at("/$defs/spec/properties/image/description").asText())
        .doesNotContain("Not supported");
  }
}
