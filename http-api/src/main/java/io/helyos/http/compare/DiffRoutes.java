package io.helyos.http.compare;

import io.helyos.contract.resource.DiffResource;
import io.helyos.contract.resource.DiffResource.Item;
import io.helyos.http.exchange.Answers;
import io.helyos.http.exchange.Call;
import io.helyos.http.exchange.PointInTime;
import io.helyos.http.exchange.Query;
import io.helyos.http.exchange.Route;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.http.javadsl.model.HttpResponse;

/// What came, went and changed from one time to another.
public final class DiffRoutes {
  private final InstantSource clock;

  public DiffRoutes(InstantSource clock) {
    this.clock = clock;
  }

  public List<Route> routes() {
    return List.of(Route.get("/api/v1/diff", this::diff, "from", "to", "project"));
  }

  private CompletionStage<HttpResponse> diff(Call call) {
    var now = clock.instant();
    var first =
        call.query()
            .text("from")
            .orElseThrow(() -> Query.bad("Expected `from`, the time to compare with, found none."));
    var from = PointInTime.of(call, "from", first, now);
    var to =
        call.query()
            .text("to")
            .map(text -> PointInTime.of(call, "to", text, now))
            .orElseGet(() -> CompletableFuture.completedStage(now));
    return from.thenCombine(to, (before, after) -> between(call, before, after))
        .thenCompose(stage -> stage)
        .thenApply(Answers::json);
  }

  private static CompletionStage<DiffResource> between(Call call, Instant from, Instant to) {
    var project = call.query().text("project");
    return PointInTime.view(call, from)
        .thenCombine(
            PointInTime.view(call, to),
            (before, after) -> {
              List<Item> items = Things.between(before, after, project);
              return new DiffResource(from, to, items);
            });
  }
}
