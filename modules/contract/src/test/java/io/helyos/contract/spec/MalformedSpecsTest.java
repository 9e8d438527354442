package io.helyos.contract.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MalformedSpecsTest {

  @ParameterizedTest
  @MethodSource("specs")
  void a_malformed_spec_is_answered_with_every_place_and_reason(MalformedSpecs spec) {
    var reading = SpecReader.read(bytes(spec.document()), spec.format());

    assertThat(show(reading)).isEqualTo(spec.expected());
  }

  @ParameterizedTest
  @MethodSource("jsonThatIsJson")
  void json_has_the_same_mistakes_at_the_same_places_when_it_is_read_as_yaml(MalformedSpecs spec) {
    var reading = SpecReader.read(bytes(spec.document()), Format.YAML);

    assertThat(show(reading)).isEqualTo(spec.expected());
  }

  @Test
  void the_table_is_as_large_as_promised() {
    assertThat(MalformedSpecs.all()).hasSizeGreaterThan(50);
    assertThat(MalformedSpecs.all().map(MalformedSpecs::expected)).allMatch(e -> e.contains(":"));
  }

  static Stream<MalformedSpecs> specs() {
    return MalformedSpecs.all();
  }

  // YAML has its own words for what is no JSON, and for a second document on the same line.
  static Stream<MalformedSpecs> jsonThatIsJson() {
    return MalformedSpecs.all()
        .filter(spec -> spec.format() == Format.JSON)
        .filter(spec -> !spec.expected().startsWith("unreadable"))
        .filter(spec -> !spec.expected().contains("multiple-documents"));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String show(SpecReading reading) {
    return switch (reading) {
      case SpecReading.Valid _ -> "valid";
      case SpecReading.Invalid(var violations) ->
          violations.stream().map(MalformedSpecsTest::show).collect(Collectors.joining("\n"));
      case SpecReading.Unreadable(var violation) -> "unreadable " + show(violation);
      case SpecReading.TooLarge _ -> "too large";
    };
  }

  private static String show(Violation v) {
    var path = v.path().isEmpty() ? "-" : v.path();
    var suggestion = v.suggestion().map(s -> " -> " + s).orElse("");
    return "%d:%d %s %s%s%n  %s"
        .formatted(v.line(), v.column(), v.code(), path, suggestion, v.message());
  }
}
