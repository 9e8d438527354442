package io.helyos.contract.spec.shape;

import java.util.Optional;

/// A field of a map: its name, what it holds, what it means, and what holds when it is left out.
/// Fields are compared by identity, since two maps may have fields of the same name.
public final class Field<V> {
  private final String name;
  private final Shape<V> shape;
  private final String about;
  private final Optional<V> absent;
  private final Optional<Object> shown;

  private Field(
      String name, Shape<V> shape, String about, Optional<V> absent, Optional<Object> shown) {
    this.name = name;
    this.shape = shape;
    this.about = about;
    this.absent = absent;
    this.shown = shown;
  }

  /// A field that must be there.
  ///
  /// @param about one sentence for the schema
  public static <V> Field<V> required(String name, Shape<V> shape, String about) {
    return new Field<>(name, shape, about, Optional.empty(), Optional.empty());
  }

  public static <V> Field<Optional<V>> optional(String name, Shape<V> shape, String about) {
    var present = shape.map(Optional::of);
    return new Field<>(name, present, about, Optional.of(Optional.empty()), Optional.empty());
  }

  public static <V> Field<V> standard(String name, Shape<V> shape, V absent, String about) {
    return new Field<>(name, shape, about, Optional.of(absent), Optional.empty());
  }

  /// A field with a default that the schema shows.
  ///
  /// @param shown the default as one would write it
  public static <V> Field<V> standard(
      String name, Shape<V> shape, V absent, Object shown, String about) {
    return new Field<>(name, shape, about, Optional.of(absent), Optional.of(shown));
  }

  public String name() {
    return name;
  }

  Shape<V> shape() {
    return shape;
  }

  String about() {
    return about;
  }

  Optional<V> absent() {
    return absent;
  }

  Optional<Object> shown() {
    return shown;
  }
}
