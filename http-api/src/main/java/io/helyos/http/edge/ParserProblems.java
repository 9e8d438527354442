package io.helyos.http.edge;

import io.helyos.http.exchange.Answers;
import io.helyos.http.problem.ProblemKind;
import io.helyos.http.problem.Refusal;
import org.apache.pekko.event.LoggingAdapter;
import org.apache.pekko.http.ParsingErrorHandler;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.scaladsl.model.ErrorInfo;
import org.apache.pekko.http.scaladsl.model.StatusCode;
import org.apache.pekko.http.scaladsl.settings.ServerSettings;

/// Answers requests that the HTTP parser gave up on. Named in the settings of the server, which
/// makes it by itself.
public final class ParserProblems extends ParsingErrorHandler {
  @Override
  public HttpResponse handle(
      StatusCode status, ErrorInfo error, LoggingAdapter log, ServerSettings settings) {
    var id = RequestIds.next();
    log.debug("Request {} cannot be read: {}", id, error.summary());
    var kind = ProblemKind.ofStatus(crowded(error) ? 431 : status.intValue());
    return Answers.problem(Refusal.of(kind, error.summary()), id);
  }

  /// The parser calls too many headers a bad request; they are too large a head.
  private static boolean crowded(ErrorInfo error) {
    return error.summary().endsWith(" headers");
  }
}
