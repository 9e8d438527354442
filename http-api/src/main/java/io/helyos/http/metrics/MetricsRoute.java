package io.helyos.http.metrics;

import io.helyos.http.exchange.Call;
import io.helyos.http.exchange.Route;
import io.helyos.http.exchange.Route.Access;
import io.helyos.http.naming.Names;
import io.helyos.model.view.View;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.http.javadsl.model.ContentType;
import org.apache.pekko.http.javadsl.model.ContentTypes;
import org.apache.pekko.http.javadsl.model.HttpEntities;
import org.apache.pekko.http.javadsl.model.HttpResponse;

/// `/metrics` in the Prometheus text format.
public final class MetricsRoute {
  private static final ContentType FORMAT =
      ContentTypes.parse("text/plain; version=0.0.4; charset=UTF-8");

  private final PrometheusMeterRegistry registry;
  private final Access access;
  private final ContainerEvents containers;

  /// @param access open on a loopback address, for callers with a token on any other
  public MetricsRoute(PrometheusMeterRegistry registry, Access access) {
    this.registry = registry;
    this.access = access;
    this.containers = new ContainerEvents(registry);
  }

  public List<Route> routes() {
    return List.of(Route.get("/metrics", this::scrape).openTo(access));
  }

  private CompletionStage<HttpResponse> scrape(Call call) {
    return containers
        .catchUp(call.core())
        .thenApply(_ -> registry.scrape() + counts(call.view()))
        .thenApply(text ->
            HttpResponse.create()
                .withEntity(HttpEntities.create(FORMAT, text.getBytes(StandardCharsets.UTF_8))));
  }

  /// The registry would take `_total` from the name of a figure that can also fall.
  private static String counts(View view) {
    return count("nodes", Names.nodes(view).count())
        + count("pods", Names.pods(view).count())
        + count("deployments", Names.deployments(view).count());
  }

  private static String count(String things, long number) {
    var name = "helyos_" + things + "_total";
    return "# HELP %s Number of %s now.\n# TYPE %s gauge\n%s %d\n"
        .formatted(name, things, name, name, number);
  }
}
