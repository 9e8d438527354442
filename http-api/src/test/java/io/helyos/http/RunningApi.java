package io.helyos.http;

import com.typesafe.config.ConfigFactory;
import io.helyos.http.access.TokenText;
import io.helyos.model.EntityId;
import io.helyos.model.cluster.ClusterCommand;
import io.helyos.orchestrator.Orchestrator;
import io.helyos.orchestrator.audit.SigningKey;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.javadsl.Behaviors;

/// The API at a free port of the loopback address, over a fake core, with a client that has a
/// token. Everything that goes through the client is judged by openapi.yaml.
final class RunningApi implements AutoCloseable {
  static final ActorSystem<Void> SYSTEM =
      ActorSystem.create(
          Behaviors.empty(),
          "http-test",
          ConfigFactory.parseString(
                  "pekko { daemonic = on, loglevel = WARNING, stdout-loglevel = WARNING }")
              .withFallback(ConfigFactory.load()));
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  final FakeCore core = new FakeCore();
  final TokenText token = TokenText.random();
  final HttpApi api;
  private final Bound bound;
  volatile boolean hasCore = true;

  private RunningApi(HttpSettings settings) {
    core.tell(EntityId.cluster(), new ClusterCommand.Found("c1"));
    core.tell(
        EntityId.cluster(),
        new ClusterCommand.IssueToken(token.id(), "admin", token.hash(), Optional.empty()));
    api = new HttpApi(SYSTEM, this::core, settings, SigningKey.random());
    bound = api.start().toCompletableFuture().join();
  }

  static RunningApi start() {
    return start(settings());
  }

  static RunningApi start(HttpSettings settings) {
    return new RunningApi(settings);
  }

  /// With short waits for readers, so that tests of them are short, and a long one for bodies: on a
  /// busy machine a client may pause between the head of its request and the body.
  static HttpSettings settings() {
    return settings(Duration.ofSeconds(20));
  }

  /// @param bodyPatience how long a body is waited for
  static HttpSettings settings(Duration bodyPatience) {
    return new HttpSettings(
        "127.0.0.1",
        0,
        Set.of("helyos.test"),
        "1.2.3",
        bodyPatience,
        Duration.ofMillis(300),
        Duration.ofSeconds(5),
        0,
        0,
        Optional.empty());
  }

  private Optional<Orchestrator> core() {
    return hasCore ? Optional.of(core) : Optional.empty();
  }

  int port() {
    return bound.address().getPort();
  }

  Exchange get(String target, String... headers) {
    return judged(send("GET", target, "", headers));
  }

  Exchange delete(String target, String... headers) {
    return judged(send("DELETE", target, "", headers));
  }

  Exchange post(String target, String json, String... headers) {
    return judged(send("POST", target, json, withType("application/json", headers)));
  }

  Exchange deploy(String yaml, String... headers) {
    return judged(send("POST", "/api/v1/deploy", yaml, withType("application/yaml", headers)));
  }

  /// A request that breaks the contract: its answer must be a problem.
  Exchange bad(String method, String target, String body, String... headers) {
    var exchange = send(method, target, body, headers);
    Contract.checkRefusal(exchange);
    return exchange;
  }

  /// Opens a stream; the lines are read as they come, until the reader closes.
  Stream<String> stream(String target, String... headers) {
    try {
      var response = HTTP.send(request("GET", target, "", sent(headers)), BodyHandlers.ofLines());
      if (response.statusCode() != 200) throw new AssertionError("status " + response.statusCode());
      return response.body();
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  Exchange send(String method, String target, String body, String... headers) {
    var sent = sent(headers);
    try {
      return exchange(
          method,
          target,
          sent,
          body,
          HTTP.send(request(method, target, body, sent), BodyHandlers.ofString()));
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(method + " " + target, e);
    }
  }

  private static Exchange judged(Exchange exchange) {
    Contract.check(exchange);
    return exchange;
  }

  private HttpRequest request(
      String method, String target, String body, Map<String, String> headers) {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + target))
            .timeout(Duration.ofSeconds(30))
            .method(
                method,
                body.isEmpty()
                    ? BodyPublishers.noBody()
                    : BodyPublishers.ofString(body, StandardCharsets.UTF_8));
    headers.forEach(request::header);
    return request.build();
  }

  private Map<String, String> sent(String... headers) {
    var sent = new TreeMap<String, String>();
    sent.put("Authorization", "Bearer " + token.whole());
    for (var i = 0; i < headers.length; i += 2) {
      if (headers[i + 1].isEmpty()) sent.remove(headers[i]);
      else sent.put(headers[i], headers[i + 1]);
    }
    return sent;
  }

  private static Exchange exchange(
      String method,
      String target,
      Map<String, String> sent,
      String body,
      HttpResponse<String> response) {
    var received = new HashMap<String, String>();
    response
        .headers()
        .map()
        .forEach((name, values) -> received.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
    return new Exchange(
        method, target, sent, body, response.statusCode(), received, response.body());
  }

  private static String[] withType(String type, String... headers) {
    return Stream.concat(Stream.of("Content-Type", type), Stream.of(headers))
        .toArray(String[]::new);
  }

  @Override
  public void close() {
    bound.stop(Duration.ofMillis(100)).toCompletableFuture().join();
  }
}
