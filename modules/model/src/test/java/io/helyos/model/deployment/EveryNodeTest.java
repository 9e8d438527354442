package io.helyos.model.deployment;

import static io.helyos.model.deployment.Shop.API;
import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.model.Decision;
import io.helyos.model.RandomWalk;
import io.helyos.model.deployment.Deployment.Active;
import io.helyos.model.deployment.DeploymentCommand.Deploy;
import io.helyos.model.deployment.DeploymentCommand.ReportNodes;
import io.helyos.model.deployment.DeploymentCommand.Scale;
import io.helyos.model.deployment.DeploymentEffect.EnsureOnEach;
import io.helyos.model.deployment.DeploymentEffect.EnsurePod;
import io.helyos.model.node.NodeSelector;
import io.helyos.model.pod.PodReport.Phase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A deployment with one pod on each node that matches.
class EveryNodeTest {
  private static final List<NodeSelector> WEB = List.of(NodeSelector.is("role", "web"));

  private final DeploymentLifecycle lifecycle = new DeploymentLifecycle();

  private static Deploy onEach(String image, UpdatePolicy update, List<NodeSelector> selectors) {
    return new Deploy(
        API, Shop.image(image), 1, Map.of(), update, Optional.empty(), Optional.of(selectors));
  }

  private static Fleet fleet() {
    return new Fleet().tell(onEach("v1", UpdatePolicy.DEFAULT, WEB));
  }

  private static ReportNodes nodes(String... matching) {
    var matches = new TreeMap<String, Boolean>();
    for (var node : List.of("a", "b", "c", "d", "e")) {
      matches.put(node, List.of(matching).contains(node));
    }
    return new ReportNodes(API, matches);
  }

  private String places(Fleet fleet) {
    var places = new TreeMap<Integer, String>();
    for (var effect : lifecycle.effects(fleet.active())) {
      if (effect instanceof EnsurePod(var pod)) {
        places.put(pod.pod().index(), pod.needs().node().orElse("anywhere"));
      }
    }
    return places.toString();
  }

  @Test
  void its_rollout_waits_until_the_nodes_are_counted_and_their_pods_are_up() {
    var fleet = fleet();
    assertThat(fleet.rollout().isMoving()).as("nobody knows the nodes").isTrue();
    assertThat(DeploymentStatus.of(fleet.active())).isEqualTo(DeploymentStatus.PENDING);

    fleet.tell(nodes("b", "d"));
    assertThat(places(fleet)).isEqualTo("{0=b, 1=d}");
    assertThat(fleet.rollout().isMoving()).as("no pod is up").isTrue();

    fleet.is(0, Phase.RUNNING).is(1, Phase.RUNNING);
    assertThat(fleet.rollout().state()).isEqualTo(Rollout.State.COMPLETED);
    assertThat(DeploymentStatus.of(fleet.active())).isEqualTo(DeploymentStatus.RUNNING);
    assertThat(fleet.active().replicas()).isEqualTo(2);
  }

  @Test
  void where_no_node_matches_there_is_nothing_to_do() {
    assertThat(fleet().tell(nodes()).rollout().state()).isEqualTo(Rollout.State.COMPLETED);
  }

  @Test
  void the_index_of_a_node_is_its_own_for_ever() {
    var fleet = fleet().tell(nodes("b", "d")).allUp();

    fleet.tell(nodes("d"));
    assertThat(places(fleet)).as("b has left").isEqualTo("{1=d}");
    fleet.tell(nodes("a", "d"));
    assertThat(places(fleet)).as("a is new").isEqualTo("{1=d, 2=a}");
    fleet.tell(nodes("a", "b", "d"));
    assertThat(places(fleet)).as("b is back").isEqualTo("{0=b, 1=d, 2=a}");
  }

  @Test
  void a_node_that_nobody_has_heard_of_does_not_lose_its_pod() {
    var fleet = fleet().tell(nodes("a", "b")).allUp();
    fleet.tell(new ReportNodes(API, Map.of("a", true, "c", true)));
    assertThat(places(fleet)).isEqualTo("{0=a, 1=b, 2=c}");
  }

  @Test
  void a_node_that_joins_gets_the_revision_that_works() {
    var fleet = fleet().tell(nodes("a", "b")).allUp();
    fleet.tell(onEach("v2", UpdatePolicy.rolling(0, 1).rollingBack(), WEB));
    fleet.is(0, Phase.FAILED);
    assertThat(fleet.active().revision()).as("rolled back").isEqualTo(1);
    fleet.tell(nodes("a", "b", "e")).allUp();
    assertThat(fleet.revisions()).isEqualTo("111");
  }

