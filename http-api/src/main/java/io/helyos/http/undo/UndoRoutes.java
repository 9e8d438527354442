package io.helyos.http.undo;

import io.helyos.contract.resource.ReversalResource;
import io.helyos.http.exchange.Call;
import io.helyos.http.exchange.PointInTime;
import io.helyos.http.exchange.Route;
import io.helyos.http.exchange.Route.Body;
import io.helyos.http.writes.Writes;
import io.helyos.model.EntityId;
import io.helyos.model.cluster.ClusterCommand.RequestUndo;
import io.helyos.model.journal.FeedRow;
import io.helyos.model.undo.Footprint;
import io.helyos.model.undo.Plan.Part;
import io.helyos.model.undo.Reversal;
import io.helyos.model.undo.Undoing;
import io.helyos.orchestrator.history.Footprints;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.http.javadsl.model.HttpResponse;

/// A change by its id: how it would be taken back, and that it is.
public final class UndoRoutes {
  private static final String ONE = "/api/v1/changes/{change}/undo";

  private final Writes writes;

  public UndoRoutes(Writes writes) {
    this.writes = writes;
  }

  public List<Route> routes() {
    return List.of(Route.get(ONE, this::show), Route.write("POST", ONE, Body.NONE, this::carryOut));
  }

  private CompletionStage<HttpResponse> show(Call call) {
    return proposal(call).thenApply(Offer::show);
  }

  private CompletionStage<HttpResponse> carryOut(Call call) {
    return new Offer(writes, call).take(() -> proposal(call));
  }

  private CompletionStage<Proposal> proposal(Call call) {
    var change = call.name("change");
    var footprints = new Footprints(call.core().feed(), call.core().codec());
    return footprints
        .awaited(change)
        .thenCompose(rows -> {
          if (rows.isEmpty()) throw PointInTime.noChange(change);
          return footprints
              .of(change, rows)
              .thenApply(all -> proposal(call, footprints, rows.getFirst(), all));
        });
  }

  private Proposal proposal(Call call, Footprints footprints, FeedRow first, List<Footprint> all) {
    var change = first.recorded().change();
    var plan = Proposal.required(Undoing.of(change, all, call.core().view(), writes.now()));
    var shape =
        new ReversalResource(
            change,
            first.recorded().author(),
            first.recorded().time(),
            ReversalShape.steps(plan),
            plan.notes());
    return new Proposal(
        plan,
        new RequestUndo(change, ReversalShape.words(plan)),
        shape,
        entity -> again(footprints, change, entity));
  }

  private CompletionStage<Optional<Part>> again(
      Footprints footprints, String change, EntityId entity) {
    return footprints.of(change, entity).thenApply(past -> Reversal.part(past, writes.now()));
  }
}
