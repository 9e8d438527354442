package io.helyos.contract.spec;

import java.util.Optional;

/// One thing that is wrong with a spec, and where.
///
/// @param line 1-based, of the key or value in question
/// @param column 1-based, counted in characters as an editor does
/// @param path of the field, such as `deployment.name` or `ports[1].host`; empty for the document
/// @param code stable and short, for programs
/// @param message what was expected, what was found, what to do
/// @param suggestion the nearest valid word, where there is one
public record Violation(
    int line, int column, String path, String code, String message, Optional<String> suggestion) {

  /// As compilers print it: `3:1 replcas: unknown field ...`.
  public String asLine() {
    var where = line + ":" + column + " ";
    return path.isEmpty() ? where + message : where + path + ": " + message;
  }
}
