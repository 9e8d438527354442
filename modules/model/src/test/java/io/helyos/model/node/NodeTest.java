package io.helyos.model.node;

import static io.helyos.model.Given.given;
import static io.helyos.model.node.Machine.FACTS;
import static io.helyos.model.node.Machine.memory;
import static io.helyos.model.node.Machine.node;
import static io.helyos.model.node.Machine.pod;
import static io.helyos.model.node.Machine.registered;
import static io.helyos.model.node.Machine.reserve;
import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.model.Rejection.Kind;
import io.helyos.model.node.NodeCommand.Cordon;
import io.helyos.model.node.NodeCommand.Label;
import io.helyos.model.node.NodeCommand.Register;
import io.helyos.model.node.NodeCommand.Uncordon;
import io.helyos.model.node.NodeEvent.NodeCordoned;
import io.helyos.model.node.NodeEvent.NodeLabelled;
import io.helyos.model.node.NodeEvent.NodeRegistered;
import io.helyos.model.node.NodeEvent.NodeUncordoned;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NodeTest {
  private static final NodeFacts BIGGER =
      new NodeFacts("10.0.0.1", "amd64", "29.1", 4000, 2048 * Machine.MEBIBYTE, 20_000, 20_002, 3);

  @Test
  void a_machine_becomes_a_node_by_registering() {
    given(new NodeLifecycle())
        .when(new Register("n1", FACTS, Map.of("zone", "a")))
        .then(new NodeRegistered("n1", Optional.empty(), FACTS, Map.of(), Map.of("zone", "a")))
        .newEffects();
  }

  @Test
  void registering_again_with_the_same_facts_changes_nothing() {
    registered().when(new Register("n1", FACTS, Map.of())).then();
  }

  @Test
  void a_machine_that_has_grown_keeps_its_reservations() {
    var grown =
        registered()
            .and(reserve(0, 1, memory(1000)))
            .when(new Register("n1", BIGGER, Map.of()))
            .then(new NodeRegistered("n1", Optional.of(FACTS), BIGGER, Map.of(), Map.of()))
            .accepted();
    assertThat(node(grown).reservations()).containsOnlyKeys(pod(0));
    grown.and(reserve(1, 1, memory(1000)));
  }

  @Test
  void labels_of_an_operator_outlive_the_next_start_of_the_machine() {
    registered()
        .and(new Label(Map.of("disk", "fast")))
        .when(new Register("n1", FACTS, Map.of("zone", "a")))
        .then(
            new NodeRegistered(
                "n1",
                Optional.of(FACTS),
                FACTS,
                Map.of("disk", "fast"),
                Map.of("disk", "fast", "zone", "a")));
  }

  @Test
  void a_cordon_is_put_up_and_taken_down_once() {
    registered()
        .when(new Cordon())
        .then(new NodeCordoned())
        .accepted()
        .when(new Cordon())
        .then()
        .accepted()
        .when(new Uncordon())
        .then(new NodeUncordoned())
        .accepted()
        .when(new Uncordon())
        .then();
  }

  @Test
  void a_cordon_keeps_the_pods_that_are_there() {
    var cordoned = registered().and(reserve(0, 1, memory(1))).and(new Cordon());
    assertThat(node(cordoned).reservations()).containsOnlyKeys(pod(0));
    cordoned.when(reserve(0, 1, memory(1))).then();
  }

  @Test
  void labels_are_changed_one_by_one() {
    registered()
        .and(new Label(Map.of("a", "1")))
        .when(new Label(Map.of("b", "2")))
        .then(new NodeLabelled(Map.of("a", "1"), Map.of("a", "1", "b", "2")))
        .accepted()
        .when(new Label(Map.of("b", "3"), Set.of("a")))
        .then(new NodeLabelled(Map.of("a", "1", "b", "2"), Map.of("b", "3")));
    registered().and(new Label(Map.of("a", "1"))).when(new Label(Map.of("a", "1"))).then();
    registered().when(new Label(Map.of(), Set.of("a"))).then();
  }

  @Test
  void what_an_operator_has_changed_or_removed_does_not_return_with_the_machine() {
    var own = new Register("n1", FACTS, Map.of("zone", "a", "disk", "slow"));
    var changed = registered().and(own).and(new Label(Map.of("zone", "b"), Set.of("disk")));
    changed.when(own).then();
    assertThat(node(changed).isAs(FACTS, own.labels())).isTrue();
    assertThat(node(changed).labels()).isEqualTo(Map.of("zone", "b"));
  }

  @Test
  void a_machine_that_says_less_of_itself_has_fewer_labels() {
    var before = registered().and(new Register("n1", FACTS, Map.of("zone", "a")));
    var given = before.and(new Label(Map.of("disk", "fast")));
    var after = given.and(new Register("n1", FACTS, Map.of()));
    assertThat(node(after).labels()).isEqualTo(Map.of("disk", "fast"));
  }

  @Test
  void what_has_never_registered_cannot_be_commanded() {
    given(new NodeLifecycle()).when(new Cordon()).refused(Kind.NOT_FOUND, "no such node");
    given(new NodeLifecycle()).when(new Uncordon()).refused(Kind.NOT_FOUND, "no such node");
    given(new NodeLifecycle()).when(new Label(Map.of())).refused(Kind.NOT_FOUND, "no such node");
  }
}
