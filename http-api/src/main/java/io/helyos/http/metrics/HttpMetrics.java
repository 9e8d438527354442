package io.helyos.http.metrics;

import io.helyos.http.exchange.Route;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// Counts and times requests. Paths are templates, so that their number is bounded.
public final class HttpMetrics {
  private static final Map<String, String> OPERATIONS =
      Map.of(
          "POST /api/v1/deploy", "deploy",
          "POST /api/v1/projects/{project}/deployments/{deployment}/scale", "scale",
          "POST /api/v1/projects/{project}/deployments/{deployment}/stop", "stop",
          "DELETE /api/v1/projects/{project}/deployments/{deployment}", "delete");

  private final MeterRegistry registry;

  public HttpMetrics(MeterRegistry registry) {
    this.registry = registry;
  }

  /// Notes an answer.
  ///
  /// @param route empty when there was none for the request
  public void answered(String method, Optional<Route> route, int status, Duration took) {
    var verb = route.map(Route::method).orElse(known(method));
    var path = route.map(r -> r.path().text()).orElse("none");
    Counter.builder("helyos.http.requests")
        .description("Requests answered.")
        .tags("method", verb, "path", path, "status", Integer.toString(status))
        .register(registry)
        .increment();
    Timer.builder("helyos.http.request.duration")
        .description("Time from the request to its answer.")
        .tags("method", verb, "path", path)
        .serviceLevelObjectives(
            Duration.ofMillis(5),
            Duration.ofMillis(50),
            Duration.ofMillis(500),
            Duration.ofSeconds(5))
        .register(registry)
        .record(took);
    var operation = OPERATIONS.get(verb + " " + path);
    if (operation != null && status < 300) {
      Counter.builder("helyos.deployment.ops")
          .description("Changes of deployments that were accepted.")
          .tag("op", operation)
          .register(registry)
          .increment();
    }
  }

  /// A client that makes methods up must not make figures up.
  private static String known(String method) {
    return switch (method) {
      case "GET", "POST", "PUT", "DELETE", "HEAD", "OPTIONS", "PATCH" -> method;
      default -> "other";
    };
  }
}
