package io.helyos.contract.spec;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;

/// The table in `malformed-specs.txt`: a title, a document, and what the reader has to say.
record MalformedSpecs(String title, Format format, String document, String expected) {

  static Stream<MalformedSpecs> all() {
    try (var in = MalformedSpecs.class.getResourceAsStream("malformed-specs.txt")) {
      var text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return Stream.of(text.split("(?m)^=== ")).skip(1).map(MalformedSpecs::parse);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static MalformedSpecs parse(String block) {
    var title = block.substring(0, block.indexOf('\n'));
    var split = block.indexOf(">>>\n");
    return new MalformedSpecs(
        title,
        title.startsWith("json") ? Format.JSON : Format.YAML,
        block.substring(title.length() + 1, split),
        block.substring(split + 4).strip());
  }

  @Override
  public String toString() {
    return title;
  }
}
