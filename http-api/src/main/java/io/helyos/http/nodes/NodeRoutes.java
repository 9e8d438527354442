package io.helyos.http.nodes;

import static java.util.concurrent.CompletableFuture.completedStage;

import io.helyos.contract.resource.LabelRequest;
import io.helyos.contract.resource.NodeRole;
import io.helyos.contract.resource.NodeStats;
import io.helyos.contract.resource.NodeStatus;
import io.helyos.http.exchange.Answers;
import io.helyos.http.exchange.Call;
import io.helyos.http.exchange.Route;
import io.helyos.http.exchange.Route.Body;
import io.helyos.http.naming.Found;
import io.helyos.http.naming.Ids;
import io.helyos.http.naming.Names;
import io.helyos.http.naming.Selection;
import io.helyos.http.writes.Writes;
import io.helyos.model.EntityId;
import io.helyos.model.cluster.Cluster;
import io.helyos.model.cluster.ClusterCommand.ConfirmLosses;
import io.helyos.model.node.Node;
import io.helyos.model.node.NodeCommand;
import io.helyos.model.pod.Pod;
import io.helyos.model.view.DrainProgress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import org.apache.pekko.http.javadsl.model.HttpResponse;

/// Nodes: list, show, measure, cordon, uncordon, label, drain, confirm that one is lost.
public final class NodeRoutes {
  private static final String ONE = "/api/v1/nodes/{node}";

  private final Writes writes;

  public NodeRoutes(Writes writes) {
    this.writes = writes;
  }

  public List<Route> routes() {
    return List.of(
        Route.get("/api/v1/nodes", this::list, "l"),
        Route.get("/api/v1/nodes/stats", this::stats),
        Route.get(ONE, this::show),
        Route.write("POST", ONE + "/cordon", Body.NONE, this::cordon),
        Route.write("POST", ONE + "/uncordon", Body.NONE, this::uncordon),
        Route.write("POST", ONE + "/labels", Body.JSON, this::label),
        Route.write("POST", ONE + "/drain", Body.NONE, this::drain, "deadline"),
        Route.write("POST", ONE + "/cancel-drain", Body.NONE, this::cancelDrain),
        Route.write("POST", ONE + "/confirm-loss", Body.NONE, this::confirmLoss));
  }

  private CompletionStage<HttpResponse> list(Call call) {
    var selection = Selection.of(call.query());
    var running = running(call);
    var ids = Ids.of(call.view());
    return completedStage(
        Answers.json(
            Names.nodes(call.view())
                .filter(node -> selection.takes(node.state().labels()))
                .map(node ->
                    NodeShape.of(
                        node,
                        running.getOrDefault(node.state().name(), 0L).intValue(),
                        trouble(call, node.state().name()),
                        DrainProgress.of(node.state(), call.view()),
                        ids,
                        seen(call, node.state().name())))
                .toList()));
  }

  private CompletionStage<HttpResponse> show(Call call) {
    var found = Names.getNode(call.view(), call.name("node"));
    return completedStage(Writes.read(resource(call, found), found.sequence()));
  }

  private CompletionStage<HttpResponse> stats(Call call) {
    var running = running(call);
    return completedStage(
        Answers.json(
            Names.nodes(call.view())
                .map(Found::state)
                .map(node ->
                    stats(
                        node,
                        running.getOrDefault(node.name(), 0L).intValue(),
                        node.name().equals(call.core().daemon())))
                .toList()));
  }

  private CompletionStage<HttpResponse> cordon(Call call) {
    return change(call, new NodeCommand.Cordon());
  }

  private CompletionStage<HttpResponse> uncordon(Call call) {
    return change(call, new NodeCommand.Uncordon());
  }

  private CompletionStage<HttpResponse> label(Call call) {
    return change(call, LabelChange.of(call.json(LabelRequest.class)));
  }

  private CompletionStage<HttpResponse> drain(Call call) {
    var seconds = call.query().number("deadline", 1, 86_400).orElse(600L);
    return change(call, new NodeCommand.Drain(Duration.ofSeconds(seconds)));
  }

  private CompletionStage<HttpResponse> cancelDrain(Call call) {
    return change(call, new NodeCommand.CancelDrain());
  }

  private CompletionStage<HttpResponse> confirmLoss(Call call) {
    var name = call.name("node");
    Names.getNode(call.view(), name);
    return change(call, EntityId.cluster(), new ConfirmLosses(Set.of(name)));
  }

  private CompletionStage<HttpResponse> change(Call call, NodeCommand command) {
    return change(call, EntityId.node(call.name("node")), command);
  }

  private CompletionStage<HttpResponse> change(Call call, EntityId entity, Object command) {
    var name = call.name("node");
    return writes
        .execute(call, entity, command)
        .thenApply(
            done -> Writes.answer(200, resource(call, Names.getNode(call.view(), name)), done));
  }

  private Object resource(Call call, Found<Node.Registered> found) {
    var running = running(call).getOrDefault(found.state().name(), 0L).intValue();
    return NodeShape.of(
        found,
        running,
        trouble(call, found.state().name()),
        DrainProgress.of(found.state(), call.view()),
        Ids.of(call.view()),
        seen(call, found.state().name()));
  }

  private Instant seen(Call call, String node) {
    return writes.now().minus(call.silence(node));
  }

  private static Optional<String> trouble(Call call, String node) {
    var isHeld =
        call.view()
            .cluster()
            .filter(
                row -> row.state() instanceof Cluster.Founded f && f.losses().held().contains(node))
            .isPresent();
    return isHeld ? Optional.of(NodeShape.held(node)) : call.trouble(node);
  }

  /// Only the own machine is measured; of another one its reservations are known.
  private static NodeStats stats(Node.Registered node, int pods, boolean own) {
    var facts = node.facts();
    return new NodeStats(
        node.name(),
        NodeRole.MASTER,
        NodeStatus.READY,
        NodeShape.cores(facts.cpuMillis()),
        own ? Machine.cpuPercent() : 100.0 * node.reservedCpu() / Math.max(1, facts.cpuMillis()),
        facts.memoryBytes(),
        own ? Machine.memoryUsed() : node.reservedMemory(),
        pods);
  }

  /// How many pods run on each node; nodes with none are left out.
  private static Map<String, Long> running(Call call) {
    return Names.pods(call.view())
        .map(Found::state)
        .filter(Pod.Running.class::isInstance)
        .flatMap(pod -> pod.placed().stream())
        .collect(Collectors.groupingBy(at -> at.node(), Collectors.counting()));
  }
}
