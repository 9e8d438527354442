package io.helyos.cli.output;

import java.util.function.Function;

/// A column of a table.
///
/// @param steady whether its text changes only when something happened; an age does by itself
public record Column<T>(String title, Function<T, String> value, boolean steady) {
  public static <T> Column<T> of(String title, Function<T, String> value) {
    return new Column<>(title, value, true);
  }

  public static <T> Column<T> passing(String title, Function<T, String> value) {
    return new Column<>(title, value, false);
  }
}
