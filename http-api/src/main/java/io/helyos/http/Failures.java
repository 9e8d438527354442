package io.helyos.http;

import io.helyos.http.problem.ProblemKind;
import io.helyos.http.problem.Refusal;
import io.helyos.orchestrator.Orchestrator;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What a failed request is told. A fault of ours is told by its request's id and found in the log
/// under it; what it was stays here.
final class Failures {
  private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

  private Failures() {}

  static Refusal refusal(Throwable failure, String request) {
    return switch (failure) {
      case CompletionException wrapped when wrapped.getCause() != null ->
          refusal(wrapped.getCause(), request);
      case Refusal refusal -> refusal;
      case Orchestrator.Unavailable away ->
          Refusal.of(
              ProblemKind.UNAVAILABLE,
              "The journal did not answer in time (%s). A write may have been taken; repeat it under its Idempotency-Key."
                  .formatted(away.getMessage()));
      default -> {
        LOG.error("Request {} failed", request, failure);
        yield Refusal.of(
            ProblemKind.INTERNAL,
            "The daemon failed at this request. Its log tells more under %s.".formatted(request));
      }
    };
  }
}
