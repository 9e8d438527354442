package io.helyos.client;

import io.helyos.contract.resource.ChangeAnswer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A write that is done and durable.
///
/// @param object as it stands after the write, absent when nothing is left of it
public record Change<T>(Optional<T> object, ChangeAnswer answer) {
  static <T> Change<T> of(@Nullable T object, ChangeAnswer answer) {
    return new Change<>(Optional.ofNullable(object), answer);
  }
}
