package io.helyos.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.daemon.harness.DaemonProcess;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// One pod on each of many nodes, through a rollout, and when more nodes come.
@Timeout(300)
class EveryNodeTest {
  private static final String PATH = "/api/v1/projects/mesh/deployments/agent";

  @TempDir Path folder;

  @Test
  void each_node_has_its_pod_and_keeps_its_index() {
    try (var daemon = DaemonProcess.simulated(folder, 12).with("--label", "role=web").start()) {
      daemon.api().deploy(spec("red", "role=web")).ok();
      var first = awaitOnEach(daemon, 12, 1);

      daemon.api().deploy(spec("blue", "role=web")).ok();
      assertThat(awaitOnEach(daemon, 12, 2)).isEqualTo(first);
      var refused = daemon.api().scale("mesh", "agent", 3);
      assertThat(refused.status()).isEqualTo(409);

      daemon.terminate();
      daemon.with("--runtime", "simulated:30").start();
      assertThat(awaitOnEach(daemon, 30, 2)).containsAllEntriesOf(first);

      daemon.api().deploy(spec("blue", "role=db")).ok();
      Wait.until("no node matches", () -> pods(daemon, 2).isEmpty());
    }
  }

  private static String spec(String colour, String selector) {
    return Specs.of(
        "mesh",
        "agent",
        1,
        "env: {COLOUR: %s}".formatted(colour),
        "update: {maxUnavailable: 5}",
        "placement: {mode: everynode, nodes: %s}".formatted(selector));
  }

  /// The node of each index, when there is a pod on so many.
  private static Map<Integer, String> awaitOnEach(DaemonProcess daemon, int nodes, int revision) {
    Wait.untilAsserted(
        "a pod on each node",
        () -> {
          var told = daemon.api().get(PATH).ok().body();
          assertThat(told.at("/rollout/state").asText()).isEqualTo("completed");
          assertThat(told.at("/replicas").asInt()).isEqualTo(nodes);
          assertThat(told.at("/ready").asInt()).isEqualTo(nodes);
        });
    var pods = pods(daemon, revision);
    assertThat(pods).hasSize(nodes);
    assertThat(pods.values()).doesNotHaveDuplicates();
    return pods;
  }

  private static Map<Integer, String> pods(DaemonProcess daemon, int revision) {
    var pods = new TreeMap<Integer, String>();
    for (var pod : daemon.api().get("/api/v1/pods?project=mesh").ok().body()) {
      if (pod.get("revision").asInt() == revision) {
        pods.put(pod.get("replica_index").asInt(), pod.get("node").asText());
      }
    }
    return pods;
  }
}
