package io.helyos.model.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.model.PodId;
import io.helyos.model.RandomWalk;
import io.helyos.model.node.Node.Registered;
import io.helyos.model.node.NodeCommand.Cordon;
import io.helyos.model.node.NodeCommand.DeclareBack;
import io.helyos.model.node.NodeCommand.DeclareLost;
import io.helyos.model.node.NodeCommand.Fence;
import io.helyos.model.node.NodeCommand.Label;
import io.helyos.model.node.NodeCommand.Register;
import io.helyos.model.node.NodeCommand.Release;
import io.helyos.model.node.NodeCommand.ReportCleared;
import io.helyos.model.node.NodeCommand.Reserve;
import io.helyos.model.node.NodeCommand.Uncordon;
import io.helyos.model.node.NodeEffect.EnsureGivenUp;
import io.helyos.model.node.NodeEffect.EnsureStillNeeded;
import io.helyos.model.node.NodeEvent.PodFenced;
import io.helyos.model.node.NodeEvent.PortFoundTaken;
import io.helyos.model.node.NodeEvent.Reserved;
import io.helyos.model.pod.Needs;
import io.helyos.model.pod.Owed.HostPort;
import io.helyos.model.template.PortSpec;
import io.helyos.model.template.PortSpec.Protocol;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NodeWalkTest {
  private static final String SEEDS = "io.helyos.model.RandomWalk#seeds";
  private static final NodeFacts FACTS =
      new NodeFacts("10.0.0.1", "amd64", "29.0", 2000, 1 << 30, 20_000, 20_007, 5);

  private RandomWalk<NodeCommand, NodeEvent, Node, NodeEffect> walk(long seed) {
    return RandomWalk.of(new NodeLifecycle(), seed, NodeWalkTest::draw);
  }

  private static NodeCommand draw(Random dice, Node state, Instant now) {
    var pod = new PodId("shop", "api", dice.nextInt(8));
    return switch (dice.nextInt(26)) {
      case 0 -> new Register("n1", FACTS, Map.of());
      case 1 -> dice.nextBoolean() ? new Cordon() : new Uncordon();
      case 2 -> new Uncordon();
      case 3 ->
          dice.nextInt(3) == 0
              ? new Label(Map.of(), Set.of("zone"))
              : new Label(Map.of("zone", "z" + dice.nextInt(2)));
      case 4, 5, 6, 7, 8 -> release(dice, state, pod);
      case 9, 10 -> new Fence(pod, 1 + dice.nextInt(30));
      case 11 -> new ReportCleared(pod, 1 + dice.nextInt(30));
      case 24 -> new DeclareLost(1 + dice.nextInt(5));
      case 25 -> new DeclareBack(1 + dice.nextInt(5));
      default -> new Reserve(pod, 1 + dice.nextInt(30), needs(dice));
    };
  }

  private static Release release(Random dice, Node state, PodId pod) {
    var held =
        state instanceof Registered node && node.reservations().containsKey(pod)
            ? node.reservations().get(pod).incarnation()
            : 1;
    var stranger = new HostPort(20_000 + dice.nextInt(8), Protocol.TCP);
    return new Release(
        pod, held - dice.nextInt(2), dice.nextInt(4) == 0 ? List.of(stranger) : List.of());
  }

  private static Needs needs(Random dice) {
    var ports = new ArrayList<PortSpec>();
    for (var left = dice.nextInt(3); left > 0; left--) ports.add(PortSpec.free(left));
    if (dice.nextInt(3) == 0) ports.add(PortSpec.fixed(20_000 + dice.nextInt(8), 80));
    return new Needs((long) dice.nextInt(5) << 27, dice.nextInt(9) * 100L, ports);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource(SEEDS)
  void replay_equals_live(long seed) {
    walk(seed).replayEqualsLive();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource(SEEDS)
  void whatever_is_asked_twice_changes_nothing_the_second_time(long seed) {
    walk(seed)
        .repeatingChangesNothing(
            Register.class,
            Reserve.class,
            Release.class,
            Fence.class,
            ReportCleared.class,
            DeclareLost.class,
            DeclareBack.class,
            Cordon.class,
            Uncordon.class,
            Label.class);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource(SEEDS)
  void nothing_is_ever_oversold(long seed) {
    walk(seed)
        .forEachStep(step -> {
          if (!(step.after() instanceof Registered node)) return;
          assertThat(node.reservedMemory()).isLessThanOrEqualTo(FACTS.memoryBytes());
          assertThat(node.reservedCpu()).isLessThanOrEqualTo(FACTS.cpuMillis());
          assertThat(node.reservations()).hasSizeLessThanOrEqualTo(FACTS.maxPods());
          assertThat(hostPorts(node)).doesNotHaveDuplicates();
        });
  }

  private static List<HostPort> hostPorts(Registered node) {
    return node.reservations().values().stream()
        .flatMap(reservation -> reservation.ports().stream())
        .map(port -> new HostPort(port.host(), port.protocol()))
        .toList();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource(SEEDS)
  void a_grant_has_all_that_was_asked_for(long seed) {
    walk(seed)
        .forEachStep(step -> {
          if (!(step.command() instanceof Reserve ask) || !step.changed()) return;
          var answer = new NodeLifecycle().answer(step.after(), ask);
          assertThat(answer)
              .isInstanceOfSatisfying(
                  Granted.class,
                  granted -> assertThat(granted.ports()).hasSameSizeAs(ask.needs().ports()));
        });
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource(SEEDS)
  void no_incarnation_is_granted_after_a_higher_one_of_its_pod(long seed) {
    var highest = new HashMap<PodId, Long>();
    walk(seed)
        .forEachStep(step -> {
          for (var event : step.events()) {
            if (!(event instanceof Reserved(var pod, var reservation))) continue;
            var before = highest.put(pod, reservation.incarnation());
            assertThat(before == null || before < reservation.incarnation()).isTrue();
          }
        });
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource(SEEDS)
  void what_was_fenced_off_is_never_granted_again(long seed) {
    var dead = new HashMap<PodId, Long>();
    walk(seed)
        .forEachStep(step -> {
          for (var event : step.events()) {
            if (event instanceof PodFenced(var pod, var incarnation)) {
              dead.merge(pod, incarnation, Math::max);
            }
          }
          if (!(step.after() instanceof Registered node)) return;
          node.reservations()
              .forEach((pod, held) ->
                  assertThat(held.incarnation()).isGreaterThan(dead.getOrDefault(pod, 0L)));
        });
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource(SEEDS)
  void a_fence_stands_until_nothing_behind_it_is_left(long seed) {
    walk(seed)
        .forEachStep(step -> {
          if (!(step.before() instanceof Registered was)) return;
          var is = (Registered) step.after();
          was.fenced()
              .forEach((pod, incarnation) -> {
                var isCleared =
                    step.command() instanceof ReportCleared(var of, var upTo)
                        && of.equals(pod)
                        && upTo >= incarnation;
                if (isCleared) {
                  assertThat(is.fenced()).doesNotContainKey(pod);
                } else {
                  assertThat(is.fenced().get(pod)).isNotNull().isGreaterThanOrEqualTo(incarnation);
                }
              });
        });
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource(SEEDS)
  void a_strangers_port_is_not_granted_before_its_time(long seed) {
    var avoided = new HashMap<HostPort, Instant>();
    walk(seed)
        .forEachStep(step -> {
          for (var event : step.events()) {
            switch (event) {
              case PortFoundTaken(var port, var until) -> avoided.put(port, until);
              case Reserved(_, var reservation) ->
                  reservation
                      .ports()
                      .forEach(port ->
                          assertThat(
                                  avoided.getOrDefault(
                                      new HostPort(port.host(), port.protocol()), Instant.MIN))
                              .isBeforeOrEqualTo(step.now()));
              default -> {}
            }
          }
        });
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource(SEEDS)
  void each_reservation_is_asked_about(long seed) {
    walk(seed)
        .forEachStep(step -> {
          if (!(step.after() instanceof Registered node)) return;
          var asked =
              new NodeLifecycle()
                  .effects(node).stream()
                      .flatMap(effect ->
                          switch (effect) {
                            case EnsureStillNeeded(_, var pod, _) -> Stream.of(pod);
                            case EnsureGivenUp(_, var pod, _, _) -> Stream.of(pod);
                            case NodeEffect.EnsureLeaving _,
                                NodeEffect.EnsureStaying _,
                                NodeEffect.WakeAt _ ->
                                Stream.empty();
                          })
                      .collect(Collectors.toSet());
          assertThat(asked).isEqualTo(new HashSet<>(node.reservations().keySet()));
        });
  }
}
