package io.helyos.model;

/// Who an event is about: a kind and a name that is unique in it.
public record EntityId(EntityKind kind, String name) {
  /// The one cluster that a journal tells of.
  public static EntityId cluster() {
    return new EntityId(EntityKind.CLUSTER, "cluster");
  }

  public static EntityId node(String name) {
    return new EntityId(EntityKind.NODE, name);
  }

  public static EntityId project(String name) {
    return new EntityId(EntityKind.PROJECT, name);
  }

  /// What a daemon has denied and refused.
  public static EntityId access(String daemon) {
    return new EntityId(EntityKind.ACCESS, daemon);
  }

  /// Reads what [#toString] wrote.
  public static EntityId parse(String text) {
    var bar = text.indexOf('|');
    if (bar < 0) throw new IllegalArgumentException("Expected kind|name, found: " + text);
    return new EntityId(EntityKind.of(text.substring(0, bar)), text.substring(bar + 1));
  }

  /// The persistence id: `pod|shop-api-0`.
  @Override
  public String toString() {
    return kind.word() + "|" + name;
  }
}
