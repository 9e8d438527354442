package io.helyos.http.cluster;

import static java.util.concurrent.CompletableFuture.completedStage;

import io.helyos.contract.resource.ConfigRequest;
import io.helyos.contract.resource.ConfigResource;
import io.helyos.contract.spec.text.DurationText;
import io.helyos.http.exchange.Answers;
import io.helyos.http.exchange.Call;
import io.helyos.http.exchange.Route;
import io.helyos.http.exchange.Route.Body;
import io.helyos.http.writes.Writes;
import io.helyos.model.EntityId;
import io.helyos.model.cluster.Cluster;
import io.helyos.model.cluster.ClusterConfig;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.http.javadsl.model.HttpResponse;

/// What holds for the whole cluster: show it, change it.
public final class ConfigRoutes {
  private static final String PATH = "/api/v1/cluster/config";

  private final Writes writes;

  public ConfigRoutes(Writes writes) {
    this.writes = writes;
  }

  public List<Route> routes() {
    return List.of(Route.get(PATH, this::show), Route.write("POST", PATH, Body.JSON, this::change));
  }

  private CompletionStage<HttpResponse> show(Call call) {
    return completedStage(Answers.json(resource(call)));
  }

  private CompletionStage<HttpResponse> change(Call call) {
    var command = ConfigChoice.of(call.json(ConfigRequest.class));
    return writes
        .execute(call, EntityId.cluster(), command)
        .thenApply(done -> Writes.answer(200, resource(call), done));
  }

  private static ConfigResource resource(Call call) {
    var config =
        call.view()
            .cluster()
            .map(row -> row.state())
            .filter(Cluster.Founded.class::isInstance)
            .map(state -> ((Cluster.Founded) state).config())
            .orElse(ClusterConfig.DEFAULT);
    return new ConfigResource(
        config.scheduler().name().toLowerCase(Locale.ROOT),
        config.nodeTimeout().map(DurationText::show).orElse(""));
  }
}
