package io.helyos.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.daemon.harness.DaemonProcess;
import io.helyos.daemon.harness.Docker;
import io.helyos.daemon.harness.OwnEngine;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The engine goes away under the daemon, alone or with everything else.
@Timeout(300)
class EngineRestartTest {
  private static final List<String> NAMES =
      List.of("helyos-shop-api-0", "helyos-shop-api-1", "helyos-shop-api-2");

  @TempDir static Path folder;
  private static OwnEngine engine;
  private static DaemonProcess daemon;

  @BeforeAll
  static void start() {
    engine = OwnEngine.start();
    daemon = DaemonProcess.onDocker(folder, engine.docker().socket()).start();
  }

  @AfterAll
  static void stop() {
    daemon.close();
    engine.close();
  }

  @BeforeEach
  void deploy() {
    daemon.api().deploy(Specs.of("shop", "api", 3)).ok();
    awaitPods();
  }

  @Test
  void pods_come_back_by_themselves_when_the_engine_was_stopped() {
    engine.stop();
    engine.startAgain();

    awaitPods();
  }

  @Test
  void pods_come_back_by_themselves_after_everything_was_killed() {
    daemon.kill();
    engine.crash();
    engine.startAgain();
    daemon.start();

    awaitPods();
    assertThat(daemon.terminate()).isZero();
    daemon.journal().assertWhole();
    daemon.start();
  }

  /// Three containers, all running, none twice; and the daemon says the same.
  private static void awaitPods() {
    Wait.untilAsserted(
        "three pods run",
        () -> {
          var there = engine.docker().present("helyos.deployment=api");
          assertThat(there).extracting(Docker.Seen::name).isEqualTo(NAMES);
          assertThat(there).allMatch(Docker.Seen::isRunning);
          assertThat(daemon.api().get("/api/v1/pods").ok().body())
              .hasSize(3)
              .allMatch(pod -> pod.get("status").asText().equals("running"));
        });
  }
}
