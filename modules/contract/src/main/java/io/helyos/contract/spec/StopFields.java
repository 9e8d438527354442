package io.helyos.contract.spec;

import io.helyos.contract.spec.shape.Field;
import io.helyos.contract.spec.shape.ObjectShape;
import io.helyos.contract.spec.shape.Scalars;
import io.helyos.contract.spec.text.Signal;
import java.time.Duration;
import java.util.List;

/// `stop`.
final class StopFields {
  static final Field<Duration> GRACE =
      Field.standard(
          "grace",
          Words.duration(Duration.ZERO, Limits.DAY),
          StopSpec.DEFAULT.grace(),
          "10s",
          "From the signal to the kill.");
  static final Field<String> SIGNAL =
      Field.standard(
          "signal",
          Scalars.text("a signal such as SIGTERM", Signal::parse),
          StopSpec.DEFAULT.signal(),
          "SIGTERM",
          "What asks the process to end.");
  static final Field<Duration> DRAIN =
      Field.standard(
          "drain",
          Words.duration(Duration.ZERO, Limits.DAY),
          Duration.ZERO,
          "0s",
          "From the end of new traffic to the signal.");
  static final Field<List<String>> PRE_STOP =
      Field.standard(
          "preStop", CommandFields.LIST, List.of(), "A command that runs before the signal.");

  static final ObjectShape<StopSpec> STOP =
      ObjectShape.of(
          "stop",
          List.of(GRACE, SIGNAL, DRAIN, PRE_STOP),
          v -> new StopSpec(v.get(GRACE), v.get(SIGNAL), v.get(DRAIN), v.get(PRE_STOP)));

  private StopFields() {}
}
