package io.helyos.http.compare;

import io.helyos.contract.resource.BlameResource;
import io.helyos.http.events.EventShape;
import io.helyos.http.exchange.Call;
import io.helyos.model.DeploymentId;
import io.helyos.model.deployment.Deployment;
import io.helyos.model.deployment.DeploymentEvent;
import io.helyos.model.deployment.DeploymentLifecycle;
import io.helyos.model.journal.FeedRow;
import io.helyos.orchestrator.history.Footprints;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/// Each field of a deployment with the event that gave it its value: the fold of its own events,
/// which goes on over the lives of its name.
final class Blame {
  private static final int PAGE = 1_000;

  private final Call call;
  private final DeploymentId id;
  private final DeploymentLifecycle lifecycle = new DeploymentLifecycle();
  private final SortedMap<String, BlameResource> lines = new TreeMap<>();
  private Deployment state = lifecycle.initial();
  private SortedMap<String, String> fields = new TreeMap<>();

  private Blame(Call call, DeploymentId id) {
    this.call = call;
    this.id = id;
  }

  static CompletionStage<List<BlameResource>> of(Call call, DeploymentId id) {
    return new Blame(call, id).after(0);
  }

  private CompletionStage<List<BlameResource>> after(long sequence) {
    return call.core()
        .feed()
        .of(id.entity(), sequence, PAGE)
        .thenCompose(rows -> {
          rows.forEach(this::take);
          return rows.size() < PAGE
              ? CompletableFuture.completedStage(List.copyOf(lines.values()))
              : after(rows.getLast().sequence());
        });
  }

  private void take(FeedRow row) {
    // The journal gives a deployment events of deployments only.
    var event = (DeploymentEvent) Footprints.event(row, call.core().codec());
    state = lifecycle.evolve(state, event);
    // Most events are news of pods, which change no field.
    if (event instanceof DeploymentEvent.PodReported) return;
    var now = Fields.of(state);
    for (var change : Fields.between(fields, now)) {
      var value = change.to();
      if (value == null) {
        lines.remove(change.field());
      } else {
        lines.put(change.field(), line(row, change.field(), value));
      }
    }
    fields = now;
  }

  private BlameResource line(FeedRow row, String field, String value) {
    var event = EventShape.of(row, call.view(), call.core().codec());
    return new BlameResource(
        field,
        value,
        fields.get(field),
        event.author(),
        event.time(),
        event.change(),
        event.action());
  }
}
