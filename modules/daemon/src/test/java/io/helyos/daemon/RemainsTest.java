package io.helyos.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.helyos.daemon.harness.DaemonProcess;
import io.helyos.daemon.harness.Docker;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What is left of containers that have died, and of others that only look like it. `-Dsoak=true`
/// waits until the older remains are old enough to be taken away.
@Timeout(300)
class RemainsTest {
  private static final boolean SOAK = Boolean.getBoolean("soak");

  @TempDir static Path folder;
  private static final Docker DOCKER = Docker.shared();
  private static DaemonProcess daemon;
  private final String project = "remains-" + UUID.randomUUID().toString().substring(0, 8);
  private final String pod = "helyos-%s-api-0".formatted(project);
  private final List<String> strangers = new ArrayList<>();

  @BeforeAll
  static void start() {
    daemon = DaemonProcess.onDocker(folder, DOCKER.socket()).start();
  }

  @AfterAll
  static void stop() {
    daemon.close();
  }

  @AfterEach
  void sweep() {
    daemon.api().delete("/api/v1/projects/%s/deployments/api".formatted(project));
    strangers.forEach(stranger -> DOCKER.attempt("rm", "--force", stranger));
    Wait.until("nothing is left", () -> containers().isEmpty());
    DOCKER.sweep(project);
  }

  @Test
  void the_newest_dead_container_is_kept_for_its_log_and_older_ones_for_a_while() {
    deploy("command: [/bin/sh, -c, 'cat /proc/sys/kernel/random/uuid; exec /bin/serve']");
    var first = endAndAwaitNext();
    var second = endAndAwaitNext();

    assertThat(containers())
        .as("by name: the living one, then the dead ones")
        .extracting(Docker.Seen::id)
        .containsSubsequence(first, second);
    assertThat(previousLog()).contains(DOCKER.run("logs", second));
    if (SOAK) {
      await("the older one is gone")
          .atMost(Duration.ofMinutes(2))
          .until(() -> containers().stream().noneMatch(seen -> seen.id().equals(first)));
      assertThat(containers()).extracting(Docker.Seen::id).contains(second).hasSize(2);
    }
  }

  @Test
  void a_strangers_remains_under_the_name_of_ours_are_left_alone() {
    var name = pod + "_1.1";
    strangers.add(name);
    DOCKER.run("create", "--name", name, Docker.IMAGE);
    var before = DOCKER.inspect(name);

    deploy("env: {}");
    var first = endAndAwaitNext();

    assertThat(containers()).extracting(Docker.Seen::id).doesNotContain(first);
    assertThat(DOCKER.inspect(name)).isEqualTo(before);
  }

  private void deploy(String more) {
    daemon.api().deploy(Specs.of(project, "api", 1, more, "backoff: {initial: 0s}")).ok();
    awaitOther("");
  }

  /// Kills what runs in the pod; answers its id when the next one runs.
  private String endAndAwaitNext() {
    var id = DOCKER.inspect(pod).get("Id").asText();
    DOCKER.run("kill", id);
    awaitOther(id);
    return id;
  }

  private void awaitOther(String id) {
    Wait.until(
        "another container runs",
        () ->
            containers().stream()
                    .anyMatch(seen ->
                        seen.name().equals(pod) && seen.isRunning() && !seen.id().equals(id))
                && daemon
                    .api()
                    .get("/api/v1/pods/" + pod)
                    .body()
                    .path("status")
                    .asText()
                    .equals("running"));
  }

  private List<Docker.Seen> containers() {
    return DOCKER.containers("helyos.project=" + project);
  }

  private String previousLog() {
    return daemon
        .api()
        .get(
            "/api/v1/projects/%s/deployments/api/logs?previous=true&follow=false"
                .formatted(project))
        .ok()
        .body()
        .asText();
  }
}
