package io.helyos.orchestrator.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.model.EntityId;
import io.helyos.model.cluster.ClusterCommand.ReportSilence;
import io.helyos.model.cluster.ClusterEvent.ClusterFounded;
import io.helyos.model.cluster.ClusterEvent.NodesLost;
import io.helyos.model.node.NodeEvent.NodeRegistered;
import io.helyos.model.node.NodeFacts;
import io.helyos.orchestrator.neighbour.Neighbours;
import io.helyos.orchestrator.view.LiveView;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a watcher reports: node `a` belongs to its own daemon, `b` to another one.
class WatchTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final AtomicLong nanos = new AtomicLong();
  private final LiveView view = new LiveView();
  private final Neighbours neighbours = new Neighbours(nanos::get);
  private final Watch watch =
      new Watch(
          view,
          neighbours,
          "a"::equals,
          PATIENCE,
          _ -> CompletableFuture.failedStage(new AssertionError("not asked here")),
          () -> {});

  @BeforeEach
  void two_nodes_are_known() {
    view.saw(EntityId.cluster(), 1, NOW, new ClusterFounded("c1"));
    for (var name : new String[] {"a", "b"}) {
      var facts = new NodeFacts(name, "amd64", "29.0", 2000, 1 << 30, 20_000, 20_010, 10);
      view.saw(
          EntityId.node(name),
          1,
          NOW,
          new NodeRegistered(name, Optional.empty(), facts, Map.of(), Map.of()));
    }
  }

  private void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }

  @Test
  void a_node_that_is_silent_for_long_is_reported() {
    pass(PATIENCE);
    assertThat(watch.news())
        .contains(new ReportSilence(Map.of("b", PATIENCE), Set.of("a"), PATIENCE));
  }

  @Test
  void nobody_is_reported_before_the_time() {
    pass(PATIENCE.minusSeconds(1));
    assertThat(watch.news()).isEmpty();
  }

  @Test
  void silence_counts_only_while_somebody_listens() {
    pass(Duration.ofHours(1));
    neighbours.deafUntilNow();
    pass(PATIENCE.minusSeconds(1));
    assertThat(watch.news()).isEmpty();
  }

  @Test
  void what_the_cluster_knows_is_not_said_again() {
    view.saw(EntityId.cluster(), 2, NOW, new NodesLost(Set.of("b")));
    pass(PATIENCE);
    assertThat(watch.news()).isEmpty();
  }

  @Test
  void the_own_node_is_always_heard() {
    view.saw(EntityId.cluster(), 2, NOW, new NodesLost(Set.of("a")));
    assertThat(watch.news()).hasValueSatisfying(report -> assertThat(report.heard()).contains("a"));
  }
}
