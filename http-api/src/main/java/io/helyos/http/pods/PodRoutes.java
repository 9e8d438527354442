package io.helyos.http.pods;

import static java.util.concurrent.CompletableFuture.completedStage;

import io.helyos.http.events.EventShape;
import io.helyos.http.exchange.Answers;
import io.helyos.http.exchange.Call;
import io.helyos.http.exchange.Route;
import io.helyos.http.naming.Found;
import io.helyos.http.naming.Ids;
import io.helyos.http.naming.Names;
import io.helyos.http.naming.Selection;
import io.helyos.http.writes.Writes;
import io.helyos.model.PodId;
import io.helyos.model.deployment.Deployment;
import io.helyos.model.pod.Pod;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;
import org.apache.pekko.http.javadsl.model.HttpResponse;

/// Pods: list, show, and tell what happened to one. Nobody commands a pod; its deployment does.
public final class PodRoutes {
  private static final long USUAL_EVENTS = 20;
  private static final long MOST_EVENTS = 1000;

  public List<Route> routes() {
    return List.of(
        Route.get("/api/v1/pods", PodRoutes::list, "project", "deployment", "l"),
        Route.get("/api/v1/pods/{pod}", PodRoutes::show),
        Route.get("/api/v1/pods/{pod}/events", PodRoutes::events, "tail"));
  }

  private static CompletionStage<HttpResponse> list(Call call) {
    var project = call.query().text("project");
    var deployment = call.query().text("deployment");
    var selected = selected(call);
    var ids = Ids.of(call.view());
    return completedStage(
        Answers.json(
            Names.pods(call.view())
                .filter(pod -> project.isEmpty() || id(pod).project().equals(project.get()))
                .filter(
                    pod -> deployment.isEmpty() || id(pod).deployment().equals(deployment.get()))
                .filter(pod -> selected.test(id(pod)))
                .map(pod -> PodShape.of(pod, ids))
                .toList()));
  }

  private static CompletionStage<HttpResponse> show(Call call) {
    var found = Names.getPod(call.view(), call.name("pod"));
    return completedStage(Writes.read(PodShape.of(found, Ids.of(call.view())), found.sequence()));
  }

  /// Read by entity: however long the journal is, this costs what it shows.
  private static CompletionStage<HttpResponse> events(Call call) {
    var tail = call.query().number("tail", 1, MOST_EVENTS).orElse(USUAL_EVENTS);
    var found = Names.getPod(call.view(), call.name("pod"));
    var before = Math.max(0, found.sequence() - tail);
    return call.core()
        .feed()
        .of(id(found).entity(), before, Math.toIntExact(tail))
        .thenApply(rows ->
            Answers.json(
                rows.stream()
                    .map(row -> EventShape.of(row, call.view(), call.core().codec()))
                    .toList()));
  }

  /// A pod has the labels of its deployment.
  private static Predicate<PodId> selected(Call call) {
    var selection = Selection.of(call.query());
    if (selection.conditions().isEmpty()) return _ -> true;
    return pod ->
        selection.takes(
            Names.deployment(call.view(), pod.owner())
                .map(Found::state)
                .map(Deployment.Active::labels)
                .orElse(Map.of()));
  }

  private static PodId id(Found<Pod> pod) {
    return pod.state().lived().orElseThrow().assignment().pod();
  }
}
