package io.helyos.daemon.harness;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The daemon's API as bare HTTP: every header is the test's own, and nothing is tried again.
public final class Api {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final HttpClient http;
  private final URI server;
  private final String token;

  Api(int port, String token) {
    this(URI.create("http://127.0.0.1:" + port), token, client().build());
  }

  private Api(URI server, String token, HttpClient http) {
    this.server = server;
    this.token = token;
    this.http = http;
  }

  /// The API over TLS as a stranger sees it, who looks at no certificate.
  static Api encrypted(int port) {
    var context = Strangers.context();
    return new Api(
        URI.create("https://127.0.0.1:" + port), "", client().sslContext(context).build());
  }

  private static HttpClient.Builder client() {
    return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE);
  }

  /// The answer to a request.
  ///
  /// @param mark what a later read hands back in order to see this write; empty for a read
  /// @param etag the sequence of the one thing that was read or written
  public record Reply(int status, JsonNode body, String change, String mark, String etag) {
    /// This answer, if it is of the 2xx.
    public Reply ok() {
      if (status / 100 == 2) return this;
      throw new AssertionError("Expected the daemon to accept this, found " + this);
    }
  }

  public Reply get(String path) {
    return get(path, "");
  }

  /// A read that must see the write of this mark.
  public Reply get(String path, String mark) {
    return plain("GET", path, "", "", mark.isEmpty() ? Map.of() : Map.of("Helyos-After", mark));
  }

  public Reply post(String path, String json) {
    return plain("POST", path, json, "application/json", Map.of());
  }

  public Reply delete(String path) {
    return plain("DELETE", path, "", "", Map.of());
  }

  public Reply deploy(String yaml) {
    return plain("POST", "/api/v1/deploy", yaml, "application/yaml", Map.of());
  }

  public Reply scale(String project, String deployment, int replicas) {
    return post(scalePath(project, deployment), scaleBody(replicas));
  }

  /// All events behind an offset, one a line, and then those to come.
  public Stream<String> events(long after) throws IOException {
    var request =
        HttpRequest.newBuilder(server.resolve("/api/v1/events?after=" + after))
            .header("Authorization", "Bearer " + token)
            .header("Accept", "application/x-ndjson")
            .build();
    try {
      var answer = http.send(request, BodyHandlers.ofLines());
      if (answer.statusCode() == 200) return answer.body();
      throw new IOException("Status " + answer.statusCode());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("Interrupted", e);
    }
  }

  /// Follows the endpoints of a deployment.
  public EndpointFollower endpoints(String project, String deployment) {
    var path =
        "/api/v1/projects/%s/deployments/%s/endpoints?watch=true".formatted(project, deployment);
    var request =
        HttpRequest.newBuilder(server.resolve(path))
            .header("Authorization", "Bearer " + token)
            .build();
    return EndpointFollower.of(
        http.sendAsync(request, BodyHandlers.ofLines()).thenApply(HttpResponse::body));
  }

  /// Scales under a key; the daemon may die meanwhile.
  public Reply scale(String project, String deployment, int replicas, String key)
      throws IOException {
    return send(
        "POST",
        scalePath(project, deployment),
        scaleBody(replicas),
        "application/json",
        Map.of("Idempotency-Key", key));
  }

  /// Deploys under a key; the daemon may die meanwhile.
  public Reply deploy(String yaml, String key) throws IOException {
    return send("POST", "/api/v1/deploy", yaml, "application/yaml", Map.of("Idempotency-Key", key));
  }

  /// Sends without a body under a key; the daemon may die meanwhile.
  public Reply command(String method, String path, String key) throws IOException {
    return send(method, path, "", "", Map.of("Idempotency-Key", key));
  }

  /// Reads bytes to their end; the daemon may die meanwhile.
  public void read(String path) {
    untilItDies(HttpRequest.newBuilder(server.resolve(path)));
  }

  /// Sends a tar archive; the daemon may die meanwhile.
  public void write(String path, byte[] archive) {
    untilItDies(
        HttpRequest.newBuilder(server.resolve(path))
            .header("Content-Type", "application/x-tar")
            .PUT(BodyPublishers.ofByteArray(archive)));
  }

  /// Copies a tar archive into a pod; answers the status.
  public int copyInto(String path, byte[] archive) throws IOException, InterruptedException {
    var request =
        files(path)
            .header("Content-Type", "application/x-tar")
            .PUT(BodyPublishers.ofByteArray(archive));
    return http.send(request.build(), BodyHandlers.discarding()).statusCode();
  }

  /// Copies out of a pod, as a tar archive.
  public byte[] copyOut(String path) throws IOException, InterruptedException {
    return http.send(files(path).build(), BodyHandlers.ofByteArray()).body();
  }

  private HttpRequest.Builder files(String path) {
    return HttpRequest.newBuilder(server.resolve(path))
        .header("Authorization", "Bearer " + token)
        .timeout(PATIENCE);
  }

  private void untilItDies(HttpRequest.Builder request) {
    http.sendAsync(
            request.header("Authorization", "Bearer " + token).timeout(PATIENCE).build(),
            BodyHandlers.discarding())
        .thenApply(HttpResponse::statusCode)
        .exceptionally(_ -> 0)
        .join();
  }

  /// Runs a command in a pod to its end; the daemon may die meanwhile.
  public void exec(String pod, String word) {
    var over = new CompletableFuture<Integer>();
    var listener =
        new WebSocket.Listener() {
          @Override
          public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
            over.complete(code);
            return null;
          }

          @Override
          public void onError(WebSocket from, Throwable failure) {
            over.complete(0);
          }
        };
    var path = "/api/v1/pods/%s/exec?command=%s".formatted(pod, word);
    http.newWebSocketBuilder()
        .header("Authorization", "Bearer " + token)
        .subprotocols("v1.exec.helyos.io")
        .buildAsync(URI.create("ws://" + server.getRawAuthority() + path), listener)
        .thenCompose(_ -> over)
        .exceptionally(_ -> 0)
        .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
        .join();
  }

  String token() {
    return token;
  }

  private static String scalePath(String project, String deployment) {
    return "/api/v1/projects/%s/deployments/%s/scale".formatted(project, deployment);
  }

  private static String scaleBody(int replicas) {
    return "{\"replicas\": %d}".formatted(replicas);
  }

  private Reply plain(
      String method, String path, String body, String type, Map<String, String> headers) {
    try {
      return send(method, path, body, type, headers);
    } catch (IOException e) {
      throw new UncheckedIOException("%s %s".formatted(method, path), e);
    }
  }

  private Reply send(
      String method, String path, String body, String type, Map<String, String> headers)
      throws IOException {
    var request =
        HttpRequest.newBuilder(server.resolve(path))
            .timeout(PATIENCE)
            .header("Authorization", "Bearer " + token)
            .method(method, BodyPublishers.ofString(body));
    if (!type.isEmpty()) request.header("Content-Type", type);
    headers.forEach(request::header);
    try {
      var answer = http.send(request.build(), BodyHandlers.ofString());
      return new Reply(
          answer.statusCode(),
          json(answer.body()),
          header(answer.headers().firstValue("Helyos-Change")),
          header(answer.headers().firstValue("Helyos-After")),
          header(answer.headers().firstValue("ETag")));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("Interrupted", e);
    }
  }

  private static String header(Optional<String> value) {
    return value.orElse("");
  }

  private static JsonNode json(String body) {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException plainText) {
      return JSON.getNodeFactory().textNode(body);
    }
  }
}
