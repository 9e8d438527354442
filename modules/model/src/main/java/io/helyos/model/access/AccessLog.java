package io.helyos.model.access;

/// The log of a daemon. What it holds stands in its events; the state only counts.
public sealed interface AccessLog {
  /// Nothing was ever refused.
  record Empty() implements AccessLog {}

  /// Something was.
  ///
  /// @param noted refused commands that are told in full
  /// @param dropped those that are only counted
  record Kept(long noted, long dropped) implements AccessLog {}
}
