package io.helyos.daemon.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.helyos.daemon.Specs;
import io.helyos.daemon.harness.DaemonProcess;
import io.helyos.persistence.cassandra.server.CassandraProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Three daemons, each with a simulated node of its own: it does not matter which one is asked.
@Timeout(600)
class AnyDaemonTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int ROUNDS = 30;

  @TempDir static Path folder;
  private static Trio trio;

  @BeforeAll
  static void start() {
    trio =
        Trio.start(
            CassandraProcess.shared(),
            "any_daemon",
            number -> DaemonProcess.simulated(folder.resolve("d" + number), 1));
  }

  @AfterAll
  static void stop() {
    trio.close();
  }

  private static String scalePath(String deployment) {
    return "/api/v1/projects/shop/deployments/" + deployment;
  }

  @Test
  void what_is_written_on_one_daemon_is_read_on_any_other() {
    trio.api(0).deploy(Specs.of("shop", "api", 1)).ok();
    for (var round = 0; round < ROUNDS; round++) {
      var wanted = 1 + (round + 1) % 5;
      var writer = trio.api(round % 3);
      var mark = writer.scale("shop", "api", wanted).ok().mark();
      for (var step = 0; step < 3; step++) {
        var reader = trio.api((round + step) % 3);
        assertThat(reader.get(scalePath("api"), mark).ok().body().get("replicas").asInt())
            .as("round %d, read %d daemons further on", round, step)
            .isEqualTo(wanted);
      }
      assertThat(writer.get(scalePath("api")).ok().body().get("replicas").asInt())
          .as("round %d, read by the writer without a mark", round)
          .isEqualTo(wanted);
    }
  }

  @Test
  void a_write_under_one_key_on_two_daemons_is_done_once() throws IOException {
    trio.api(0).deploy(Specs.of("shop", "once", 1)).ok();

    var first = trio.api(1).scale("shop", "once", 2, "only-once").ok();
    var second = trio.api(2).scale("shop", "once", 2, "only-once").ok();

    assertThat(second.change()).isEqualTo(first.change());
    assertThat(second.mark()).isEqualTo(first.mark());
  }

  @Test
  void pods_are_spread_over_the_nodes_of_all_daemons_and_run_by_their_agents() {
    trio.api(1).deploy(Specs.of("wide", "web", 9)).ok();

    await("9 pods run").atMost(PATIENCE).until(() -> Pods.of(trio.api(2), "wide").allRun(9));
    assertThat(Pods.of(trio.api(0), "wide").byNode().values()).containsExactly(3, 3, 3);
  }

  @Test
  void a_daemon_that_is_asked_to_end_hands_over_what_it_did() throws IOException {
    trio.api(0).deploy(Specs.of("calm", "api", 3)).ok();
    var leaving = trio.daemon(2);

    assertThat(leaving.terminate()).isZero();

    for (var number = 0; number < 10; number++) {
      trio.api(number % 2).deploy(Specs.of("calm", "after-" + number, 0)).ok();
    }
    leaving.launchOnly();
    trio.awaitReady(leaving);
    trio.awaitNodes(3);
    await("3 pods run").atMost(PATIENCE).until(() -> Pods.of(trio.api(2), "calm").allRun(3));
  }
}
