package io.helyos.contract.spec.document;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/// Reads JSON into the same tree. YAML's parser would take most of it too, but also what is no
/// JSON, and it stumbles over a line break between a key and its colon.
public final class JsonDocument {
  // The document's size is limited before it comes here; the tree limits the depth.
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNumberLength(Integer.MAX_VALUE)
                  .maxStringLength(Integer.MAX_VALUE)
                  .maxNameLength(Integer.MAX_VALUE)
                  .build())
          .build();

  private JsonDocument() {}

  public static DocumentReading read(String text) {
    try (var parser = JSON.createParser(text)) {
      return build(parser, text);
    } catch (JsonProcessingException e) {
      var offset = Math.clamp(e.getLocation().getCharOffset(), 0, text.length());
      return new DocumentReading.Broken(
          Position.after(text, offset),
          "a syntax error (%s): check quotes, commas and brackets"
              .formatted(e.getOriginalMessage()));
    } catch (IOException e) {
      throw new UncheckedIOException("a string cannot fail to be read", e);
    }
  }

  private static DocumentReading build(JsonParser parser, String text) throws IOException {
    var tree = new TreeBuilder();
    var cursor = new Position.Cursor(text);
    for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
      var at = cursor.after((int) parser.currentTokenLocation().getCharOffset());
      if (tree.root().isPresent()) {
        return new DocumentReading.Whole(tree.root().get(), Optional.of(at));
      }
      if (token.isStructStart() && !tree.hasRoom()) {
        return new DocumentReading.TooDeep(at);
      }
      add(tree, token, parser.getText(), at);
    }
    return tree.root()
        .<DocumentReading>map(root -> new DocumentReading.Whole(root, Optional.empty()))
        .orElseGet(DocumentReading.Nothing::new);
  }

  private static void add(TreeBuilder tree, JsonToken token, String text, Position at) {
    if (token.isStructStart()) {
      tree.begin(at, token == JsonToken.START_OBJECT, Optional.empty());
    } else if (token.isStructEnd()) {
      tree.end();
    } else {
      var plain = token.isScalarValue() && token != JsonToken.VALUE_STRING;
      tree.add(new DocumentNode.Scalar(at, text, plain), Optional.empty());
    }
  }
}
