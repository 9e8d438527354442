package io.helyos.orchestrator.logs;

import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.model.DeploymentId;
import io.helyos.model.deployment.DeploymentEffect.EnsurePod;
import io.helyos.model.deployment.DeploymentEvent.Deployed;
import io.helyos.model.deployment.DeploymentLifecycle;
import io.helyos.model.deployment.UpdatePolicy;
import io.helyos.model.pod.PodEvent.PlacementChosen;
import io.helyos.model.pod.PodEvent.PodAssigned;
import io.helyos.model.pod.PodEvent.PodPlaced;
import io.helyos.model.port.ContainerRuntime;
import io.helyos.model.port.ContainerSpec;
import io.helyos.model.port.LogQuery;
import io.helyos.model.port.RuntimeFailure;
import io.helyos.model.reconciliation.Labels;
import io.helyos.model.template.PodTemplate;
import io.helyos.model.template.ProcessSpec;
import io.helyos.model.template.PullPolicy;
import io.helyos.model.template.Resources;
import io.helyos.model.template.StopPolicy;
import io.helyos.orchestrator.view.LiveView;
import io.helyos.simulator.EngineFault;
import io.helyos.simulator.EngineSettings;
import io.helyos.simulator.SimulatedEngine;
import io.helyos.simulator.SimulatedRuntime;
import io.helyos.simulator.Timeline;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.stream.javadsl.JavaFlowSupport;
import org.apache.pekko.stream.javadsl.Sink;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Containers are found by what they are, on the nodes where the view says that their pods are.
class EngineLogsTest {
  private static final DeploymentId API = new DeploymentId("shop", "api");
  private static final String UNSTARTED = "not-started-yet";
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor();
  private final ActorSystem system = ActorSystem.create();
  private final LiveView view = new LiveView();
  private final Map<String, SimulatedRuntime> engines = new TreeMap<>();
  private final EngineLogs logs =
      new EngineLogs(
          view, node -> Optional.<ContainerRuntime>ofNullable(engines.get(node)), () -> "c1");

  @BeforeEach
  void two_pods_on_two_nodes() {
    for (var node : List.of("one", "two")) {
      var time = Timeline.of(InstantSource.system(), scheduler);
      var engine = new SimulatedRuntime(new SimulatedEngine(node, EngineSettings.DEFAULT, time));
      engine.pull("app:1", PullPolicy.MISSING).toCompletableFuture().join();
      engines.put(node, engine);
    }
    var template = Optional.of(PodTemplate.of("app:1"));
    view.saw(
        API.entity(),
        1,
        NOW,
        new Deployed(API, Optional.empty(), 1, template, 2, Map.of(), UpdatePolicy.DEFAULT, NOW));
    place(0, "one");
    place(1, "two");
  }

  @AfterEach
  void close() {
    system.terminate();
    scheduler.shutdownNow();
  }

  private void place(int index, String node) {
    var deployment = view.deployment(API).orElseThrow().state();
    new DeploymentLifecycle()
        .effects(deployment).stream()
            .filter(EnsurePod.class::isInstance)
            .map(effect -> ((EnsurePod) effect).assignment())
            .filter(assignment -> assignment.pod().index() == index)
            .forEach(assignment -> {
              var pod = assignment.pod().entity();
              view.saw(pod, 1, NOW, new PodAssigned(assignment));
              view.saw(pod, 2, NOW, new PlacementChosen(1, node, Map.of(), Map.of()));
              view.saw(pod, 3, NOW, new PodPlaced(1, node, List.of()));
            });
  }

  /// Starts a container that says who it is.
  private void run(String node, String name, int index, long incarnation, int attempt) {
    run(node, name, "c1", index, incarnation, attempt);
  }

  private void run(
      String node, String name, String cluster, int index, long incarnation, int attempt) {
    var labels =
        Map.of(
            Labels.CLUSTER,
            cluster,
            Labels.NODE,
            node,
            Labels.PROJECT,
            "shop",
            Labels.DEPLOYMENT,
            "api",
            Labels.INDEX,
            Integer.toString(index),
            Labels.INCARNATION,
            Long.toString(incarnation),
            Labels.ATTEMPT,
            Integer.toString(attempt));
    var id = engine(node).create(spec(name, labels)).toCompletableFuture().join();
    if (!name.equals(UNSTARTED)) engine(node).start(id).toCompletableFuture().join();
  }

