package io.helyos.http.exchange;

import io.helyos.model.cluster.Token;
import io.helyos.model.view.View;
import io.helyos.orchestrator.Orchestrator;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.pekko.http.javadsl.model.HttpHeader;
import org.apache.pekko.http.javadsl.model.HttpRequest;

/// A request that has passed the edge.
///
/// @param id told in problems and in the log
/// @param names in the path
/// @param caller absent on open routes
/// @param running the core, absent only on routes that need none
/// @param format the media type of the body, in lower case and without parameters
/// @param past what it is answered from, when it asks for an earlier time
public record Call(
    HttpRequest request,
    String id,
    String path,
    Map<String, String> names,
    Query query,
    Optional<Token> caller,
    String format,
    byte[] body,
    Optional<Orchestrator> running,
    Optional<View> past) {
  public Call {
    names = Map.copyOf(names);
  }

  public String name(String variable) {
    return Objects.requireNonNull(names.get(variable), variable);
  }

  public Orchestrator core() {
    return running.orElseThrow(() -> new IllegalStateException("A route without a core."));
  }

  /// The cluster as this daemon knows it, or as it was at the time that is asked for.
  public View view() {
    return past.orElseGet(() -> core().view());
  }

  /// The same call, answered from an earlier time.
  public Call at(View earlier) {
    return new Call(
        request, id, path, names, query, caller, format, body, running, Optional.of(earlier));
  }

  /// Why nothing can be begun on a node just now. It is no part of the past.
  public Optional<String> trouble(String node) {
    return past.isPresent() ? Optional.empty() : core().trouble(node);
  }

  /// For how long there has been no sign of life of a node. It is no part of the past either.
  public Duration silence(String node) {
    return past.isPresent() ? Duration.ZERO : core().silence(node);
  }

  public Optional<String> header(String name) {
    return request.getHeader(name).map(HttpHeader::value).filter(value -> !value.isEmpty());
  }

  public String method() {
    return request.method().name();
  }

  /// The token that the request came with.
  public Token token() {
    return caller.orElseThrow(() -> new IllegalStateException("An open route has no caller."));
  }

  public String author() {
    return token().name();
  }

  /// The body as one of the request records.
  public <T> T json(Class<T> type) {
    return JsonBody.read(body, type);
  }
}
