package io.helyos.docker;

import static io.helyos.model.port.Workbench.done;
import static io.helyos.model.port.Workbench.failure;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.helyos.model.port.RuntimeFailure.Kind;
import io.helyos.model.template.PullPolicy;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Pulls that take their time, from an engine that does as it is told.
@Timeout(120)
class PullPatienceTest {
  private static final String IMAGE = "registry.example/shop/api:1";

  private final CountDownLatch end = new CountDownLatch(1);
  private final CompletableFuture<Boolean> hungUp = new CompletableFuture<>();
  private HttpServer engine;
  private int lines;
  private int pauseMillis;

  @BeforeEach
  void startAnEngine() throws IOException {
    engine = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
    engine.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    engine.createContext("/images/create", this::pull);
    engine.createContext("/images/", PullPatienceTest::inspect);
    engine.start();
  }

  @AfterEach
  void stopTheEngine() {
    end.countDown();
    engine.stop(0);
  }

  private DockerRuntime runtime(Duration patience) {
    var host = URI.create("tcp://127.0.0.1:" + engine.getAddress().getPort());
    return DockerRuntime.connect(DockerSettings.of(host).withPullPatience(patience));
  }

  private void pull(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, 0);
    try (var body = exchange.getResponseBody()) {
      for (var i = 0; lines < 0 || i < lines; i++) {
        body.write("{\"status\":\"Downloading\"}\n".getBytes(StandardCharsets.UTF_8));
        body.flush();
        if (end.await(pauseMillis, TimeUnit.MILLISECONDS)) {
          return;
        }
      }
      if (lines == 1) {
        awaitHangUp(body);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Says what is no progress to the client's callback, until nobody is there to hear it.
  private void awaitHangUp(java.io.OutputStream body) throws InterruptedException {
    try {
      while (!end.await(10, TimeUnit.MILLISECONDS)) {
        body.write('\n');
        body.flush();
      }
    } catch (IOException e) {
      hungUp.complete(true);
    }
  }

  private static void inspect(HttpExchange exchange) throws IOException {
    var image = "{\"Id\":\"sha256:" + "a".repeat(64) + "\"}";
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, image.length());
    try (var body = exchange.getResponseBody()) {
      body.write(image.getBytes(StandardCharsets.UTF_8));
    }
  }

  @Test
  void a_pull_without_progress_is_given_up_and_hung_up_on() {
    lines = 1;
    pauseMillis = 1;
    try (var runtime = runtime(Duration.ofMillis(500))) {
      var failure = failure(runtime.pull(IMAGE, PullPolicy.ALWAYS));
      assertThat(failure.kind()).isEqualTo(Kind.PULL_FAILED);
      assertThat(failure)
          .hasMessage(
              "cannot pull %s: no progress for 500 ms: check the registry and the way to it"
                  .formatted(IMAGE));
      assertThat(hungUp.orTimeout(60, TimeUnit.SECONDS).join()).isTrue();
    }
  }

  @Test
  void a_pull_that_makes_progress_may_take_longer_than_the_patience() {
    lines = 50;
    pauseMillis = 100;
    try (var runtime = runtime(Duration.ofSeconds(4))) {
      assertThat(done(runtime.pull(IMAGE, PullPolicy.ALWAYS))).startsWith("sha256:");
    }
  }
}
