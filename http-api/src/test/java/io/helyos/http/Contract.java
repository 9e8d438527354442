package io.helyos.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.ValidationReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;

/// openapi.yaml as a judge of what goes over the wire.
final class Contract {
  static final String TEXT = read();
  private static final OpenApiInteractionValidator JUDGE =
      OpenApiInteractionValidator.createForInlineApiSpecification(TEXT).build();

  private Contract() {}

  static void check(Exchange exchange) {
    accept(JUDGE.validateRequest(request(exchange)), exchange);
    checkAnswer(path(exchange.target()), exchange.method(), exchange);
  }

  /// Of a request that breaks the contract, only the answer is judged: it must be a problem.
  static void checkRefusal(Exchange exchange) {
    assertThat(exchange.status()).as("status of %s", exchange).isGreaterThanOrEqualTo(400);
    checkAnswer("/health", "GET", exchange);
  }

  static ValidationReport judge(Exchange exchange) {
    return JUDGE.validateResponse(
        path(exchange.target()), Request.Method.valueOf(exchange.method()), response(exchange));
  }

  private static void checkAnswer(String path, String method, Exchange exchange) {
    accept(
        JUDGE.validateResponse(path, Request.Method.valueOf(method), response(exchange)), exchange);
  }

  private static void accept(ValidationReport report, Exchange exchange) {
    assertThat(report.getMessages()).as("openapi.yaml about %s", exchange).isEmpty();
  }

  private static SimpleRequest request(Exchange exchange) {
    var request = new SimpleRequest.Builder(exchange.method(), path(exchange.target()), false);
    query(exchange.target()).forEach(request::withQueryParam);
    exchange.sent().forEach(request::withHeader);
    if (!exchange.body().isEmpty()) request.withBody(exchange.body());
    return request.build();
  }

  private static SimpleResponse response(Exchange exchange) {
    var response = SimpleResponse.Builder.status(exchange.status());
    exchange.received().forEach(response::withHeader);
    if (!exchange.answer().isEmpty()) response.withBody(exchange.answer());
    return response.build();
  }

  private static String path(String target) {
    return target.split("\\?", 2)[0];
  }

  private static Map<String, String> query(String target) {
    var parts = target.split("\\?", 2);
    var query = new java.util.LinkedHashMap<String, String>();
    if (parts.length < 2) return query;
    for (var pair : parts[1].split("&", -1)) {
      var sides = pair.split("=", 2);
      query.put(
          sides[0], sides.length < 2 ? "" : URLDecoder.decode(sides[1], StandardCharsets.UTF_8));
    }
    return query;
  }

  private static String read() {
    try (var in = Contract.class.getResourceAsStream("/io/helyos/http/openapi.yaml")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
