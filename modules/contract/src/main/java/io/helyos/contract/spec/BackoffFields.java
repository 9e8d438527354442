package io.helyos.contract.spec;

import io.helyos.contract.spec.shape.Field;
import io.helyos.contract.spec.shape.ObjectShape;
import io.helyos.contract.spec.shape.Reading;
import io.helyos.contract.spec.shape.Values;
import io.helyos.contract.spec.text.Code;
import io.helyos.contract.spec.text.DurationText;
import java.time.Duration;
import java.util.List;

/// `backoff`.
final class BackoffFields {
  static final Field<Duration> INITIAL =
      Field.standard(
          "initial",
          Words.duration(Duration.ZERO, Limits.DAY),
          BackoffSpec.DEFAULT.initial(),
          "1s",
          "Before the first restart; 0s restarts at once.");
  static final Field<Duration> MAX =
      Field.standard(
          "max",
          Words.duration(Limits.SECOND, Limits.DAY),
          BackoffSpec.DEFAULT.max(),
          "300s",
          "The longest wait.");

  static final ObjectShape<BackoffSpec> BACKOFF =
      ObjectShape.of(
              "backoff", List.of(INITIAL, MAX), v -> new BackoffSpec(v.get(INITIAL), v.get(MAX)))
          .checking(BackoffFields::check);

  private BackoffFields() {}

  private static void check(Values values, Reading reading) {
    values
        .find(INITIAL)
        .ifPresent(initial ->
            values
                .find(MAX)
                .filter(max -> max.compareTo(initial) < 0)
                .ifPresent(max -> tooShort(max, initial, values, reading)));
  }

  private static void tooShort(Duration max, Duration initial, Values values, Reading reading) {
    reading.refuse(
        values,
        MAX,
        Code.CONFLICT,
        "expected a max of at least the initial wait (%s), found %s: raise it"
            .formatted(DurationText.show(initial), DurationText.show(max)));
  }
}
