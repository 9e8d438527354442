package io.helyos.model.port;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// A moment at which a daemon may die and nothing promised may be lost: `before-create-container`,
/// `after-create-container`.
public record CrashPoint(OutsideCall call, Moment moment) {
  private static final List<CrashPoint> ALL =
      Arrays.stream(OutsideCall.values())
          .flatMap(call -> Stream.of(Moment.values()).map(moment -> new CrashPoint(call, moment)))
          .toList();

  public enum Moment {
    /// Nothing was asked yet.
    BEFORE,
    /// The world has done it, or refused; whoever asked has not heard.
    AFTER
  }

  public static List<CrashPoint> all() {
    return ALL;
  }

  /// The point of this name.
  ///
  /// @throws IllegalArgumentException when there is none
  public static CrashPoint named(String name) {
    return ALL.stream()
        .filter(point -> point.toString().equals(name))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "Expected a crash point, found '%s'. There are: %s".formatted(name, ALL)));
  }

  @Override
  public String toString() {
    return (moment + "-" + call).toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
