package io.helyos.daemon;

import static java.util.concurrent.CompletableFuture.supplyAsync;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import io.helyos.daemon.harness.DaemonProcess;
import io.helyos.daemon.harness.Docker;
import io.helyos.daemon.harness.JournalFile;
import io.helyos.daemon.harness.SmallDisk;
import io.helyos.model.PodId;
import io.helyos.model.pod.PodEvent.PodExited;
import io.helyos.model.pod.PodEvent.PodStarted;
import java.io.IOException;
import java.nio.file.Files;
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

/// The disk of the journal is full while containers die: they are started again by their policy,
/// and afterwards nothing of it is missing in the history. `-Daway=120` makes it long.
@Timeout(600)
class JournalAwayTest {
  private static final Duration AWAY = Duration.ofSeconds(Long.getLong("away", 15));

  /// Smaller than the log that SQLite writes before it first begins anew: once the disk is full,
  /// there is no place for a single event.
  private static final int MEGABYTES = 3;

  @TempDir Path folder;
  private final Docker docker = Docker.shared();
  private final String project = "away-" + UUID.randomUUID().toString().substring(0, 8);
  private final List<Life> lives = new ArrayList<>();
  private SmallDisk disk;
  private DaemonProcess daemon;

  /// One container as the engine has seen it.
  private record Life(String id, Instant finishedAt) {}

  @BeforeEach
  void start() throws IOException {
    disk = SmallDisk.at(folder.resolve("disk"), MEGABYTES);
    daemon = DaemonProcess.onDocker(folder, docker.socket());
    Files.createDirectories(daemon.dataDir());
    Files.createSymbolicLink(
        daemon.dataDir().resolve("journal.db"), disk.folder().resolve("journal.db"));
    daemon.start();
  }

  @AfterEach
  void stop() {
    daemon.close();
    disk.close();
    docker.sweep(project);
  }

  @Test
  void containers_are_restarted_by_policy_meanwhile_and_their_history_is_complete_afterwards() {
    daemon.api().deploy(Specs.of(project, "api", 1, "backoff: {initial: 1s, max: 2s}")).ok();
    daemon.api().deploy(Specs.of(project, "once", 1, "restart: never")).ok();
    Wait.until(
        "both run", () -> status("api").equals("running") && status("once").equals("running"));

    disk.fill();
    var write = supplyAsync(() -> daemon.api().scale(project, "once", 2).status());
    docker.run("kill", name("once"));
    var back = Instant.now().plus(AWAY);
    do endAndAwaitNext();
    while (Instant.now().isBefore(back));
    assertThat(docker.inspect(name("once")).at("/State/Running").asBoolean())
        .as("restart: never is kept to")
        .isFalse();
    assertThat(write.join()).as("the answer to a command meanwhile").isEqualTo(503);
    disk.grow(64);

    Wait.until(
        "all is told",
        () ->
            status("api").equals("running")
                && pod("api").get("restart_count").asInt() == lives.size()
                && status("once").equals("failed"));
    assertThat(daemon.terminate()).isZero();
    assertHistory(daemon.journal());
  }

  /// Kills the container of the pod and waits until the next one runs.
  private void endAndAwaitNext() {
    var id = docker.inspect(name("api")).get("Id").asText();
    docker.run("kill", id);
    Wait.until("it has ended", () -> !docker.inspect(id).at("/State/Running").asBoolean());
    lives.add(new Life(id, Instant.parse(docker.inspect(id).at("/State/FinishedAt").asText())));
    Wait.until(
        "another one runs",
        () ->
            docker.containers("helyos.deployment=api").stream()
                .filter(seen -> seen.name().equals(name("api")))
                .anyMatch(seen -> seen.isRunning() && !seen.id().equals(id)));
  }

  private void assertHistory(JournalFile journal) {
    journal.assertWhole();
    var events = journal.events(new PodId(project, "api", 0).entity());
    assertThat(only(events, PodExited.class))
        .extracting(
            PodExited::attempt,
            e -> e.exit().finishedAt(),
            PodExited::restarts,
            PodExited::restartAt)
        .containsExactlyElementsOf(
            IntStream.rangeClosed(1, lives.size())
                .mapToObj(n -> tuple(n, end(n), n, Optional.of(end(n).plusSeconds(n == 1 ? 1 : 2))))
                .toList());
    assertThat(only(events, PodStarted.class))
        .extracting(PodStarted::attempt)
        .containsExactlyElementsOf(IntStream.rangeClosed(1, lives.size() + 1).boxed().toList());
    assertThat(only(events, PodStarted.class).subList(0, lives.size()))
        .extracting(started -> started.container().id())
        .containsExactlyElementsOf(lives.stream().map(Life::id).toList());
    assertThat(events.stream().filter(JournalAwayTest::isStartOrEnd).map(Object::getClass).toList())
        .as("each end stands between two starts")
        .isEqualTo(alternating());
  }

  private static boolean isStartOrEnd(Object event) {
    return event instanceof PodStarted || event instanceof PodExited;
  }

  private List<Class<?>> alternating() {
    return IntStream.rangeClosed(0, 2 * lives.size())
        .<Class<?>>mapToObj(i -> i % 2 == 0 ? PodStarted.class : PodExited.class)
        .toList();
  }

  private Instant end(int attempt) {
    return lives.get(attempt - 1).finishedAt();
  }

  private static <E> List<E> only(List<Object> events, Class<E> kind) {
    return events.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  private JsonNode pod(String deployment) {
    return daemon.api().get("/api/v1/pods/" + name(deployment)).body();
  }

  private String status(String deployment) {
    return pod(deployment).path("status").asText();
  }

  private String name(String deployment) {
    return "helyos-%s-%s-0".formatted(project, deployment);
  }
}
