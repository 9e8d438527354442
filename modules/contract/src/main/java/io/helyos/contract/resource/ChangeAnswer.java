package io.helyos.contract.resource;

/// What a write tells about itself, beside the object that it changed.
///
/// @param change id that every event of this command carries
/// @param entity `deployment|shop-api`, the one that was written
/// @param sequence of its last event; with `entity` the mark that a later read waits for
public record ChangeAnswer(String change, String entity, long sequence) {
  public ChangeAnswer {
    change = Absent.text(change);
    entity = Absent.text(entity);
  }

  /// Response header with the change id.
  public static final String CHANGE_HEADER = "Helyos-Change";

  /// Header with [#mark]: in the answer to a write, and in a later read that must see it.
  public static final String AFTER_HEADER = "Helyos-After";

  /// Code of the problem that answers a read whose mark lies beyond the end of the journal.
  public static final String UNKNOWN_MARK = "unknown-mark";

  /// `entity@sequence`.
  public String mark() {
    return entity + "@" + sequence;
  }

  /// Reads the two headers back.
  public static ChangeAnswer ofHeaders(String change, String mark) {
    var at = mark.lastIndexOf('@');
    if (at < 0) throw new IllegalArgumentException("Expected entity@sequence, found: " + mark);
    return new ChangeAnswer(
        change, mark.substring(0, at), Long.parseLong(mark, at + 1, mark.length(), 10));
  }
}
