package io.helyos.contract.resource;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What stands for a field that the other side did not send: a daemon of another version, or a
/// short request, leaves fields out, and a record has no other place to say what that means.
final class Absent {
  private Absent() {}

  static String text(@Nullable String sent) {
    return sent == null ? "" : sent;
  }

  static <T> List<T> list(@Nullable List<T> sent) {
    return sent == null ? List.of() : List.copyOf(sent);
  }

  /// Keeps the order that was sent; values may be null, as in JSON.
  static <V extends @Nullable Object> Map<String, V> map(@Nullable Map<String, V> sent) {
    return sent == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(sent));
  }
}
