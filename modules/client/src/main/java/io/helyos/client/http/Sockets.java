package io.helyos.client.http;

import io.helyos.client.failure.HelyosException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/// Opens WebSockets. What the daemon answers instead of one is told as on every other route.
final class Sockets {
  private Sockets() {}

  static WebSocket open(Wire wire, Route route, String protocol, WebSocket.Listener listener) {
    var endpoint = wire.endpoint();
    var builder =
        client(endpoint)
            .newWebSocketBuilder()
            .subprotocols(protocol)
            .connectTimeout(endpoint.silence())
            .header("User-Agent", endpoint.agent());
    endpoint.authorization().ifPresent(it -> builder.header("Authorization", it));
    try {
      return builder.buildAsync(address(endpoint, route), listener).join();
    } catch (CompletionException e) {
      throw told(wire, e.getCause());
    }
  }

  static HttpClient client(Endpoint endpoint) {
    var builder = HttpClient.newBuilder().connectTimeout(endpoint.connect());
    if (endpoint.isLoopback()) builder.proxy(HttpClient.Builder.NO_PROXY);
    Trust.context(endpoint).ifPresent(builder::sslContext);
    return builder.build();
  }

  private static URI address(Endpoint endpoint, Route route) {
    var scheme = endpoint.isEncrypted() ? "wss" : "ws";
    return URI.create(scheme + "://" + endpoint.server().getRawAuthority() + route);
  }

  private static HelyosException told(Wire wire, @Nullable Throwable failure) {
    return switch (failure) {
      case WebSocketHandshakeException refused ->
          Refusals.of(wire.endpoint().server(), answer(refused.getResponse()));
      case IOException broken -> wire.unreachable(broken);
      case null, default -> wire.unreachable(new IOException(failure));
    };
  }

  static Answer answer(HttpResponse<?> response) {
    var body = response.body() instanceof String text ? text : "";
    return new Answer(
        response.statusCode(),
        response.headers().firstValue("Content-Type").orElse("").toLowerCase(Locale.ROOT),
        body.getBytes(StandardCharsets.UTF_8),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
