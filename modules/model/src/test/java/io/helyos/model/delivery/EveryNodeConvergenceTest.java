package io.helyos.model.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.model.DeploymentId;
import io.helyos.model.EntityId;
import io.helyos.model.RandomWalk;
import io.helyos.model.deployment.Deployment;
import io.helyos.model.deployment.DeploymentCommand;
import io.helyos.model.deployment.DeploymentCommand.Deploy;
import io.helyos.model.deployment.Rollout;
import io.helyos.model.deployment.UpdatePolicy;
import io.helyos.model.node.Node;
import io.helyos.model.node.NodeCommand;
import io.helyos.model.node.NodeFacts;
import io.helyos.model.node.NodeSelector;
import io.helyos.model.pod.Pod;
import io.helyos.model.template.PodTemplate;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Nodes that come, and change their labels, under a deployment with one pod on each, while it is
/// rolled out and messages get lost. In the end there is one pod on each node that matches, each
/// with the index that the node has always had.
class EveryNodeConvergenceTest {
  private static final DeploymentId API = new DeploymentId("shop", "api");
  private static final List<String> NODES =
      IntStream.range(0, 12).mapToObj(i -> "n%02d".formatted(i)).toList();
  private static final Map<String, String> WEB = Map.of("role", "web");

  private final Map<String, Integer> indexes = new HashMap<>();
  private Random dice = new Random(0);
  private SmallWorld world = new SmallWorld(dice);

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void each_matching_node_has_its_pod_in_the_end(long seed) {
    dice = new Random(seed);
    world = new SmallWorld(dice, NODES.toArray(String[]::new));
    for (var node : NODES.subList(0, 4)) register(node);
    for (var request = 0; request < 25; request++) {
      act();
      for (var step = dice.nextInt(30); step > 0; step--) pass();
      checkIndexes();
    }
    world.calm();
    NODES.forEach(this::register);
    NODES.forEach(node -> label(node, dice.nextBoolean()));
    world.execute(API.entity(), new DeploymentCommand.ResumeRollout(API));
    deploy("nginx:last");
    settle();
    arrived();
  }

  static LongStream seeds() {
    return RandomWalk.seeds().limit(60);
  }

  private void register(String node) {
    var facts = new NodeFacts("10.0.0.1", "amd64", "29.0", 4000, 4L << 30, 20_000, 20_100, 110);
    world.execute(EntityId.node(node), new NodeCommand.Register(node, facts, Map.of()));
  }

  private void label(String node, boolean matches) {
    world.execute(
        EntityId.node(node),
        matches ? new NodeCommand.Label(WEB) : new NodeCommand.Label(Map.of(), WEB.keySet()));
  }

  private void deploy(String image) {
    world.execute(
        API.entity(),
        new Deploy(
            API,
            PodTemplate.of(image),
            1,
            Map.of(),
            UpdatePolicy.rolling(0, 1 + dice.nextInt(3)),
            Optional.empty(),
            Optional.of(List.of(NodeSelector.is("role", "web")))));
  }

  private void act() {
    var node = NODES.get(dice.nextInt(NODES.size()));
    switch (dice.nextInt(8)) {
      case 0, 1 -> deploy("nginx:" + dice.nextInt(3));
      case 2 -> register(node);
      case 3, 4, 5 -> label(node, dice.nextInt(3) > 0);
      case 6 -> world.execute(API.entity(), new DeploymentCommand.Restart(API));
      default -> world.execute(EntityId.node(node), new NodeCommand.Cordon());
    }
  }

  private void pass() {
    switch (dice.nextInt(12)) {
      case 0 -> world.agent(NODES.get(dice.nextInt(NODES.size()))).crash();
      case 1, 2, 3, 4 -> world.tick(Duration.ofSeconds(dice.nextInt(10)));
      case 5 -> {
        if (dice.nextInt(6) == 0) world.restart();
        else world.sweep();
      }
      default -> world.deliverOne();
    }
  }

  private void settle() {
    for (var round = 0; round < 200; round++) {
      for (var tick = 0; tick < 4; tick++) {
        world.tick(Duration.ofSeconds(10));
        world.deliverAll();
      }
      world.sweep();
      world.deliverAll();
    }
  }

  private void checkIndexes() {
    active()
        .flatMap(Deployment.Active::everyNode)
        .ifPresent(nodes ->
            nodes
                .indexes()
                .forEach((node, index) ->
                    assertThat(indexes.computeIfAbsent(node, _ -> index)).isEqualTo(index)));
  }

  private Optional<Deployment.Active> active() {
    return world
        .deployment(API)
        .map(row -> row.state())
        .filter(Deployment.Active.class::isInstance)
        .map(Deployment.Active.class::cast);
  }

  private void arrived() {
    checkIndexes();
    var active = active().orElseThrow();
    assertThat(active.rollout().state()).as("%s", active).isEqualTo(Rollout.State.COMPLETED);
    var wanted = new TreeMap<Integer, String>();
    for (var row : world.nodes()) {
      var node = (Node.Registered) row.state();
      if (node.labels().equals(WEB)) {
        wanted.put(active.everyNode().orElseThrow().indexes().get(node.name()), node.name());
      }
    }
    var there = new TreeMap<Integer, String>();
    for (var row : world.pods()) {
      assertThat(row.state()).isInstanceOf(Pod.Running.class);
      var life = row.state().lived().orElseThrow();
      assertThat(life.assignment().image()).isEqualTo("nginx:last");
      there.put(life.assignment().pod().index(), row.state().placed().orElseThrow().node());
    }
    assertThat(there).isEqualTo(wanted);
  }
}
