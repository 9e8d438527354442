package io.helyos.model.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.model.DeploymentId;
import io.helyos.model.EntityId;
import io.helyos.model.PodId;
import io.helyos.model.RandomWalk;
import io.helyos.model.deployment.Deployment;
import io.helyos.model.deployment.Deployment.Mode;
import io.helyos.model.deployment.DeploymentCommand;
import io.helyos.model.deployment.DeploymentStatus;
import io.helyos.model.node.Node;
import io.helyos.model.node.NodeCommand;
import io.helyos.model.node.NodeFacts;
import io.helyos.model.pod.Placement;
import io.helyos.model.pod.Pod;
import io.helyos.model.port.ContainerState;
import io.helyos.model.project.Project;
import io.helyos.model.project.ProjectCommand;
import io.helyos.model.reconciliation.Labels;
import io.helyos.model.template.PodTemplate;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A deployment, its pods, their project, two nodes and their agents over a wire that loses,
/// repeats and reorders, with crashing containers and dying daemons. Once all is calm, what is
/// wanted must be.
class ConvergenceTest {
  private static final DeploymentId API = new DeploymentId("shop", "api");
  private static final List<String> NODES = List.of("n1", "n2");
  private static final int LARGEST = 5;

  private Random dice = new Random(0);
  private SmallWorld world = new SmallWorld(dice);

