package io.helyos.contract.spec.document;

import java.util.List;

/// A part of a document. Aliases and tags are kept, so that who reads the tree can say where they
/// are.
public sealed interface DocumentNode {
  Position position();

  /// A single value.
  ///
  /// @param plain written without quotes, so that it may be a number, a boolean or nothing
  record Scalar(Position position, String text, boolean plain) implements DocumentNode {
    public ScalarKind kind() {
      return plain ? ScalarKind.ofPlain(text) : ScalarKind.TEXT;
    }
  }

  record Sequence(Position position, List<DocumentNode> items) implements DocumentNode {
    public Sequence {
      items = List.copyOf(items);
    }
  }

  record Mapping(Position position, List<Entry> entries) implements DocumentNode {
    public Mapping {
      entries = List.copyOf(entries);
    }
  }

  record Alias(Position position, String name) implements DocumentNode {}

  record Tagged(Position position, String tag, DocumentNode node) implements DocumentNode {}

  record Entry(DocumentNode key, DocumentNode value) {}
}
