package io.helyos.model.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.model.DeploymentId;
import io.helyos.model.EntityId;
import io.helyos.model.RandomWalk;
import io.helyos.model.deployment.Deployment;
import io.helyos.model.deployment.DeploymentCommand;
import io.helyos.model.deployment.Rollout;
import io.helyos.model.deployment.UpdatePolicy;
import io.helyos.model.node.NodeCommand;
import io.helyos.model.node.NodeFacts;
import io.helyos.model.pod.Pod;
import io.helyos.model.template.PodTemplate;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Twenty things that people do to a deployment while its pods are killed and messages get lost:
/// updates, rollbacks, scales, pauses, restarts. The last request always comes true.
class RolloutConvergenceTest {
  private static final DeploymentId API = new DeploymentId("shop", "api");
  private static final int LARGEST = 5;

  private Random dice = new Random(0);
  private SmallWorld world = new SmallWorld(dice);

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("io.helyos.model.RandomWalk#seeds")
  void twenty_random_requests_come_to_the_last_one(long seed) {
    dice = new Random(seed);
    world = new SmallWorld(dice, "n1", "n2");
    for (var node : List.of("n1", "n2")) {
      var facts = new NodeFacts("10.0.0.1", "amd64", "29.0", 4000, 4L << 30, 20_000, 20_100, 110);
      world.execute(EntityId.node(node), new NodeCommand.Register(node, facts, Map.of()));
    }
    ask(deploy());
    for (var request = 0; request < 20; request++) {
      ask(request());
      for (var step = dice.nextInt(40); step > 0; step--) pass();
    }
    var replicas = dice.nextInt(LARGEST) + 1;
    world.calm();
    ask(new DeploymentCommand.ResumeRollout(API));
    ask(new DeploymentCommand.Deploy(API, PodTemplate.of("nginx:last"), replicas, Map.of(), any()));
    settle();
    arrived(replicas);
  }

  private DeploymentCommand request() {
    return switch (dice.nextInt(10)) {
      case 0, 1, 2, 3 -> deploy();
      case 4 -> new DeploymentCommand.Rollback(API, Optional.empty());
      case 5 -> new DeploymentCommand.Scale(API, dice.nextInt(LARGEST + 1));
      case 6 -> new DeploymentCommand.PauseRollout(API);
      case 7, 8 -> new DeploymentCommand.ResumeRollout(API);
      default -> new DeploymentCommand.Restart(API);
    };
  }

  private DeploymentCommand deploy() {
    var template = PodTemplate.of("nginx:" + dice.nextInt(4));
    return new DeploymentCommand.Deploy(API, template, dice.nextInt(LARGEST + 1), Map.of(), any());
  }

  private UpdatePolicy any() {
    var policy =
        RandomWalk.pick(
            dice,
            List.of(
                UpdatePolicy.rolling(1, 0),
                UpdatePolicy.rolling(0, 1),
                UpdatePolicy.rolling(2, 2),
                UpdatePolicy.rolling(1, 0).rollingBack(),
                UpdatePolicy.rolling(1, 0).recreating()));
    return dice.nextInt(3) == 0 ? policy.withMinReady(Duration.ofSeconds(20)) : policy;
  }

  private void pass() {
    switch (dice.nextInt(12)) {
      case 0 -> world.agent(RandomWalk.pick(dice, List.of("n1", "n2"))).crash();
      case 1, 2, 3, 4 -> world.tick(Duration.ofSeconds(dice.nextInt(10)));
      case 5 -> {
        if (dice.nextInt(6) == 0) world.restart();
      }
      default -> world.deliverOne();
    }
  }

  private void ask(DeploymentCommand command) {
    world.execute(API.entity(), command);
  }

  private void settle() {
    for (var round = 0; round < 300; round++) {
      for (var tick = 0; tick < 4; tick++) {
        world.tick(Duration.ofSeconds(10));
        world.deliverAll();
      }
      world.sweep();
      world.deliverAll();
    }
  }

  private void arrived(int replicas) {
    var active = (Deployment.Active) world.deployment(API).orElseThrow().state();
    assertThat(active.rollout().state()).as("%s", active).isEqualTo(Rollout.State.COMPLETED);
    assertThat(active.template().image()).isEqualTo("nginx:last");
    assertThat(world.pods()).hasSize(replicas);
    for (var index = 0; index < replicas; index++) {
      var pod = world.pod(API.pod(index)).orElseThrow().state();
      assertThat(pod).isInstanceOf(Pod.Running.class);
      assertThat(pod.lived().orElseThrow().assignment().image()).isEqualTo("nginx:last");
    }
  }
}
