package io.helyos.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.helyos.daemon.harness.DaemonProcess;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Many clients want the last room at the same time: it is given once.
@Timeout(300)
class OversellTest {
  private static final int DEPLOYS = 100;
  private static final int NODES = 5;

  /// Of the 16 GiB of a simulated node.
  private static final int PODS_ON_EACH = 12;

  @TempDir Path folder;

  @Test
  void of_a_hundred_deploys_at_once_as_many_run_as_there_is_room_for_and_the_others_say_why()
      throws Exception {
    try (var daemon = DaemonProcess.simulated(folder, NODES).start()) {
      deployAllAtOnce(daemon);
      Wait.untilAsserted("all room is given", () -> assertGiven(daemon));
      for (var node : daemon.api().get("/api/v1/nodes").ok().body()) {
        assertThat(node.at("/resources/memory_available").asLong())
            .as(node.get("name").asText())
            .isBetween(0L, 1300L << 20);
      }
    }
  }

  private static void deployAllAtOnce(DaemonProcess daemon)
      throws InterruptedException, ExecutionException {
    try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
      var deploys =
          IntStream.range(0, DEPLOYS)
              .<Callable<Integer>>mapToObj(
                  number -> () -> daemon.api().deploy(spec(number)).ok().status())
              .toList();
      for (var done : clients.invokeAll(deploys)) assertThat(done.get()).isBetween(200, 201);
    }
  }

  private static String spec(int number) {
    return Specs.of("crowd", "d" + number, 1, "resources: {memory: 1300m}");
  }

  private static void assertGiven(DaemonProcess daemon) {
    var waiting = new ArrayList<JsonNode>();
    var running = new HashMap<String, Integer>();
    for (var pod : daemon.api().get("/api/v1/pods?project=crowd").ok().body()) {
      if (pod.get("status").asText().equals("running")) {
        running.merge(pod.get("node").asText(), 1, Integer::sum);
      } else {
        waiting.add(pod);
      }
    }
    assertThat(running).hasSize(NODES).values().containsOnly(PODS_ON_EACH);
    assertThat(waiting)
        .hasSize(DEPLOYS - NODES * PODS_ON_EACH)
        .allSatisfy(OversellTest::assertSaysWhy);
  }

  private static void assertSaysWhy(JsonNode pod) {
    assertThat(pod.get("status").asText()).isEqualTo("pending");
    assertThat(pod.get("reason").asText()).isEqualTo("NoFittingNode");
    for (var node : List.of("sim-1", "sim-2", "sim-3", "sim-4", "sim-5")) {
      assertThat(pod.get("message").asText()).contains(node + ": has 784 MiB of memory free");
    }
  }
}
