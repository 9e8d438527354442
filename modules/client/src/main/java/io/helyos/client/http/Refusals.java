package io.helyos.client.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.helyos.client.failure.AnswerUnreadable;
import io.helyos.client.failure.HelyosException;
import io.helyos.client.failure.RequestRefused;
import io.helyos.contract.problem.Problem;
import io.helyos.contract.resource.WireFormat;
import java.io.IOException;
import java.net.URI;

/// Turns an answer that is no success into the exception that says so.
final class Refusals {
  // Most commands never meet a refusal, and building a mapper takes milliseconds at start-up.
  private static final class Reader {
    static final ObjectMapper JSON = WireFormat.answers();
  }

  private Refusals() {}

  static HelyosException of(URI server, Answer answer) {
    if (answer.status() >= 300 && answer.status() < 400) return redirected(server, answer.status());
    if (!answer.isJson()) return stranger(server, answer);
    try {
      var problem = Reader.JSON.readValue(answer.body(), Problem.class);
      return new RequestRefused(withStatus(problem, answer.status()));
    } catch (JsonProcessingException e) {
      return stranger(server, answer);
    } catch (IOException e) {
      throw new IllegalStateException("Reading from memory failed", e);
    }
  }

  /// The status line is what was decided; a body may leave it out.
  private static Problem withStatus(Problem sent, int status) {
    return new Problem(
        sent.type(),
        sent.title(),
        status,
        sent.detail(),
        sent.instance(),
        sent.code(),
        sent.errors(),
        sent.error());
  }

  private static HelyosException redirected(URI server, int status) {
    return new AnswerUnreadable(
        "Expected an answer from the daemon at %s, found a redirect (%d). It was not followed, so that"
                .formatted(server, status)
            + " the token goes nowhere else. Use the address of the daemon itself.",
        null);
  }

  private static HelyosException stranger(URI server, Answer answer) {
    var refused = answer.status() == 401 || answer.status() == 403;
    if (refused) {
      return new RequestRefused(
          Problem.of(answer.status(), "refused", "Refused", server + " refuses this token."));
    }
    return new AnswerUnreadable(
        "Expected an answer of a Helyos daemon at %s, found status %d with %s. Check the address."
            .formatted(
                server,
                answer.status(),
                answer.type().isEmpty() ? "no content type" : answer.type()),
        null);
  }
}
