package io.helyos.daemon.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.helyos.daemon.Specs;
import io.helyos.daemon.harness.DaemonProcess;
import io.helyos.daemon.harness.Docker;
import io.helyos.daemon.harness.OwnEngine;
import io.helyos.persistence.cassandra.server.CassandraProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Three daemons, three Docker engines, one real Cassandra. One daemon is cut off, or stopped for a
/// while, with its machine alive all the time. Each case leaves the cluster whole.
@Timeout(1200)
class SplitTest {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final String KEYSPACE = "split";

  /// How long a daemon is stopped at least, in seconds.
  private static final int STOPPED = Integer.getInteger("stopped", 1);

  private static final int FIRST_GROUP = 52_000;

  @TempDir static Path folder;
  private static List<OwnEngine> engines;
  private static Trio trio;

  @BeforeAll
  static void start() {
    engines = IntStream.range(0, 3).parallel().mapToObj(_ -> OwnEngine.start()).toList();
    trio =
        Trio.start(
            CassandraProcess.shared(),
            KEYSPACE,
            number ->
                DaemonProcess.onDocker(
                        folder.resolve("d" + number), engines.get(number).docker().socket())
                    .inGroup(FIRST_GROUP + number));
  }

  @AfterAll
  static void stop() {
    trio.close();
    engines.parallelStream().forEach(OwnEngine::close);
  }

  private static List<Docker.Seen> containers(int engine, String project) {
    return engines.get(engine).docker().containers("helyos.project=" + project);
  }

  private static List<String> ids(int engine, String project) {
    return containers(engine, project).stream()
        .filter(Docker.Seen::isRunning)
        .map(Docker.Seen::id)
        .toList();
  }

  private static List<String> running(String project) {
    return IntStream.range(0, 3)
        .mapToObj(engine -> containers(engine, project))
        .flatMap(List::stream)
        .filter(Docker.Seen::isRunning)
        .map(Docker.Seen::name)
        .toList();
  }

  private static void deploy(String project, int replicas) {
    trio.api(1).deploy(Specs.of(project, "api", replicas)).ok();
    await(replicas + " pods of " + project + " run")
        .atMost(PATIENCE)
        .until(() -> Pods.of(trio.api(1), project).allRun(replicas));
    assertThat(Pods.of(trio.api(1), project).byNode()).hasSize(3);
  }

  private static void awaitElsewhere(String project, int replicas) {
    await("the pods of the first machine run elsewhere")
        .atMost(PATIENCE)
        .until(() -> {
          var pods = Pods.of(trio.api(1), project);
          return pods.allRun(replicas) && !pods.byNode().containsKey(trio.daemon(0).name());
        });
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void a_minority_changes_nothing(boolean reachesTheJournal) {
    var project = reachesTheJournal ? "cut" : "dark";
    deploy(project, 6);
    var before = ids(0, project);
    var cassandra = CassandraProcess.shared().port();
    var promises = new Promises("promised-" + project, trio.api(0), trio.api(1), trio.api(2));

    try (promises;
        var _ = reachesTheJournal ? Cut.off(trio, 0) : Cut.off(trio, 0, cassandra)) {
      assertThat(trio.daemon(0).exitCode()).as("of the minority").isNotZero();
      awaitElsewhere(project, 6);

      trio.daemon(0).launchOnly();
      var promised = promises.count();
      await("the majority goes on").atMost(PATIENCE).until(() -> promises.count() > promised + 10);
      assertThat(trio.daemon(0).isReady()).as("alone behind the cut").isFalse();
      assertThat(ids(0, project)).as("behind the cut").isEqualTo(before).isNotEmpty();
    }
    awaitReturn(project);

    assertThat(running(project)).hasSize(6).doesNotHaveDuplicates();
    for (var number = 0; number < 3; number++) promises.assertThatAllAreKept(trio.api(number));
    JournalRows.assertThatNoSequenceIsDoubled(CassandraProcess.shared(), KEYSPACE);
  }

  /// The first daemon is there again, and its machine has nothing that lives elsewhere.
  private static void awaitReturn(String project) {
    if (!trio.daemon(0).isAlive()) trio.daemon(0).launchOnly();
    trio.awaitReady(trio.daemon(0));
    trio.awaitNodes(3);
    await("nothing is left of what lives elsewhere")
        .atMost(PATIENCE)
        .until(() -> containers(0, project).isEmpty());
  }

  @Test
  void a_daemon_that_was_stopped_for_a_while_changes_nothing_and_nobody_waits_for_it() {
    deploy("asleep", 6);
    deploy("removed", 3);
    var before = ids(0, "asleep");
    var began = System.nanoTime();
    trio.daemon(0).freeze();
    var promises = new Promises("promised-asleep", trio.api(1), trio.api(2));
    try (promises) {
      awaitElsewhere("asleep", 6);
      trio.api(1).delete("/api/v1/projects/removed/deployments/api").ok();
      trio.api(2).scale("asleep", "api", 4).ok();
      await("rm and scale have ended")
          .atMost(PATIENCE)
          .until(() ->
              Pods.of(trio.api(1), "removed").all().isEmpty()
                  && Pods.of(trio.api(2), "asleep").allRun(4));
      await().atMost(PATIENCE).until(() -> (System.nanoTime() - began) / 1e9 >= STOPPED);
      assertThat(ids(0, "asleep")).isEqualTo(before).isNotEmpty();

      trio.daemon(0).thaw();
      assertThat(trio.daemon(0).exitCode()).as("of who was stopped").isNotZero();
    }
    awaitReturn("asleep");
    awaitReturn("removed");

    promises.assertThatAllAreKept(trio.api(0));
    assertThat(running("removed")).isEmpty();
    assertThat(running("asleep")).hasSize(4).doesNotHaveDuplicates();
    JournalRows.assertThatNoSequenceIsDoubled(CassandraProcess.shared(), KEYSPACE);
  }
}
