package io.helyos.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.helyos.daemon.harness.DaemonProcess;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A node with ten pods is emptied, while somebody counts those that run.
@Timeout(300)
class DrainTest {
  @TempDir Path folder;

  @Test
  void ten_pods_leave_a_node_and_never_is_one_of_ten_missing() {
    try (var daemon = DaemonProcess.simulated(folder, 2).start()) {
      Wait.until("both nodes are there", () -> nodes(daemon).size() == 2);
      var full = nodes(daemon).get(0);
      var other = nodes(daemon).get(1);
      node(daemon, other, "cordon");
      daemon.api().deploy(Specs.of("shop", "api", 10)).ok();
      Wait.until("ten pods run", () -> running(daemon).size() == 10);
      node(daemon, other, "uncordon");

      var drained = node(daemon, full, "drain");
      assertThat(drained.path("status").asText()).isEqualTo("draining");
      assertThat(drained.path("to_leave").asInt()).isEqualTo(10);
      var fewest = new ArrayList<Integer>();
      Wait.until(
          "no pod has to leave any more",
          () -> {
            fewest.add(running(daemon).size());
            var now = daemon.api().get("/api/v1/nodes/" + full).ok().body();
            return now.path("to_leave").asInt() == 0;
          });
      assertThat(fewest).as("pods that run at each look").allMatch(count -> count >= 10);
      Wait.untilAsserted(
          "all of them are on the other one, and none too many",
          () -> assertThat(running(daemon)).hasSize(10).containsOnly(other));

      var back = node(daemon, full, "cancel-drain");
      assertThat(back.path("status").asText()).isEqualTo("ready");
      assertThat(back.path("cordoned").asBoolean()).isFalse();
    }
  }

  private static List<String> nodes(DaemonProcess daemon) {
    var names = new ArrayList<String>();
    daemon.api().get("/api/v1/nodes").ok().body().forEach(it -> names.add(it.get("name").asText()));
    return names;
  }

  private static JsonNode node(DaemonProcess daemon, String node, String verb) {
    return daemon.api().post("/api/v1/nodes/%s/%s".formatted(node, verb), "").ok().body();
  }

  /// The nodes of the running pods.
  private static List<String> running(DaemonProcess daemon) {
    var nodes = new ArrayList<String>();
    for (var pod : daemon.api().get("/api/v1/pods?project=shop").ok().body()) {
      if (pod.get("status").asText().equals("running")) nodes.add(pod.get("node").asText());
    }
    return nodes;
  }
}