  private SimulatedRuntime engine(String node) {
    return Objects.requireNonNull(engines.get(node));
  }

  private static ContainerSpec spec(String name, Map<String, String> labels) {
    var none = Optional.<String>empty();
    var process =
        new ProcessSpec(
            List.of(), List.of(), Map.of("SIM_PRINT", "I am " + name), none, none, none, true);
    return new ContainerSpec(
        name,
        "app:1",
        labels,
        process,
        List.of(),
        "none",
        List.of(),
        Resources.UNLIMITED,
        StopPolicy.DEFAULT,
        List.of(),
        List.of(),
        List.of(),
        false,
        100,
        1_000_000,
        1);
  }

  private static List<String> said(CompletionStage<List<PodContainer>> found) {
    return found.toCompletableFuture().join().stream()
        .map(it -> "%s %d.%d".formatted(it.pod(), it.incarnation(), it.attempt()))
        .toList();
  }

  @Test
  void what_is_left_of_a_pod_is_listed_by_age_whatever_its_names() {
    run("one", "helyos-shop-api-0", 0, 2, 10);
    run("one", "helyos-shop-api-0_previous", 0, 2, 9);
    run("one", "left-over", 0, 1, 30);
    run("one", UNSTARTED, 0, 2, 11);
    run("one", "helyos-shop-api-0-of-others", "c2", 0, 2, 11);
    assertThat(said(logs.of(API.pod(0))))
        .containsExactly("shop/api/0 1.30", "shop/api/0 2.9", "shop/api/0 2.10");
  }

  @Test
  void the_pods_of_a_deployment_are_found_on_all_their_nodes() {
    run("two", "helyos-shop-api-1", 1, 1, 1);
    run("one", "helyos-shop-api-0", 0, 1, 2);
    run("one", "helyos-shop-api-0_previous", 0, 1, 1);
    assertThat(said(logs.of(API)))
        .containsExactly("shop/api/0 1.1", "shop/api/0 1.2", "shop/api/1 1.1");
  }

  @Test
  void lines_are_read_by_id_so_that_a_new_name_does_not_matter() {
    run("one", "helyos-shop-api-0_previous", 0, 1, 1);
    var container = logs.of(API.pod(0)).toCompletableFuture().join().getFirst();
    var lines =
        JavaFlowSupport.Source.fromPublisher(logs.lines(container, LogQuery.last(-1)))
            .runWith(Sink.seq(), system)
            .toCompletableFuture()
            .join();
    assertThat(container.isRunning()).isTrue();
    assertThat(lines)
        .extracting(line -> line.text())
        .containsExactly("I am helyos-shop-api-0_previous");
  }

  @Test
  void a_node_that_is_away_hides_its_own_pods_only() {
    run("one", "helyos-shop-api-0", 0, 1, 1);
    run("two", "helyos-shop-api-1", 1, 1, 1);
    engine("two").inflict(EngineFault.REFUSE);
    assertThat(said(logs.of(API))).containsExactly("shop/api/0 1.1");
    engine("one").inflict(EngineFault.REFUSE);
    assertFails(logs.of(API));
    assertFails(logs.of(API.pod(0)));
    engines.clear();
    assertFails(logs.of(API));
  }

  private static void assertFails(CompletionStage<?> call) {
    assertThat(call.toCompletableFuture())
        .failsWithin(java.time.Duration.ofSeconds(30))
        .withThrowableThat()
        .havingRootCause()
        .isInstanceOf(RuntimeFailure.class);
  }

  @Test
  void a_pod_without_a_node_has_no_containers() {
    assertThat(said(logs.of(API.pod(7)))).isEmpty();
    assertThat(said(logs.of(new DeploymentId("shop", "none")))).isEmpty();
  }
}
