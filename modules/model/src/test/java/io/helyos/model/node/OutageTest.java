package io.helyos.model.node;

import static io.helyos.model.node.Machine.memory;
import static io.helyos.model.node.Machine.node;
import static io.helyos.model.node.Machine.pod;
import static io.helyos.model.node.Machine.registered;
import static io.helyos.model.node.Machine.reserve;
import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.model.Given;
import io.helyos.model.Rejection.Kind;
import io.helyos.model.node.NodeCommand.DeclareBack;
import io.helyos.model.node.NodeCommand.DeclareLost;
import io.helyos.model.node.NodeCommand.Fence;
import io.helyos.model.node.NodeEffect.EnsureGivenUp;
import io.helyos.model.node.NodeEffect.EnsureStillNeeded;
import io.helyos.model.node.NodeEvent.NodeLost;
import io.helyos.model.node.NodeEvent.NodeReturned;
import org.junit.jupiter.api.Test;

/// A node whose machine is lost, and returns.
class OutageTest {
  private static Given<NodeCommand, NodeEvent, Node, NodeEffect> lost() {
    return registered().and(reserve(0, 2, memory(100))).and(new DeclareLost(1));
  }

  @Test
  void each_of_its_pods_is_told_not_to_wait() {
    registered()
        .and(reserve(0, 2, memory(100)))
        .when(new DeclareLost(1))
        .then(new NodeLost(1))
        .newEffects(new EnsureGivenUp("n1", pod(0), 2, 1));
  }

  @Test
  void a_pod_that_lives_elsewhere_is_told_no_more() {
    assertThat(lost().and(new Fence(pod(0), 2)).effects()).isEmpty();
  }

  @Test
  void it_grants_nothing() {
    lost().when(reserve(1, 1, memory(1))).refused(Kind.CONFLICT, "lost");
    lost().when(reserve(0, 2, memory(100))).refused(Kind.CONFLICT, "lost");
  }

  @Test
  void it_grants_again_when_its_machine_is_back() {
    var back = lost().when(new DeclareBack(1)).then(new NodeReturned(1)).accepted();
    assertThat(node(back).isLost()).isFalse();
    assertThat(back.effects()).containsExactly(new EnsureStillNeeded("n1", pod(0), 2));
    back.and(reserve(1, 1, memory(1)));
  }

  @Test
  void news_that_come_twice_or_late_change_nothing() {
    lost().when(new DeclareLost(1)).then();
    var back = lost().and(new DeclareBack(1));
    back.when(new DeclareBack(1)).then();
    back.when(new DeclareLost(1)).then();
    back.when(new DeclareLost(2)).then(new NodeLost(2));
    back.and(new DeclareLost(2)).when(new DeclareBack(1)).then();
  }
}
