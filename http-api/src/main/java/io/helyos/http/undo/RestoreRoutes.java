package io.helyos.http.undo;

import io.helyos.contract.resource.ReversalResource;
import io.helyos.http.exchange.Call;
import io.helyos.http.exchange.PointInTime;
import io.helyos.http.exchange.Query;
import io.helyos.http.exchange.Route;
import io.helyos.http.exchange.Route.Body;
import io.helyos.http.writes.Writes;
import io.helyos.model.EntityId;
import io.helyos.model.cluster.ClusterCommand.RequestRestore;
import io.helyos.model.undo.Plan.Part;
import io.helyos.model.undo.Planned;
import io.helyos.model.undo.Restoring;
import io.helyos.model.view.View;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.http.javadsl.model.HttpResponse;

/// A project as it was at an earlier time: how it would become that again, and that it does.
public final class RestoreRoutes {
  private static final String ONE = "/api/v1/projects/{project}/restore";
  private static final String AT = "at";

  private final Writes writes;

  public RestoreRoutes(Writes writes) {
    this.writes = writes;
  }

  public List<Route> routes() {
    return List.of(
        Route.get(ONE, this::show, AT), Route.write("POST", ONE, Body.NONE, this::carryOut, AT));
  }

  private CompletionStage<HttpResponse> show(Call call) {
    return proposal(call).thenApply(Offer::show);
  }

  private CompletionStage<HttpResponse> carryOut(Call call) {
    return new Offer(writes, call).take(() -> proposal(call));
  }

  private CompletionStage<Proposal> proposal(Call call) {
    var text =
        call.query()
            .text(AT)
            .orElseThrow(
                () -> Query.bad("Expected `at`, the time to restore the project to, found none."));
    return PointInTime.of(call, AT, text, writes.now())
        .thenCompose(
            time -> PointInTime.view(call, time).thenApply(past -> proposal(call, time, past)));
  }

  private Proposal proposal(Call call, Instant time, View past) {
    var project = call.name("project");
    var plan = Proposal.required(planned(call, past));
    return new Proposal(
        plan,
        new RequestRestore(project, time, ReversalShape.words(plan)),
        new ReversalResource("", "", time, ReversalShape.steps(plan), plan.notes()),
        entity -> CompletableFuture.completedStage(again(call, past, entity)));
  }

  private Planned planned(Call call, View past) {
    return Restoring.of(call.name("project"), past, call.core().view(), writes.now());
  }

  private Optional<Part> again(Call call, View past, EntityId entity) {
    return planned(call, past) instanceof Planned.Possible(var plan)
        ? plan.parts().stream().filter(part -> part.entity().equals(entity)).findFirst()
        : Optional.empty();
  }
}
