package io.helyos.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.daemon.harness.DaemonProcess;
import io.helyos.daemon.harness.Docker;
import io.helyos.daemon.harness.Registry;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Which image a further container of a pod runs while somebody moves its tag in the registry.
@Timeout(300)
class CompanionPinTest {
  private static final String PROJECT = "pins-" + UUID.randomUUID().toString().substring(0, 8);
  private static final String SIDE = "helyos-" + PROJECT + "-api-0.side";

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
  void a_moved_tag_of_a_companion_changes_neither_a_revision_nor_what_one_returns_to() {
    var own = registry.put("own:1");
    var first = registry.put("side:1");
    daemon.api().deploy(spec("red")).ok();
    awaitRuns(first);

    var second = registry.put("side:1");
    var killed = ids();
    DOCKER.run("rm", "--force", killed.getFirst());
    Wait.untilAsserted("another one", () -> assertThat(ids()).hasSize(1).isNotEqualTo(killed));
    awaitRuns(first);

    daemon.api().deploy(spec("blue")).ok();
    awaitRuns(second);
    var path = "/api/v1/projects/%s/deployments/api/".formatted(PROJECT);
    assertThat(daemon.api().get(path + "revisions").ok().body())
        .allSatisfy(it -> assertThat(it.at("/digests/side").asText()).contains("@sha256:"));

    daemon.api().post(path + "rollback", "{}").ok();
    awaitRuns(first);
    assertThat(own).isNotEqualTo(first);
  }

  private static String spec(String colour) {
    return """
    project: %s
    deployment: {name: api}
    image: %s
    pull: always
    backoff: {initial: 0s}
    update: {maxSurge: 0, maxUnavailable: 1}
    env: {COLOUR: %s}
    containers:
    - {name: side, image: '%s', pull: always}
    """
        .formatted(PROJECT, registry.named("own:1"), colour, registry.named("side:1"));
  }

  private static void awaitRuns(String image) {
    Wait.untilAsserted(
        "the companion runs that image",
        () ->
            assertThat(ids())
                .hasSize(1)
                .allSatisfy(
                    id -> assertThat(DOCKER.inspect(id).get("Image").asText()).isEqualTo(image)));
    Wait.untilAsserted(
        "the daemon knows",
        () ->
            assertThat(daemon.api().get("/api/v1/pods?project=" + PROJECT).ok().body())
                .hasSize(1)
                .allMatch(pod -> pod.get("status").asText().equals("running")));
  }

  private static List<String> ids() {
    return DOCKER.containers("helyos.project=" + PROJECT).stream()
        .filter(Docker.Seen::isRunning)
        .filter(seen -> seen.name().equals(SIDE))
        .map(Docker.Seen::id)
        .toList();
  }
}
