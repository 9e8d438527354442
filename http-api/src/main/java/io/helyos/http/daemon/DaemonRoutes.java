package io.helyos.http.daemon;

import static java.util.concurrent.CompletableFuture.completedStage;

import io.helyos.contract.resource.VersionResource;
import io.helyos.http.exchange.Answers;
import io.helyos.http.exchange.Call;
import io.helyos.http.exchange.Route;
import io.helyos.http.exchange.Route.Access;
import io.helyos.http.naming.Found;
import io.helyos.http.naming.Ids;
import io.helyos.http.naming.Names;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.http.javadsl.model.HttpResponse;

/// Health, readiness, version and openapi.yaml.
public final class DaemonRoutes {
  private final String version;

  public DaemonRoutes(String version) {
    this.version = version;
  }

  public List<Route> routes() {
    return List.of(
        Route.get("/health", _ -> completedStage(Answers.text(200, "ok"))).openTo(Access.ALWAYS),
        Route.get("/ready", _ -> completedStage(Answers.text(200, "ready"))).openTo(Access.OPEN),
        Route.get("/openapi.yaml", _ -> completedStage(ApiDescription.answer()))
            .openTo(Access.OPEN),
        Route.get("/api/v1/version", this::version));
  }

  private CompletionStage<HttpResponse> version(Call call) {
    var daemon = call.core().daemon();
    var engine =
        Names.nodes(call.view())
            .map(Found::state)
            .filter(node -> node.name().equals(daemon))
            .map(node -> node.facts().engineVersion())
            .findFirst()
            .orElse("");
    return completedStage(
        Answers.json(
            new VersionResource(version, "v1", daemon, Ids.clusterId(call.view()), engine)));
  }
}
