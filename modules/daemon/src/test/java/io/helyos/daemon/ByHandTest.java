package io.helyos.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.helyos.daemon.harness.DaemonProcess;
import io.helyos.daemon.harness.Docker;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Somebody starts and removes our containers by hand.
@Timeout(300)
class ByHandTest {
  private static final Docker DOCKER = Docker.shared();
  @TempDir Path folder;
  private final String project = "hand-" + UUID.randomUUID().toString().substring(0, 8);
  private final String pod = "helyos-%s-api-0".formatted(project);
  private DaemonProcess daemon;

  @BeforeEach
  void start() {
    daemon = DaemonProcess.onDocker(folder, DOCKER.socket()).start();
  }

  @AfterEach
  void sweep() {
    daemon.api().delete("/api/v1/projects/%s/deployments/api".formatted(project));
    Wait.until("nothing is left", () -> containers().isEmpty());
    daemon.close();
    DOCKER.sweep(project);
  }

  @Test
  void what_has_ended_and_is_started_again_is_stopped() {
    deploy("restart: never");
    var id = runningContainer();
    DOCKER.run("kill", id);
    awaitStatus("failed");

    DOCKER.run("start", id);

    Wait.until("it is stopped again", () -> !isRunning(id));
    assertThat(containers()).extracting(Docker.Seen::id).containsExactly(id);
    assertThat(pod().path("status").asText()).isEqualTo("failed");
  }

  @Test
  void what_is_removed_while_no_daemon_is_there_has_ended_and_counts_as_one_restart() {
    deploy("restart: always");
    var id = runningContainer();
    daemon.kill();
    DOCKER.run("rm", "--force", id);

    daemon.start();

    Wait.until(
        "another one runs",
        () -> containers().stream().anyMatch(seen -> seen.isRunning() && !seen.id().equals(id)));
    awaitStatus("running");
    assertThat(pod().path("restart_count").asInt()).isOne();
    assertThat(pod().path("attempt").asInt()).isEqualTo(2);
  }

  @Test
  void what_was_to_run_once_is_not_run_twice_when_somebody_removes_it() {
    deploy("restart: never");
    var id = runningContainer();
    daemon.kill();
    DOCKER.run("rm", "--force", id);

    daemon.start();

    awaitStatus("failed");
    assertThat(pod().path("message").asText()).contains("removed by somebody else");
    assertThat(containers()).isEmpty();
  }

  private void deploy(String more) {
    daemon.api().deploy(Specs.of(project, "api", 1, more)).ok();
    awaitStatus("running");
  }

  private void awaitStatus(String status) {
    Wait.until("the pod is " + status, () -> pod().path("status").asText().equals(status));
  }

  private JsonNode pod() {
    return daemon.api().get("/api/v1/pods/" + pod).body();
  }

  private String runningContainer() {
    return DOCKER.inspect(pod).get("Id").asText();
  }

  private boolean isRunning(String id) {
    return containers().stream().anyMatch(seen -> seen.id().equals(id) && seen.isRunning());
  }

  private List<Docker.Seen> containers() {
    return DOCKER.containers("helyos.project=" + project);
  }
}
