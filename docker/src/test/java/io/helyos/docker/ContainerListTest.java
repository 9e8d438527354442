package io.helyos.docker;

import static io.helyos.model.port.Workbench.done;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.helyos.model.port.ContainerState;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// An engine whose list has rows that it cannot be asked after. A real one makes them, but not when
/// it is told to: this one answers with what Docker 20.10 did.
class ContainerListTest {
  private static final String ROWS =
      """
      [{"Id": "aa", "Names": ["/api-0"], "Image": "app", "State": "running", "Status": "Up"},
       {"Id": "bb", "Names": [], "Image": "app", "State": "removing", "Status": "Removal In Progress"},
       {"Id": "cc", "Names": ["/api-1"], "Image": "app", "State": "dead", "Status": "Dead"},
       {"Id": "dd", "Names": null, "Image": "app", "State": "removing", "Status": "Removal In Progress"}]
      """;
  private static final String HAD =
      """
      {"Id": "dd", "Name": "/api-2", "State": {"Status": "removing"}, "Config": {}}
      """;

  private HttpServer engine;
  private DockerRuntime runtime;

  @BeforeEach
  void start() throws IOException {
    engine = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    answer("/", 404, "{\"message\": \"No such container\"}");
    answer("/containers/json", 200, ROWS);
    answer("/containers/dd/json", 200, HAD);
    engine.start();
    runtime = DockerRuntime.connect(URI.create("tcp://127.0.0.1:" + engine.getAddress().getPort()));
  }

  @AfterEach
  void stop() {
    runtime.close();
    engine.stop(0);
  }

  private void answer(String path, int status, String body) {
    engine.createContext(
        path,
        exchange -> {
          var bytes = body.getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().add("Content-Type", "application/json");
          exchange.sendResponseHeaders(status, bytes.length);
          try (var out = exchange.getResponseBody()) {
            out.write(bytes);
          }
        });
  }

  @Test
  void a_row_of_a_container_that_the_engine_no_longer_has_is_none() {
    assertThat(done(runtime.list(Map.of())))
        .extracting(ContainerState::id)
        .containsExactly("aa", "dd");
  }

  @Test
  void a_container_that_is_being_removed_may_have_no_name() {
    assertThat(done(runtime.list(Map.of())))
        .filteredOn(container -> container.id().equals("dd"))
        .extracting(ContainerState::name)
        .containsExactly("");
  }
}
