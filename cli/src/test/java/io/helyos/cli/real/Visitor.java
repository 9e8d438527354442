package io.helyos.cli.real;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// Asks pods for their page again and again, and remembers when one did not give it.
final class Visitor implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
  private final AtomicInteger requests = new AtomicInteger();
  private final ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();

  private Visitor() {}

  static Visitor of(List<JsonNode> pods) {
    var visitor = new Visitor();
    for (var pod : pods) {
      var page = page(pod);
      var visits =
          visitor.clock.scheduleWithFixedDelay(
              () -> visitor.visit(page), 0, 100, TimeUnit.MILLISECONDS);
      if (visits.isDone()) throw new AssertionError("Nobody visits " + page);
    }
    return visitor;
  }

  private static URI page(JsonNode pod) {
    return URI.create("http://127.0.0.1:" + pod.at("/ports/0/host").asInt() + "/");
  }

  private void visit(URI page) {
    try {
      var request = HttpRequest.newBuilder(page).timeout(PATIENCE).build();
      var answer = http.send(request, BodyHandlers.ofString());
      if (answer.statusCode() != 200) failures.add(page + ": " + answer.statusCode());
    } catch (IOException e) {
      failures.add(page + ": " + e);
    } catch (InterruptedException over) {
      Thread.currentThread().interrupt();
    }
    requests.incrementAndGet();
  }

  int requests() {
    return requests.get();
  }

  /// Of these pods.
  List<String> failures(List<JsonNode> pods) {
    return failures.stream()
        .filter(failure -> pods.stream().anyMatch(pod -> failure.startsWith(page(pod).toString())))
        .toList();
  }

  @Override
  public void close() {
    clock.shutdownNow();
    http.shutdownNow();
  }
}
