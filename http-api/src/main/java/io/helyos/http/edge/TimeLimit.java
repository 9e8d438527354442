package io.helyos.http.edge;

import io.helyos.http.exchange.Answers;
import io.helyos.http.problem.ProblemKind;
import io.helyos.http.problem.Refusal;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.model.headers.TimeoutAccess;
import scala.concurrent.duration.Duration;

/// What a client is told when its answer takes longer than the server waits.
public final class TimeLimit {
  private TimeLimit() {}

  /// For an answer that comes only when all has arrived that the client has to send.
  public static void lift(HttpRequest request) {
    request
        .getHeader(TimeoutAccess.class)
        .ifPresent(header -> header.timeoutAccess().updateTimeout(Duration.Inf()));
  }

  public static void set(HttpRequest request, String id) {
    request
        .getHeader(TimeoutAccess.class)
        .ifPresent(header ->
            header
                .timeoutAccess()
                .updateHandler(_ ->
                    Answers.problem(
                        Refusal.of(
                            ProblemKind.UNAVAILABLE,
                            "The answer took too long. A write may have been taken; repeat it under its Idempotency-Key."),
                        id)));
  }
}
