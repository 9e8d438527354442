package io.helyos.orchestrator.placement;

import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.model.EntityId;
import io.helyos.model.PodId;
import io.helyos.model.node.NodeEvent.NodeRegistered;
import io.helyos.model.node.NodeEvent.Reserved;
import io.helyos.model.node.NodeFacts;
import io.helyos.model.node.Reservation;
import io.helyos.model.pod.Needs;
import io.helyos.model.scheduling.Candidate;
import io.helyos.orchestrator.view.LiveView;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CandidatesTest {
  private static final PodId POD = new PodId("shop", "api", 0);
  private static final PodId OTHER = new PodId("shop", "api", 1);
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  private final LiveView view = new LiveView();
  private final Candidates candidates = new Candidates(view, _ -> Optional.empty());

  @BeforeEach
  void two_nodes_are_there() {
    for (var name : new String[] {"a", "b"}) {
      var facts = new NodeFacts(name, "amd64", "29.0", 2000, 1 << 30, 20_000, 20_010, 10);
      var registered = new NodeRegistered(name, Optional.empty(), facts, Map.of(), Map.of());
      view.saw(EntityId.node(name), 1, NOW, registered);
    }
  }

  private Map<String, Integer> pods(Instant now) {
    return candidates.of(OTHER, now).stream()
        .collect(Collectors.toMap(found -> found.node().name(), Candidate::pods));
  }

  @Test
  void what_was_just_assigned_counts_before_the_view_shows_it() {
    candidates.assume(POD, 1, "a", Needs.NOTHING, NOW);

    assertThat(pods(NOW)).isEqualTo(Map.of("a", 1, "b", 0));
  }

  @Test
  void what_the_view_shows_is_counted_once() {
    candidates.assume(POD, 1, "a", Needs.NOTHING, NOW);
    view.saw(EntityId.node("a"), 2, NOW, new Reserved(POD, new Reservation(1, 0, 0, List.of())));

    assertThat(pods(NOW)).isEqualTo(Map.of("a", 1, "b", 0));
  }

  @Test
  void a_pod_that_asks_again_takes_room_on_one_node_only() {
    candidates.assume(POD, 1, "a", Needs.NOTHING, NOW);
    candidates.assume(POD, 1, "b", Needs.NOTHING, NOW);

    assertThat(pods(NOW)).isEqualTo(Map.of("a", 0, "b", 1));
  }

  @Test
  void an_assumption_that_is_never_confirmed_ends() {
    candidates.assume(POD, 1, "a", Needs.NOTHING, NOW);

    assertThat(pods(NOW.plusSeconds(11))).isEqualTo(Map.of("a", 0, "b", 0));
  }
}