  @Test
  void it_rolls_stop_first_whatever_the_surge_and_so_many_at_a_time_as_may_be_missing() {
    var fleet = fleet().tell(nodes("a", "b", "c", "d")).allUp();
    fleet.events().clear();
    fleet.tell(onEach("v2", UpdatePolicy.rolling(3, 2), WEB));
    assertThat(fleet.trace()).isEqualTo("-2 +2 ok -2 +2 ok");
    assertThat(fleet.revisions()).isEqualTo("2222");
  }

  @Test
  void other_selectors_count_anew_and_leave_the_pods_where_they_are_until_then() {
    var fleet = fleet().tell(nodes("a", "b")).allUp();
    fleet.tell(onEach("v1", UpdatePolicy.DEFAULT, List.of()));
    assertThat(places(fleet)).isEqualTo("{0=a, 1=b}");
    var asked = lifecycle.effects(fleet.active()).stream().filter(EnsureOnEach.class::isInstance);
    assertThat(asked.map(effect -> ((EnsureOnEach) effect).nodes().counted()))
        .containsExactly(false);
    fleet.tell(nodes("b", "c"));
    assertThat(places(fleet)).isEqualTo("{1=b, 2=c}");
  }

  @Test
  void what_is_stopped_comes_back_on_the_nodes_that_match_then() {
    var fleet = fleet().tell(nodes("a", "b")).allUp();
    fleet.tell(new DeploymentCommand.Stop(API)).tell(nodes("b", "c"));
    assertThat(places(fleet)).isEqualTo("{}");
    fleet.tell(onEach("v1", UpdatePolicy.DEFAULT, WEB));
    assertThat(places(fleet)).isEqualTo("{1=b, 2=c}");
  }

  @Test
  void it_has_no_number_of_replicas_and_keeps_its_mode() {
    var active = fleet().tell(nodes("a")).active();
    assertThat(lifecycle.decide(active, new Scale(API, 3), Shop.NOW))
        .isInstanceOf(Decision.Rejected.class);
    assertThat(lifecycle.decide(active, Shop.deploy("v1", 3), Shop.NOW))
        .isInstanceOf(Decision.Rejected.class);
    assertThat(lifecycle.decide(active, nodes("a"), Shop.NOW)).isEqualTo(Decision.unchanged());
    assertThat(lifecycle.decide(active, onEach("v1", UpdatePolicy.DEFAULT, WEB), Shop.NOW))
        .isEqualTo(Decision.unchanged());
  }

  /// Whatever users, pods and nodes do: no index ever means two nodes, and no node has two.
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("io.helyos.model.RandomWalk#seeds")
  void no_index_is_ever_given_to_another_node(long seed) {
    var nodeOf = new HashMap<Integer, String>();
    RandomWalk.of(lifecycle, seed, (dice, state, _) -> command(dice, state))
        .forEachStep(step -> {
          if (step.after() instanceof Deployment.Absent) nodeOf.clear();
          if (!(step.after() instanceof Active active)) return;
          var nodes = active.everyNode().orElseThrow();
          nodes
              .indexes()
              .forEach((node, index) -> {
                assertThat(nodeOf.computeIfAbsent(index, _ -> node)).isEqualTo(node);
              });
          assertThat(nodes.indexes().values()).doesNotHaveDuplicates();
          assertThat(nodes.matching().keySet()).isSubsetOf(nodes.indexes().values());
          assertThat(active.replicas()).isEqualTo(nodes.matching().size());
        });
  }

  private static DeploymentCommand command(Random dice, Deployment state) {
    return switch (dice.nextInt(8)) {
      case 0, 1, 2 -> seen(dice);
      case 3 -> onEach("nginx:" + dice.nextInt(3), UpdatePolicy.rolling(0, 1), WEB);
      default -> {
        var any = DeploymentDice.command(dice, state);
        yield any instanceof Deploy ? seen(dice) : any;
      }
    };
  }

  private static ReportNodes seen(Random dice) {
    var matches = new TreeMap<String, Boolean>();
    IntStream.range(0, 8)
        .filter(_ -> dice.nextInt(4) > 0)
        .forEach(node -> matches.put("n" + node, dice.nextInt(3) > 0));
    return new ReportNodes(API, matches);
  }
}
