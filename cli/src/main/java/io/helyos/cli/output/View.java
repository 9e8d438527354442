package io.helyos.cli.output;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/// How one kind of resource is shown.
///
/// @param kind `pod`, as in `pod/helyos-shop-api-0`
/// @param name unique within its kind, and what other commands take
/// @param columns of every table
/// @param more columns of the wide table
/// @param document what JSON and YAML show of it
public record View<T>(
    String kind,
    Function<T, String> name,
    List<Column<T>> columns,
    List<Column<T>> more,
    Function<T, Object> document) {
  public View {
    columns = List.copyOf(columns);
    more = List.copyOf(more);
  }

  /// Resources whose document is the resource itself.
  public static <T> View<T> of(
      String kind, Function<T, String> name, List<Column<T>> columns, List<Column<T>> more) {
    return new View<>(kind, name, columns, more, it -> it);
  }

  public List<Column<T>> columns(boolean wide) {
    return wide ? Stream.concat(columns.stream(), more.stream()).toList() : columns;
  }

  public String fullName(T resource) {
    return kind + "/" + name.apply(resource);
  }
}
