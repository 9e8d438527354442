package io.helyos.model.port;

/// What came of one question to a container.
///
/// @param asked false when the question could not be put, through no fault of the container: that
///   speaks neither for it nor against it
/// @param words what was answered, or why nothing was, for people; at most [#LONGEST] characters
public record ProbeAnswer(boolean passed, boolean asked, String words) {
  /// A longer answer is cut.
  public static final int LONGEST = 200;

  public ProbeAnswer {
    if (words.length() > LONGEST) words = words.substring(0, LONGEST) + "...";
  }

  /// The answer to a question that was put.
  public ProbeAnswer(boolean passed, String words) {
    this(passed, true, words);
  }

  public static ProbeAnswer good(String words) {
    return new ProbeAnswer(true, words);
  }

  public static ProbeAnswer bad(String words) {
    return new ProbeAnswer(false, words);
  }

  /// The question could not be put.
  public static ProbeAnswer none(String words) {
    return new ProbeAnswer(false, false, words);
  }
}
