package io.helyos.contract.spec.document;

import java.util.Optional;

/// What came of reading a text as a document.
public sealed interface DocumentReading {

  /// A tree.
  ///
  /// @param second where another document begins; it was not read
  record Whole(DocumentNode root, Optional<Position> second) implements DocumentReading {}

  /// Only white space and comments.
  record Nothing() implements DocumentReading {}

  /// Reading stopped where the nesting went beyond the limit.
  record TooDeep(Position position) implements DocumentReading {}

  /// Not the language that was expected.
  ///
  /// @param problem what was found, as a part of a sentence
  record Broken(Position position, String problem) implements DocumentReading {}
}