  static LongStream seeds() {
    return LongStream.range(0, 100);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void whatever_happened_a_last_deploy_is_carried_out(long seed) {
    liveThrough(seed);
    var replicas = dice.nextInt(LARGEST);
    ask(new DeploymentCommand.Deploy(API, PodTemplate.of("nginx:last"), replicas, Map.of()));
    settle();

    var deployment = (Deployment.Active) deployment();
    assertThat(deployment.slots().size()).isEqualTo(replicas);
    assertThat(DeploymentStatus.of(deployment)).isEqualTo(DeploymentStatus.RUNNING);
    assertThat(DeploymentStatus.ready(deployment)).isEqualTo(replicas);
    for (var index = 0; index < LARGEST; index++) {
      var pod = pod(index);
      if (index >= replicas) {
        assertThat(pod).isInstanceOf(Pod.Absent.class);
        continue;
      }
      assertThat(pod).isInstanceOf(Pod.Running.class);
      assertThat(pod.lived().orElseThrow().assignment().image()).isEqualTo("nginx:last");
    }
    nodesHoldExactlyTheLivePods();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void whatever_happened_a_last_stop_is_carried_out(long seed) {
    liveThrough(seed);
    ask(new DeploymentCommand.Deploy(API, PodTemplate.of("nginx:last"), 3, Map.of()));
    for (var left = dice.nextInt(60); left > 0; left--) world.deliverOne();
    ask(new DeploymentCommand.Stop(API));
    settle();

    assertThat(((Deployment.Active) deployment()).mode()).isEqualTo(Mode.STOPPED);
    for (var index = 0; index < LARGEST; index++) {
      assertThat(pod(index)).isInstanceOfAny(Pod.Stopped.class, Pod.Absent.class);
    }
    nodesHoldExactlyTheLivePods();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void whatever_happened_a_last_removal_leaves_nothing(long seed) {
    liveThrough(seed);
    ask(new DeploymentCommand.Deploy(API, PodTemplate.of("nginx:last"), 3, Map.of()));
    for (var left = dice.nextInt(60); left > 0; left--) world.deliverOne();
    ask(new DeploymentCommand.Remove(API));
    settle();

    assertThat(deployment()).isInstanceOf(Deployment.Absent.class);
    assertThat(world.pods()).isEmpty();
    assertThat(NODES).allSatisfy(node -> assertThat(world.agent(node).containers()).isEmpty());
    var project = world.project("shop").orElseThrow().state();
    assertThat(((Project.Active) project).deployments()).isEmpty();
    nodesHoldExactlyTheLivePods();
  }

  /// A troubled time, and then enough calm for it to be over.
  private void liveThrough(long seed) {
    dice = new Random(seed);
    world = new SmallWorld(dice, NODES.toArray(String[]::new));
    for (var node : NODES) {
      var facts = new NodeFacts("10.0.0.1", "amd64", "29.0", 4000, 4L << 30, 20_000, 20_100, 110);
      world.execute(EntityId.node(node), new NodeCommand.Register(node, facts, Map.of()));
    }
    for (var step = 0; step < 300; step++) trouble();
    world.calm();
    for (var node : NODES) world.execute(EntityId.node(node), new NodeCommand.Uncordon());
    world.execute(EntityId.project("shop"), new ProjectCommand.Resume());
    settle();
  }

  private void trouble() {
    switch (dice.nextInt(40)) {
      case 0, 1 -> ask(command());
      case 2 -> world.agent(RandomWalk.pick(dice, NODES)).crash();
      case 3, 4, 5, 6, 7, 8 -> world.tick(Duration.ofSeconds(dice.nextInt(20)));
      case 9 -> world.sweep();
      case 10 -> {
        if (dice.nextInt(3) == 0) world.restart();
      }
      case 11 ->
          world.execute(
              EntityId.node(RandomWalk.pick(dice, NODES)),
              dice.nextInt(3) == 0 ? new NodeCommand.Cordon() : new NodeCommand.Uncordon());
      case 12 ->
          world.execute(
              EntityId.project("shop"),
              dice.nextInt(3) == 0 ? new ProjectCommand.Suspend() : new ProjectCommand.Resume());
      default -> world.deliverOne();
    }
  }

  private DeploymentCommand command() {
    return switch (dice.nextInt(8)) {
      case 0, 1, 2 ->
          new DeploymentCommand.Deploy(
              API, PodTemplate.of("nginx:" + dice.nextInt(3)), dice.nextInt(LARGEST), Map.of());
      case 3, 4, 5 -> new DeploymentCommand.Scale(API, dice.nextInt(LARGEST));
      case 6 -> new DeploymentCommand.Stop(API);
      default -> new DeploymentCommand.Remove(API);
    };
  }

  private void ask(DeploymentCommand command) {
    world.execute(API.entity(), command);
  }

  /// Until nothing moves any more, not even after a sweep. What a sweep sets in motion at an agent
  /// is not seen before the next round, so one quiet round is not enough.
  private void settle() {
    var quiet = 0;
    for (var round = 0; round < 100; round++) {
      var before = world.snapshot();
      for (var tick = 0; tick < 8; tick++) {
        world.tick(Duration.ofMinutes(3));
        world.deliverAll();
      }
      world.sweep();
      world.deliverAll();
      quiet = world.snapshot().equals(before) ? quiet + 1 : 0;
      if (quiet == 2) return;
    }
    throw new AssertionError("Still moving: " + world.snapshot());
  }

  private Deployment deployment() {
    return world.deployment(API).orElseThrow().state();
  }

  private Pod pod(int index) {
    return world.pod(API.pod(index)).map(row -> row.state()).orElseGet(() -> absent());
  }

  private static Pod absent() {
    return new Pod.Absent(Optional.empty(), 0, List.of());
  }

  /// Reservations and containers, both in both directions.
  private void nodesHoldExactlyTheLivePods() {
    for (var node : NODES) {
      var here =
          world.pods().stream()
              .map(row -> row.state())
              .filter(pod -> pod.placed().map(Placement::node).filter(node::equals).isPresent())
              .collect(
                  Collectors.toMap(
                      pod -> pod.lived().orElseThrow().assignment().pod(),
                      pod -> pod.lived().orElseThrow().incarnation()));
      var registered = (Node.Registered) world.node(node).orElseThrow().state();
      var reserved =
          registered.reservations().entrySet().stream()
              .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().incarnation()));
      assertThat(reserved).isEqualTo(here);
      assertThat(running(node)).containsExactlyInAnyOrderElementsOf(here.keySet());
    }
  }

  private List<PodId> running(String node) {
    return world.agent(node).containers().stream()
        .filter(ContainerState::isRunning)
        .flatMap(container -> Labels.identity(container.labels()).stream())
        .map(Labels.Identity::pod)
        .toList();
  }
}
