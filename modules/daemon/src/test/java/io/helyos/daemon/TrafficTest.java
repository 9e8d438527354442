package io.helyos.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.daemon.harness.DaemonProcess;
import io.helyos.daemon.harness.Docker;
import io.helyos.daemon.harness.EndpointFollower;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Traffic that goes where the endpoints say, while all pods are replaced three times. The long
/// form, with a real proxy, is `scripts/bench traffic`.
@Timeout(300)
class TrafficTest {
  private static final int PODS = 2;
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @TempDir Path folder;
  private final Docker docker = Docker.shared();
  private final String project = "traffic-" + UUID.randomUUID().toString().substring(0, 8);
  private final String path = "/api/v1/projects/%s/deployments/api".formatted(project);
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();
  private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
  private final AtomicInteger requests = new AtomicInteger();
  private final ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();
  private DaemonProcess daemon;

  @BeforeEach
  void start() {
    daemon = DaemonProcess.onDocker(folder, docker.socket()).start();
  }

  @AfterEach
  void stop() {
    clock.shutdownNow();
    daemon.close();
    docker.sweep(project);
  }

  @Test
  void no_request_fails_through_an_update_a_rollback_and_a_restart() {
    var api = daemon.api();
    api.deploy(spec("red")).ok();
    awaitCompleted(1);
    try (var endpoints = api.endpoints(project, "api")) {
      Wait.until("all pods are ready", () -> endpoints.ready().size() == PODS);
      var traffic =
          clock.scheduleWithFixedDelay(() -> visit(endpoints), 0, 15, TimeUnit.MILLISECONDS);

      api.deploy(spec("blue")).ok();
      awaitCompleted(2);
      api.post(path + "/rollback", "{}").ok();
      awaitCompleted(1);
      api.post(path + "/restart", "").ok();
      awaitCompleted(3);

      traffic.cancel(false);
    }
    assertThat(failures).isEmpty();
    assertThat(requests.get()).isGreaterThan(300);
  }

  private String spec(String colour) {
    return Specs.of(
        project,
        "api",
        PODS,
        "command: [/bin/httpd, -f, -p, '80', -h, /www]",
        "ports: [80]",
        "env: {COLOUR: %s}".formatted(colour),
        "readiness: {path: /, interval: 1s}",
        "stop: {drain: 1s}",
        "update: {maxSurge: 2}");
  }

  private void awaitCompleted(int revision) {
    Wait.until(
        "revision %d is everywhere".formatted(revision),
        () -> {
          var rollout = daemon.api().get(path + "/rollout").ok().body();
          return rollout.get("revision").asInt() == revision
              && rollout.get("state").asText().equals("completed");
        });
  }

  /// Any pod that is ready.
  private void visit(EndpointFollower endpoints) {
    var ready = endpoints.ready();
    if (ready.isEmpty()) {
      failures.add("no pod is ready");
      return;
    }
    var port = ready.get(ThreadLocalRandom.current().nextInt(ready.size()));
    var page = URI.create("http://127.0.0.1:%d/".formatted(port));
    try {
      var request = HttpRequest.newBuilder(page).timeout(PATIENCE).build();
      var answer = http.send(request, BodyHandlers.ofString());
      if (answer.statusCode() != 200) failures.add(page + ": " + answer.statusCode());
      requests.incrementAndGet();
    } catch (IOException e) {
      failures.add(page + ": " + e);
    } catch (InterruptedException over) {
      Thread.currentThread().interrupt();
    }
  }
}
