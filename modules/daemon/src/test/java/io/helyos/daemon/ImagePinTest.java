package io.helyos.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.daemon.harness.DaemonProcess;
import io.helyos.daemon.harness.Docker;
import io.helyos.daemon.harness.Registry;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Which image the pods of a revision run while somebody moves its tag in the registry, seen by the
/// engine's own command line.
@Timeout(300)
class ImagePinTest {
  private static final String PROJECT = "pin-" + UUID.randomUUID().toString().substring(0, 8);
  private static final String PODS = "helyos.project=" + PROJECT;

  @TempDir static Path folder;
  private static final Docker DOCKER = Docker.shared();
  private static Registry registry;
  private static DaemonProcess daemon;

  @BeforeAll
  static void start() {
    registry = Registry.onThisMachine(DOCKER, folder.resolve("registry"));
    daemon = DaemonProcess.onDocker(folder, DOCKER.socket()).start();
  }

  @AfterAll
  static void stop() {
    daemon.close();
    DOCKER.sweep(PROJECT);
    registry.close();
  }

  @Test
  void a_moved_tag_changes_neither_a_revision_nor_what_one_returns_to() {
    var first = registry.put("app:1");
    daemon.api().deploy(spec(1, "red")).ok();
    awaitAll(1, first);

    var second = registry.put("app:1");
    daemon.api().scale(PROJECT, "api", 2).ok();
    awaitAll(2, first);
    DOCKER.run("rm", "--force", "helyos-" + PROJECT + "-api-0");
    awaitAll(2, first);

    daemon.api().deploy(spec(2, "blue")).ok();
    awaitAll(2, second);

    registry.put("app:1");
    daemon.api().post("/api/v1/projects/%s/deployments/api/rollback".formatted(PROJECT), "{}").ok();
    awaitAll(2, first);
  }

  private static String spec(int replicas, String colour) {
    return """
    project: %s
    deployment: {name: api}
    image: %s
    pull: always
    replicas: %d
    backoff: {initial: 0s}
    update: {maxSurge: 0, maxUnavailable: 2}
    env: {COLOUR: %s}
    """
        .formatted(PROJECT, registry.named("app:1"), replicas, colour);
  }

  private static void awaitAll(int pods, String image) {
    Wait.untilAsserted(
        "all run the same image",
        () ->
            assertThat(running())
                .as(ImagePinTest::said)
                .isEqualTo(Collections.nCopies(pods, image)));
    Wait.untilAsserted(
        "the daemon knows",
        () ->
            assertThat(daemon.api().get("/api/v1/pods?project=" + PROJECT).ok().body())
                .hasSize(pods)
                .allMatch(pod -> pod.get("status").asText().equals("running")));
  }

  /// For whoever reads a failure.
  private static String said() {
    return daemon.api().get("/api/v1/pods?project=" + PROJECT).body() + "\n" + daemon.log();
  }

  private static List<String> running() {
    return DOCKER.containers(PODS).stream()
        .filter(Docker.Seen::isRunning)
        .map(pod -> DOCKER.inspect(pod.id()).get("Image").asText())
        .toList();
  }
}
