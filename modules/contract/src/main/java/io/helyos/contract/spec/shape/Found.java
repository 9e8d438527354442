package io.helyos.contract.spec.shape;

import io.helyos.contract.spec.document.DocumentNode;
import io.helyos.contract.spec.document.DocumentNode.Scalar;
import io.helyos.contract.spec.text.Quote;

/// How a part of the user's document is called in a message.
final class Found {
  private static final String CORE_TAG = "tag:yaml.org,2002:";

  private Found() {}

  static String describe(DocumentNode node) {
    return switch (node) {
      case Scalar scalar -> describe(scalar);
      case DocumentNode.Sequence _ -> "a list";
      case DocumentNode.Mapping _ -> "a map";
      case DocumentNode.Alias _ -> "an alias";
      case DocumentNode.Tagged _ -> "a tag";
    };
  }

  private static String describe(Scalar scalar) {
    return switch (scalar.kind()) {
      case NOTHING -> "nothing";
      case BOOLEAN, NUMBER -> inner(scalar.text());
      case TEXT -> "the text " + text(scalar.text());
    };
  }

  /// As it is written: `!!int` for the long name that the parser makes of it.
  static String tag(String tag) {
    return Quote.of(tag.startsWith(CORE_TAG) ? "!!" + tag.substring(CORE_TAG.length()) : tag);
  }

  static String text(String text) {
    return Quote.of(text);
  }

  private static String inner(String text) {
    var quoted = Quote.of(text);
    return quoted.substring(1, quoted.length() - 1);
  }
}
