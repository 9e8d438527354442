package io.helyos.model.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.model.Decision;
import io.helyos.model.Given;
import io.helyos.model.PodId;
import io.helyos.model.node.Node;
import io.helyos.model.node.NodeCommand;
import io.helyos.model.node.NodeCommand.Cordon;
import io.helyos.model.node.NodeCommand.Register;
import io.helyos.model.node.NodeCommand.Reserve;
import io.helyos.model.node.NodeEvent;
import io.helyos.model.node.NodeFacts;
import io.helyos.model.node.NodeLifecycle;
import io.helyos.model.pod.Needs;
import io.helyos.model.template.PortSpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SchedulerTest {
  private static final PodId POD = new PodId("shop", "api", 0);
  private static final long MEBIBYTE = 1 << 20;
  private static final Needs SOME = new Needs(100 * MEBIBYTE, 100, List.of());

  private static Node.Registered node(String name) {
    var facts = new NodeFacts(name, "amd64", "29.0", 2000, 1000 * MEBIBYTE, 20_000, 20_010, 10);
    return (Node.Registered)
        Given.given(new NodeLifecycle()).and(new Register(name, facts, Map.of())).state();
  }

  private static Candidate idle(String name) {
    return new Candidate(node(name), 1, 1, 0, 0);
  }

  private static Verdict choose(Needs needs, Candidate... candidates) {
    return Scheduler.choose(POD, 1, needs, List.of(candidates), Instant.EPOCH);
  }

  private static String chosen(Candidate... candidates) {
    return ((Verdict.Chosen) choose(SOME, candidates)).node();
  }

  @Test
  void the_node_with_more_memory_free_is_taken() {
    assertThat(chosen(new Candidate(node("a"), 0.2, 1, 0, 0), idle("b"))).isEqualTo("b");
    assertThat(chosen(idle("a"), new Candidate(node("b"), 0.2, 1, 0, 0))).isEqualTo("a");
  }

  private static String packed(Candidate... candidates) {
    var verdict =
        Scheduler.choose(Strategy.BINPACK, POD, 1, SOME, List.of(candidates), Instant.EPOCH);
    return ((Verdict.Chosen) verdict).node();
  }

  @Test
  void who_packs_takes_the_node_with_least_room_that_suffices() {
    assertThat(packed(new Candidate(node("a"), 0.2, 1, 0, 0), idle("b"))).isEqualTo("a");
    assertThat(packed(idle("a"), new Candidate(node("b"), 1, 0.2, 0, 0))).isEqualTo("b");
    assertThat(packed(idle("a"), new Candidate(node("b"), 1, 1, 5, 5))).isEqualTo("b");
    assertThat(packed(idle("a"), new Candidate(node("b"), 0.2, 0.2, 10, 0))).isEqualTo("a");
  }

  @Test
  void the_node_with_more_cpu_free_is_taken() {
    assertThat(chosen(new Candidate(node("a"), 1, 0.2, 0, 0), idle("b"))).isEqualTo("b");
  }

  @Test
  void the_node_with_fewer_pods_is_taken() {
    assertThat(chosen(new Candidate(node("a"), 1, 1, 5, 0), idle("b"))).isEqualTo("b");
  }

  @Test
  void a_node_without_siblings_is_taken_even_when_it_is_fuller() {
    var withSibling = new Candidate(node("a"), 1, 1, 1, 1);
    var fuller = new Candidate(node("b"), 0.1, 0.1, 9, 0);
    assertThat(chosen(withSibling, fuller)).isEqualTo("b");
  }

  @Test
  void equal_nodes_are_taken_by_name_so_that_the_choice_can_be_repeated() {
    assertThat(chosen(idle("b"), idle("a"), idle("c"))).isEqualTo("a");
  }

  @Test
  void ten_pods_spread_evenly_over_five_nodes() {
    var load = new HashMap<String, Integer>();
    for (var pod = 0; pod < 10; pod++) {
      var candidates = new ArrayList<Candidate>();
      for (var name : List.of("a", "b", "c", "d", "e")) {
        int pods = load.getOrDefault(name, 0);
        candidates.add(new Candidate(node(name), 1 - pods / 10.0, 1 - pods / 20.0, pods, pods));
      }
      load.merge(chosen(candidates.toArray(Candidate[]::new)), 1, Integer::sum);
    }
    assertThat(load.values()).containsOnly(2).hasSize(5);
  }

  @Test
  void the_scores_and_the_reasons_against_are_told() {
    var lifecycle = new NodeLifecycle();
    var cordoned = evolve(lifecycle, node("b"), new Cordon());
    var full =
        evolve(
            lifecycle,
            node("c"),
            new Reserve(new PodId("shop", "web", 0), 1, new Needs(950 * MEBIBYTE, 0, List.of())));
    var verdict =
        choose(
            SOME,
            idle("a"),
            new Candidate(cordoned, 1, 1, 0, 0),
            new Candidate(full, 0.05, 1, 1, 0),
            new Candidate(node("d"), 1, 1, 10, 0));
    assertThat(verdict)
        .isEqualTo(
            new Verdict.Chosen(
                "a",
                Map.of("a", 0.85),
                Map.of(
                    "b",
                    "cordoned",
                    "c",
                    "has 50 MiB of memory free, needs 100 MiB",
                    "d",
                    "has its 10 pods")));
  }

  private static Node.Registered evolve(NodeLifecycle lifecycle, Node node, NodeCommand command) {
    var decision = (Decision.Accepted<NodeEvent>) lifecycle.decide(node, command, Instant.EPOCH);
    for (var event : decision.events()) node = lifecycle.evolve(node, event);
    return (Node.Registered) node;
  }

  @Test
  void when_none_fits_all_reasons_are_told() {
    var huge = new Needs(0, 9000, List.of());
    assertThat(choose(huge, idle("a"), idle("b")))
        .isEqualTo(
            new Verdict.NoneFits(
                Map.of(
                    "a", "has 2000 m of CPU free, needs 9000 m",
                    "b", "has 2000 m of CPU free, needs 9000 m")));
    assertThat(choose(SOME)).isEqualTo(new Verdict.NoneFits(Map.of()));
  }

  @Test
  void a_port_that_is_taken_speaks_against_a_node() {
    var web = new Needs(0, 0, List.of(PortSpec.fixed(8080, 80)));
    var taken = evolve(new NodeLifecycle(), node("a"), new Reserve(new PodId("s", "w", 0), 1, web));
    assertThat(choose(web, new Candidate(taken, 1, 1, 1, 0)))
        .isEqualTo(new Verdict.NoneFits(Map.of("a", "host port 8080 is taken")));
  }

  @Test
  void a_node_whose_engine_does_not_answer_is_passed_over_and_says_so() {
    assertThat(choose(SOME, silent("a", 1, 0), new Candidate(node("b"), 0.2, 0.2, 5, 0)))
        .isInstanceOfSatisfying(
            Verdict.Chosen.class,
            chosen -> {
              assertThat(chosen.node()).isEqualTo("b");
              assertThat(chosen.scores()).containsOnlyKeys("b");
              assertThat(chosen.against()).isEqualTo(Map.of("a", SILENT));
            });
    assertThat(choose(SOME, silent("a", 1, 0)))
        .isEqualTo(new Verdict.NoneFits(Map.of("a", SILENT)));
  }

  /// What is wrong with the machine itself is told before what it has no room for.
  @Test
  void the_trouble_of_a_node_is_told_before_its_lack_of_room() {
    var huge = new Needs(0, 9000, List.of());
    assertThat(choose(huge, silent("a", 0, 10)))
        .isEqualTo(new Verdict.NoneFits(Map.of("a", SILENT)));
  }

  private static final String SILENT = "its engine does not answer";

  private static Candidate silent(String name, double free, int pods) {
    return new Candidate(node(name), free, free, pods, 0, Optional.of(SILENT));
  }

  @Test
  void of_a_large_cluster_only_the_best_scores_are_kept() {
    var many = new ArrayList<Candidate>();
    for (var i = 0; i < 50; i++) {
      many.add(new Candidate(node("n%02d".formatted(i)), i / 50.0, 1, 0, 0));
    }
    var verdict = (Verdict.Chosen) choose(SOME, many.toArray(Candidate[]::new));
    assertThat(verdict.node()).isEqualTo("n49");
    assertThat(verdict.scores()).hasSize(20).containsKey("n49").doesNotContainKey("n29");
  }
}
