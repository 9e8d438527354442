package io.helyos.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.daemon.harness.DaemonProcess;
import io.helyos.daemon.harness.Docker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// How a daemon starts, whom it keeps out, and what outlives it.
@Timeout(300)
class StartAndEndTest {
  @TempDir Path folder;

  @Test
  void the_first_start_leaves_a_token_and_a_context_for_this_user_only() throws IOException {
    try (var daemon = DaemonProcess.simulated(folder, 1).start()) {
      var token = daemon.dataDir().resolve("token");
      var config = folder.resolve("config.toml");

      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(token)))
          .isEqualTo("rw-------");
      assertThat(Files.readString(token)).startsWith("hly_");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(config)))
          .isEqualTo("rw-------");
      assertThat(Files.readString(config))
          .contains("local", Files.readString(token).strip(), Integer.toString(daemon.port()));
      assertThat(daemon.api().get("/api/v1/whoami").status()).isEqualTo(200);
    }
  }

  @Test
  void a_second_daemon_on_the_same_data_is_refused_and_told_who_has_it() {
    try (var daemon = DaemonProcess.simulated(folder, 1).start()) {
      var rival = daemon.rival("--port", "0");

      assertThat(rival.code()).isNotZero();
      assertThat(rival.output())
          .contains("pid " + daemon.pid(), daemon.dataDir().toString(), "--data-dir");
      assertThat(daemon.api().get("/ready").status()).isEqualTo(200);
    }
  }

  @Test
  void a_taken_port_is_named() {
    try (var daemon = DaemonProcess.simulated(folder, 1).start()) {
      var rival = daemon.rival("--data-dir", folder.resolve("other").toString());

      assertThat(rival.code()).isNotZero();
      assertThat(rival.output()).contains(Integer.toString(daemon.port())).contains("--port");
      assertThat(rival.output()).doesNotContain("Exception", "\tat ");
    }
  }

  @Test
  void an_address_that_others_can_reach_is_refused_without_tls() {
    var rival = DaemonProcess.simulated(folder, 1).with("--tls", "off").rival("--host", "0.0.0.0");

    assertThat(rival.code()).isEqualTo(2);
    assertThat(rival.output()).contains("0.0.0.0", "loopback", "--tls off");
  }

  @Test
  void containers_outlive_the_daemon_and_the_next_one_adopts_them() {
    var docker = Docker.shared();
    var project = "outlive-" + UUID.randomUUID().toString().substring(0, 8);
    try (var daemon = DaemonProcess.onDocker(folder, docker.socket()).start()) {
      daemon.api().deploy(Specs.of(project, "api", 3)).ok();
      awaitRunning(daemon, project);
      var before = state(docker, project);

      assertThat(daemon.terminate()).as("exit code after SIGTERM").isZero();
      assertThat(state(docker, project)).isEqualTo(before);
      daemon.start();
      awaitRunning(daemon, project);

      assertThat(state(docker, project)).isEqualTo(before);
      assertThat(daemon.api().get("/api/v1/pods?project=" + project).body())
          .allMatch(pod -> pod.get("restart_count").asInt() == 0);
    } finally {
      docker.sweep(project);
    }
  }

  private static void awaitRunning(DaemonProcess daemon, String project) {
    Wait.untilAsserted(
        "three pods run",
        () ->
            assertThat(daemon.api().get("/api/v1/pods?project=" + project).ok().body())
                .hasSize(3)
                .allMatch(pod -> pod.get("status").asText().equals("running")));
  }

  /// Ids and instants of start.
  private static String state(Docker docker, String project) {
    return docker.containers("helyos.project=" + project).stream()
        .map(seen -> seen.id() + " " + docker.inspect(seen.id()).at("/State/StartedAt"))
        .toList()
        .toString();
  }
}
