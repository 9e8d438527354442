package io.helyos.cli.copy;

/// How much was copied.
///
/// @param bytes of the files' contents
record Tally(int files, long bytes) {
  static final Tally NOTHING = new Tally(0, 0);

  Tally and(long more) {
    return new Tally(files + 1, bytes + more);
  }
}
