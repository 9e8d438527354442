package io.helyos.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.helyos.contract.problem.Problem;
import io.helyos.contract.resource.EventResource;
import io.helyos.contract.resource.WireFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;

/// A daemon that says what a test tells it to say, and remembers what it was asked.
final class StubDaemon implements AutoCloseable {
  /// A request as it came.
  record Asked(String method, String path, String query, Map<String, String> headers, String body) {
    String line() {
      return method + " " + path + (query.isEmpty() ? "" : "?" + query);
    }

    String header(String name) {
      return headers.getOrDefault(name, "");
    }
  }

  private record Canned(int status, String type, String body, Map<String, String> headers) {}

  private final HttpServer server;
  private final Map<String, Deque<Canned>> answers = new ConcurrentHashMap<>();
  private final BlockingQueue<String> frames = new LinkedBlockingQueue<>();
  private final AtomicLong offsets = new AtomicLong();
  final List<Asked> asked = new CopyOnWriteArrayList<>();

  StubDaemon() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::handle);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /// Several answers to the same request come one after another; the last one stays.
  StubDaemon answers(String request, int status, Object body) {
    return answers(request, status, body, Map.of());
  }

  StubDaemon answers(String request, int status, Object body, Map<String, String> headers) {
    var type = status < 400 ? "application/json" : Problem.MEDIA_TYPE;
    return canned(request, new Canned(status, type, json(body), headers));
  }

  StubDaemon refuses(String request, int status, String code, String detail) {
    return answers(request, status, Problem.of(status, code, code, detail));
  }

  StubDaemon says(String request, int status, String type, String body) {
    return canned(request, new Canned(status, type, body, Map.of()));
  }

  /// Something happened: whoever follows the events gets to know it.
  void happened() {
    happened(Samples.event(offsets.incrementAndGet()));
  }

  void happened(EventResource event) {
    frames.add("data: " + json(event) + "\nid: " + event.offset() + "\n\n");
  }

  Optional<Asked> last(String request) {
    return asked.stream()
        .filter(it -> (it.method() + " " + it.path()).equals(request))
        .reduce((a, b) -> b);
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private StubDaemon canned(String request, Canned answer) {
    answers.computeIfAbsent(request, it -> new ArrayDeque<>()).add(answer);
    return this;
  }

  private void handle(HttpExchange exchange) throws IOException {
    var uri = exchange.getRequestURI();
    var headers = new ConcurrentHashMap<String, String>();
    exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.getFirst()));
    var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    var query = uri.getQuery() == null ? "" : uri.getQuery();
    asked.add(new Asked(exchange.getRequestMethod(), uri.getRawPath(), query, headers, body));
    if (uri.getPath().equals("/api/v1/events")) stream(exchange);
    else answer(exchange, next(exchange.getRequestMethod() + " " + uri.getRawPath()));
  }

  private Canned next(String request) {
    var all = answers.get(request);
    if (all == null) {
      var problem = Problem.of(404, "not-found", "Not found", "Nothing here: " + request + ".");
      return new Canned(404, Problem.MEDIA_TYPE, json(problem), Map.of());
    }
    synchronized (all) {
      var first = all.getFirst();
      if (all.size() > 1) {
        all.removeFirst();
        // There is something new to see.
        happened();
      }
      return first;
    }
  }

  private static void answer(HttpExchange exchange, Canned answer) throws IOException {
    var bytes = answer.body().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", answer.type());
    answer.headers().forEach(exchange.getResponseHeaders()::add);
    exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private void stream(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
    exchange.sendResponseHeaders(200, 0);
    try (var out = exchange.getResponseBody()) {
      out.write(":\n\n".getBytes(StandardCharsets.UTF_8));
      out.flush();
      while (true) {
        out.write(frames.take().getBytes(StandardCharsets.UTF_8));
        out.flush();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String json(Object body) {
    if (body instanceof String text) return text;
    try {
      return WireFormat.answers().writeValueAsString(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
