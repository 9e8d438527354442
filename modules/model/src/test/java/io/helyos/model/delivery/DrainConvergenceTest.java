package io.helyos.model.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.model.DeploymentId;
import io.helyos.model.EntityId;
import io.helyos.model.RandomWalk;
import io.helyos.model.deployment.Deployment.Active;
import io.helyos.model.deployment.DeploymentCommand.Deploy;
import io.helyos.model.deployment.Rollout;
import io.helyos.model.deployment.UpdatePolicy;
import io.helyos.model.node.Node;
import io.helyos.model.node.NodeCommand;
import io.helyos.model.node.NodeFacts;
import io.helyos.model.pod.Pod;
import io.helyos.model.pod.PodReport;
import io.helyos.model.pod.PodReport.Phase;
import io.helyos.model.template.PodTemplate;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A node is emptied whose pods serve: messages overtake each other and the daemon is killed, and
/// never is one pod more missing than its deployment allows.
class DrainConvergenceTest {
  private static final DeploymentId API = new DeploymentId("shop", "api");
  private static final int REPLICAS = 10;
  private static final List<String> OTHERS = List.of("b", "c");

  private SmallWorld world = new SmallWorld(new Random(0));

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void a_drain_of_ten_pods_never_goes_below_what_must_serve(long seed) {
    var dice = new Random(seed);
    var policy =
        switch (dice.nextInt(4)) {
          case 0 -> UpdatePolicy.DEFAULT;
          case 1 -> UpdatePolicy.rolling(1 + dice.nextInt(3), dice.nextInt(3));
          case 2 -> UpdatePolicy.rolling(0, 1 + dice.nextInt(3));
          default -> UpdatePolicy.rolling(0, 1).recreating();
        };
    begin(seed, policy);
    OTHERS.forEach(node -> register(node, 110));
    drain();
    var floor = REPLICAS - policy.maxUnavailable();
    for (var step = 0; step < 6000 && reservations() > 0; step++) {
      pass(dice);
      assertThat(serving())
          .as("after %d steps, with %s", step, policy)
          .isGreaterThanOrEqualTo(floor);
    }
    settle();
    assertThat(reservations()).isZero();
    assertThat(serving()).isEqualTo(REPLICAS);
    assertThat(world.pods()).hasSize(REPLICAS);
    assertThat(active().rollout().state()).isEqualTo(Rollout.State.COMPLETED);
    assertThat(active().revision()).as("a drain makes no revision").isEqualTo(1);
  }

  static LongStream seeds() {
    return RandomWalk.seeds().limit(60);
  }

  @Test
  void pods_that_fit_nowhere_stay_and_serve() {
    begin(1, UpdatePolicy.DEFAULT);
    register("b", 4);
    drain();
    settle();
    assertThat(serving()).isEqualTo(REPLICAS);
    assertThat(reservations()).as("the other one has room for four").isEqualTo(REPLICAS - 4);
    assertThat(active().rollout().state()).isEqualTo(Rollout.State.MOVING);
  }

  @Test
  void a_cancelled_drain_leaves_the_others_where_they_are() {
    begin(1, UpdatePolicy.DEFAULT);
    register("b", 4);
    drain();
    settle();
    world.execute(EntityId.node("a"), new NodeCommand.CancelDrain());
    settle();
    var left = reservations();
    assertThat(left).isGreaterThanOrEqualTo(REPLICAS - 4);
    assertThat(node().cordoned()).isFalse();
    assertThat(active().rollout().state()).isEqualTo(Rollout.State.COMPLETED);
    assertThat(world.pods()).as("no pod beyond the replicas is left").hasSize(REPLICAS);
    register("c", 110);
    settle();
    assertThat(reservations()).isEqualTo(left);
  }

  @Test
  void after_its_time_a_drain_moves_nothing_more_and_the_node_stays_cordoned() {
    begin(1, UpdatePolicy.DEFAULT);
    drain();
    settle();
    world.tick(Duration.ofHours(2));
    settle();
    assertThat(node().isDraining()).isFalse();
    assertThat(node().cordoned()).isTrue();
    register("b", 110);
    settle();
    assertThat(reservations()).isEqualTo(REPLICAS);
    assertThat(serving()).isEqualTo(REPLICAS);
  }

  private void begin(long seed, UpdatePolicy policy) {
    world = new SmallWorld(new Random(seed), "a", "b", "c");
    world.calm();
    register("a", 110);
    world.execute(
        API.entity(), new Deploy(API, PodTemplate.of("nginx:1"), REPLICAS, Map.of(), policy));
    settle();
    assertThat(serving()).isEqualTo(REPLICAS);
  }

  private void register(String node, int maxPods) {
    var facts = new NodeFacts("10.0.0.1", "amd64", "29.0", 8000, 8L << 30, 20_000, 20_100, maxPods);
    world.execute(EntityId.node(node), new NodeCommand.Register(node, facts, Map.of()));
  }

  private void drain() {
    world.execute(EntityId.node("a"), new NodeCommand.Drain(Duration.ofHours(1)));
  }

  private void pass(Random dice) {
    switch (dice.nextInt(20)) {
      case 0, 1, 2, 3 -> world.tick(Duration.ofMillis(dice.nextInt(300)));
      case 4 -> {
        if (dice.nextInt(10) == 0) world.restart();
        else world.sweep();
      }
      default -> world.deliverOne();
    }
  }

  private void settle() {
    for (var round = 0; round < 150; round++) {
      world.tick(Duration.ofMillis(500));
      world.deliverAll();
      world.sweep();
      world.deliverAll();
    }
  }

  /// By the pods themselves, not by what their deployment believes.
  private long serving() {
    return world.pods().stream()
        .map(row -> row.state())
        .filter(Pod.Running.class::isInstance)
        .filter(pod -> PodReport.of(pod).filter(r -> r.phase() == Phase.RUNNING).isPresent())
        .count();
  }

  private int reservations() {
    return node().reservations().size();
  }

  private Node.Registered node() {
    return (Node.Registered) world.node("a").orElseThrow().state();
  }

  private Active active() {
    return (Active) world.deployment(API).orElseThrow().state();
  }
}
