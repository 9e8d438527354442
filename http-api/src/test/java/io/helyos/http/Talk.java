package io.helyos.http;

import io.helyos.contract.exec.ExecChannel;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/// A WebSocket as a client of any make opens it.
final class Talk implements WebSocket.Listener, AutoCloseable {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  /// Binary messages as `1:text`, text messages as they are.
  final List<String> heard = new CopyOnWriteArrayList<>();

  final CompletableFuture<Integer> closed = new CompletableFuture<>();
  private final boolean listens;
  private @Nullable WebSocket socket;

  private Talk(boolean listens) {
    this.listens = listens;
  }

  static Talk open(RunningApi api, String target) {
    return open(api, target, true);
  }

  /// @param listens whether it takes what comes
  static Talk open(RunningApi api, String target, boolean listens) {
    var talk = new Talk(listens);
    talk.socket =
        HTTP.newWebSocketBuilder()
            .header("Authorization", "Bearer " + api.token.whole())
            .subprotocols(ExecChannel.PROTOCOL)
            .buildAsync(URI.create("ws://127.0.0.1:" + api.port() + target), talk)
            .join();
    return talk;
  }

  /// The answer to a WebSocket that must not be opened.
  static HttpResponse<?> refused(RunningApi api, String target, String protocol) {
    try {
      HTTP.newWebSocketBuilder()
          .header("Authorization", "Bearer " + api.token.whole())
          .subprotocols(protocol)
          .buildAsync(URI.create("ws://127.0.0.1:" + api.port() + target), new Talk(true))
          .join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof WebSocketHandshakeException no) return no.getResponse();
      throw e;
    }
    throw new AssertionError("Expected a refusal, found a conversation");
  }

  private WebSocket socket() {
    var open = socket;
    if (open == null) throw new IllegalStateException("Not open");
    return open;
  }

  CompletableFuture<WebSocket> give(String text) {
    return socket()
        .sendBinary(ByteBuffer.wrap(("\0" + text).getBytes(StandardCharsets.UTF_8)), true);
  }

  void signal(String json) {
    socket().sendText(json, true).join();
  }

  @Override
  public void onOpen(WebSocket opened) {
    if (listens) opened.request(Long.MAX_VALUE);
  }

  @Override
  public @Nullable CompletionStage<?> onBinary(WebSocket from, ByteBuffer bytes, boolean last) {
    var channel = bytes.get();
    heard.add(channel + ":" + StandardCharsets.UTF_8.decode(bytes));
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
    heard.add(text.toString());
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
    closed.complete(code);
    return null;
  }

  @Override
  public void onError(WebSocket from, Throwable failure) {
    closed.completeExceptionally(failure);
  }

  @Override
  public void close() {
    socket().abort();
  }
}
