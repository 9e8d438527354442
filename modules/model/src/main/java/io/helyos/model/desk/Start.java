package io.helyos.model.desk;

import io.helyos.model.agent.Order;
import io.helyos.model.desk.StepOutcome.CannotStart;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// How the present start stands, as long as there is no container.
///
/// @param fetching the order whose image is being fetched
/// @param fetched whether the image was fetched for this start: if it is missing still, it cannot
///   be had
/// @param retries how often in a row nothing came of a step
/// @param notBefore the engine is left alone until then
record Start(
    Optional<Order> fetching,
    boolean fetched,
    Optional<CannotStart> failure,
    int retries,
    Instant notBefore) {
  private static final Duration AGAIN = Duration.ofSeconds(1);
  private static final Duration AGAIN_AT_MOST = Duration.ofSeconds(15);

  static Start fresh() {
    return new Start(Optional.empty(), false, Optional.empty(), 0, Instant.MIN);
  }

  boolean waits(Instant now) {
    return fetching.isPresent() || failure.isPresent() || notBefore.isAfter(now);
  }

  /// Meanwhile only another order is carried out.
  Start fetches(Order wanting) {
    return new Start(Optional.of(wanting), fetched, failure, retries, notBefore);
  }

  Start hasFetched(Optional<CannotStart> why) {
    return new Start(Optional.empty(), true, why, retries, notBefore);
  }

  Start failed(CannotStart why) {
    return new Start(fetching, fetched, Optional.of(why), retries, notBefore);
  }

  /// Something has come of a step.
  Start moving() {
    return new Start(fetching, fetched, failure, 0, Instant.MIN);
  }

  /// Nothing came of a step: the wait doubles.
  Start pausing(Instant now) {
    var wait = AGAIN.multipliedBy(1L << Math.min(retries, 4));
    var until = now.plus(wait.compareTo(AGAIN_AT_MOST) < 0 ? wait : AGAIN_AT_MOST);
    return new Start(fetching, fetched, failure, retries + 1, until);
  }
}
