package io.helyos.contract.spec;

import io.helyos.contract.spec.UpdateSpec.OnFailure;
import io.helyos.contract.spec.UpdateSpec.Strategy;
import io.helyos.contract.spec.shape.Field;
import io.helyos.contract.spec.shape.ObjectShape;
import io.helyos.contract.spec.shape.Reading;
import io.helyos.contract.spec.shape.Scalars;
import io.helyos.contract.spec.shape.Values;
import io.helyos.contract.spec.text.Code;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// `update`.
final class UpdateFields {
  private static final UpdateSpec STANDARD = UpdateSpec.DEFAULT;

  static final Field<Strategy> STRATEGY =
      Field.standard(
          "strategy",
          Words.of(Strategy.class),
          STANDARD.strategy(),
          "rolling",
          "rolling: batch by batch; recreate: stop all, then start all.");
  static final Field<Integer> MAX_SURGE =
      Field.standard(
          "maxSurge",
          Scalars.wholeNumber(0, Limits.REPLICAS),
          STANDARD.maxSurge(),
          1,
          "Extra pods while a rollout runs.");
  static final Field<Integer> MAX_UNAVAILABLE =
      Field.standard(
          "maxUnavailable",
          Scalars.wholeNumber(0, Limits.REPLICAS),
          STANDARD.maxUnavailable(),
          0,
          "Pods that may be missing while a rollout runs.");
  static final Field<Duration> MIN_READY =
      Field.standard(
          "minReady",
          Words.duration(Duration.ZERO, Limits.DAY),
          STANDARD.minReady(),
          "0s",
          "How long a pod is ready before it counts.");
  static final Field<Duration> PROGRESS_DEADLINE =
      Field.standard(
          "progressDeadline",
          Words.duration(Limits.SECOND, Limits.DAY),
          STANDARD.progressDeadline(),
          "600s",
          "The rollout fails when nothing moves for so long.");
  static final Field<OnFailure> ON_FAILURE =
      Field.standard(
          "onFailure",
          Words.of(OnFailure.class),
          STANDARD.onFailure(),
          "stop",
          "stop: leave it there; rollback: return to the last revision that completed.");
  static final Field<Integer> FAILURE_THRESHOLD =
      Field.standard(
          "failureThreshold",
          Scalars.wholeNumber(1, 1000),
          STANDARD.failureThreshold(),
          3,
          "Restarts of a new pod before it counts as failed.");

  static final ObjectShape<UpdateSpec> UPDATE =
      ObjectShape.of(
              "update",
              List.of(
                  STRATEGY,
                  MAX_SURGE,
                  MAX_UNAVAILABLE,
                  MIN_READY,
                  PROGRESS_DEADLINE,
                  ON_FAILURE,
                  FAILURE_THRESHOLD),
              UpdateFields::build)
          .checking(UpdateFields::check);

  private UpdateFields() {}

  private static void check(Values values, Reading reading) {
    var nothing = Optional.of(0);
    if (values.find(MAX_SURGE).equals(nothing) && values.find(MAX_UNAVAILABLE).equals(nothing)) {
      reading.refuse(
          values,
          MAX_SURGE,
          Code.CONFLICT,
          "expected maxSurge or maxUnavailable above 0, found 0 for both: nothing could ever move, raise one");
    }
    var deadline = values.find(PROGRESS_DEADLINE).orElse(STANDARD.progressDeadline());
    if (values.find(MIN_READY).filter(time -> time.compareTo(deadline) >= 0).isPresent()) {
      reading.refuse(
          values,
          MIN_READY,
          Code.CONFLICT,
          "expected minReady below progressDeadline, found one that no pod could reach in time: shorten it, or raise progressDeadline");
    }
  }

  private static UpdateSpec build(Values v) {
    return new UpdateSpec(
        v.get(STRATEGY),
        v.get(MAX_SURGE),
        v.get(MAX_UNAVAILABLE),
        v.get(MIN_READY),
        v.get(PROGRESS_DEADLINE),
        v.get(ON_FAILURE),
        v.get(FAILURE_THRESHOLD));
  }
}
