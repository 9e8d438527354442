package io.helyos.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import io.helyos.daemon.harness.DaemonProcess;
import io.helyos.daemon.harness.Docker;
import io.helyos.model.EntityId;
import io.helyos.model.PodId;
import io.helyos.model.pod.PodEvent.PodExited;
import io.helyos.model.pod.PodEvent.PodStarted;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The first steps of the back-off on a real engine, with a daemon that is killed at each of them:
/// in turn while it waits for the next start, and before it has seen the container's end.
/// `-Dsteps=6` makes it long.
@Timeout(600)
class BackoffLadderTest {
  private static final int STEPS = Integer.getInteger("steps", 4);

  @TempDir Path folder;
  private final Docker docker = Docker.shared();
  private final String project = "ladder-" + UUID.randomUUID().toString().substring(0, 8);
  private final String pod = "helyos-%s-api-0".formatted(project);
  private final EntityId entity = new PodId(project, "api", 0).entity();
  private final List<Instant> ends = new ArrayList<>();
  private DaemonProcess daemon;

  @BeforeEach
  void start() {
    daemon = DaemonProcess.onDocker(folder, docker.socket()).start();
    daemon.api().deploy(Specs.of(project, "api", 1)).ok();
  }

  @AfterEach
  void stop() {
    daemon.close();
    docker.sweep(project);
  }

  @Test
  void due_instants_double_from_the_containers_own_end_and_no_kill_of_the_daemon_changes_them() {
    for (var step = 1; step <= STEPS; step++) {
      var counted = step;
      awaitRunning(step - 1);
      if (step % 2 == 1) {
        endContainer();
        Wait.until("the end is counted", () -> restarts() == counted);
        daemon.kill();
      } else {
        daemon.kill();
        endContainer();
      }
      assertLadder(daemon.journal().events(entity), step % 2 == 1 ? step : step - 1);
      daemon.start();
    }
    awaitRunning(STEPS);
    assertThat(daemon.terminate()).isZero();
    var journal = daemon.journal();
    journal.assertWhole();
    assertLadder(journal.events(entity), STEPS);
  }

  /// Kills what runs in the pod, and notes when the engine says that it has ended.
  private void endContainer() {
    var id = docker.inspect(pod).get("Id").asText();
    docker.run("kill", id);
    Wait.until("it has ended", () -> !docker.inspect(id).at("/State/Running").asBoolean());
    ends.add(Instant.parse(docker.inspect(id).at("/State/FinishedAt").asText()));
  }

  private void awaitRunning(int restarts) {
    Wait.until(
        "it runs after %d restarts".formatted(restarts),
        () -> {
          var now = seen();
          return now.path("status").asText().equals("running")
              && now.path("restart_count").asInt() == restarts;
        });
  }

  private int restarts() {
    return seen().path("restart_count").asInt();
  }

  private JsonNode seen() {
    return daemon.api().get("/api/v1/pods/" + pod).body();
  }

  /// Each end has its restart counted and due when it must be, and nothing has started before.
  private void assertLadder(List<Object> events, int steps) {
    var exits = events.stream().filter(PodExited.class::isInstance).map(PodExited.class::cast);
    assertThat(exits.toList())
        .extracting(
            PodExited::attempt,
            e -> e.exit().finishedAt(),
            PodExited::restarts,
            PodExited::restartAt)
        .containsExactlyElementsOf(
            IntStream.rangeClosed(1, steps)
                .mapToObj(step -> tuple(step, ends.get(step - 1), step, Optional.of(due(step))))
                .toList());
    events.stream()
        .filter(PodStarted.class::isInstance)
        .map(PodStarted.class::cast)
        .filter(started -> started.attempt() > 1)
        .forEach(started ->
            assertThat(started.container().startedAt())
                .as("start of attempt %d", started.attempt())
                .isAfterOrEqualTo(due(started.attempt() - 1)));
  }

  private Instant due(int step) {
    return ends.get(step - 1).plus(Duration.ofSeconds(1L << (step - 1)));
  }
}
