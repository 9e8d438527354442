package io.helyos.model.port;

import io.helyos.model.port.CrashPoint.Moment;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/// Hears of each crash point as the daemon comes by. Whoever calls the world outside does it in
/// here, so that no call can be without its two points.
@FunctionalInterface
public interface CrashPoints {
  /// Takes no notice of any.
  CrashPoints UNHEEDED = _ -> {};

  /// Returns, unless the process is to end here.
  void pass(CrashPoint point);

  /// A call that is answered later. The answer, as it came, is handed on after the second point.
  default <T> CompletableFuture<T> around(
      OutsideCall call, Supplier<? extends CompletionStage<T>> asked) {
    pass(new CrashPoint(call, Moment.BEFORE));
    var heard = new CompletableFuture<T>();
    asked
        .get()
        .whenComplete((answer, failure) -> {
          pass(new CrashPoint(call, Moment.AFTER));
          if (failure == null) heard.complete(answer);
          else heard.completeExceptionally(failure);
        });
    return heard;
  }

  /// A call that the caller waits for.
  default <T> T during(OutsideCall call, Supplier<T> asked) {
    pass(new CrashPoint(call, Moment.BEFORE));
    var answer = asked.get();
    pass(new CrashPoint(call, Moment.AFTER));
    return answer;
  }

  /// A call that the caller waits for, without an answer.
  default void during(OutsideCall call, Runnable asked) {
    pass(new CrashPoint(call, Moment.BEFORE));
    asked.run();
    pass(new CrashPoint(call, Moment.AFTER));
  }
}
