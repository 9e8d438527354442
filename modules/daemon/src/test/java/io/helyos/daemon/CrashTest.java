package io.helyos.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.daemon.harness.Acknowledgements;
import io.helyos.daemon.harness.DaemonProcess;
import io.helyos.daemon.harness.Docker;
import io.helyos.daemon.harness.HeldEngine;
import io.helyos.daemon.harness.JournalFile;
import io.helyos.daemon.harness.OwnEngine;
import io.helyos.daemon.harness.Scaler;
import io.helyos.model.EntityKind;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// helyosd is killed again and again in the midst of its work. What it has promised is kept, and
/// the engine ends up with exactly the containers that were asked for. `-Drounds=20` makes it long.
/// The engine is the test's own: one that starts and removes a container at once may keep a ghost
/// of it in the network.
@Timeout(value = 30, unit = TimeUnit.MINUTES)
class CrashTest {
  private static final Logger LOG = LoggerFactory.getLogger(CrashTest.class);
  private static final int ROUNDS = Integer.getInteger("rounds", 5);
  private static final int MOST_REPLICAS = 4;

  @TempDir Path folder;
  private final long seed = Long.getLong("seed", System.nanoTime());
  private final Random random = new Random(seed);
  private final String project = "crash";
  private OwnEngine own;
  private Docker docker;
  private HeldEngine engine;
  private DaemonProcess daemon;
  private Acknowledgements log;
  private List<Scaler> scalers;

  @BeforeEach
  void start() {
    own = OwnEngine.start();
    docker = own.docker();
    engine = new HeldEngine(docker.socket().resolveSibling("held.sock"), docker.socket());
    log = new Acknowledgements(folder.resolve("acknowledged"));
    daemon = DaemonProcess.onDocker(folder, engine.socket()).start();
    scalers =
        Stream.of("one", "two", "three")
            .map(name -> new Scaler(project, name, 1, MOST_REPLICAS, random, log))
            .toList();
    for (var scaler : scalers) daemon.api().deploy(Specs.of(project, scaler.deployment(), 1)).ok();
  }

  @AfterEach
  void stop() {
    daemon.close();
    engine.close();
    log.close();
    own.close();
  }

  @Test
  void nothing_promised_is_lost_and_nothing_is_there_twice() {
    var creates = 0;
    var counted = 0;
    for (var round = 0; counted < ROUNDS; round++) {
      assertThat(round).as("rounds, of which %d counted", counted).isLessThan(3 * ROUNDS);
      var held = round % 2 == 0;
      var cut = crash(held);
      var journal = daemon.journal();
      assertPromisesKept(journal);
      recover(journal);
      assertConverged("round %d, seed %d".formatted(round, seed));
      if (cut.commands() > 0 && cut.calls() > 0) counted++;
      if (cut.creates() > 0) creates++;
    }
    assertThat(creates).as("kills with a create unanswered").isGreaterThanOrEqualTo(ROUNDS / 4 + 1);
    assertThat(daemon.terminate()).isZero();
    assertPromisesKept(daemon.journal());
    LOG.info(
        "{} kills, {} with a create unanswered, {} promises, seed {}",
        counted,
        creates,
        log.all().size(),
        seed);
  }

  /// What the kill cut off: commands to the daemon, calls to the engine, creates among these.
  private record Cut(long commands, int calls, int creates) {}

  private Cut crash(boolean held) {
    engine.takeCutCalls();
    engine.takeCutCreates();
    if (held) engine.hold();
    var threads = scalers.stream().map(scaler -> scaler.start(daemon.api())).toList();
    var moment = engine.calls() + random.nextInt(60);
    Wait.until(
        "a moment to kill",
        () ->
            (held ? engine.createsUnderWay() > 0 : engine.calls() >= moment)
                && engine.underWay() > 0
                && scalers.stream().anyMatch(Scaler::isAsking));
    daemon.kill();
    for (var thread : threads) join(thread);
    Wait.until("the engine's connections are closed", () -> engine.underWay() == 0);
    engine.release();
    var commands = scalers.stream().filter(scaler -> scaler.cutKey().isPresent()).count();
    return new Cut(commands, engine.takeCutCalls(), engine.takeCutCreates());
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("Interrupted", e);
    }
  }

  /// Everything in the client's log is in the journal's file.
  private void assertPromisesKept(JournalFile journal) {
    journal.assertWhole();
    for (var promise : log.all()) {
      assertThat(journal.rows(row -> (row.entity() + "@" + row.sequence()).equals(promise.mark())))
          .as("the event of %s", promise)
          .singleElement()
          .satisfies(row -> {
            assertThat(row.recorded().change()).isEqualTo(promise.change());
            assertThat(row.recorded().command()).endsWith(":" + promise.key());
          });
      assertThat(eventsOf(promise.key(), journal)).as("events of %s", promise).isEqualTo(1);
    }
  }

  private static long eventsOf(String key, JournalFile journal) {
    return journal
        .rows(row ->
            row.entity().kind() == EntityKind.DEPLOYMENT
                && row.recorded().command().endsWith(":" + key))
        .size();
  }

  /// Starts the daemon again and repeats what was cut off, twice.
  private void recover(JournalFile before) {
    daemon.start();
    var api = daemon.api();
    for (var scaler : scalers) {
      if (scaler.cutKey().isEmpty()) continue;
      var first = scaler.repeat(api);
      assertThat(scaler.repeat(api).change()).isEqualTo(first.change());
      before
          .rows(row -> row.recorded().command().endsWith(":" + scaler.cutKey().orElseThrow()))
          .forEach(row -> assertThat(row.recorded().change()).isEqualTo(first.change()));
    }
  }

  /// The engine has the containers that were asked for last, each once, all running, and no other.
  private void assertConverged(String when) {
    var wanted =
        scalers.stream()
            .flatMap(scaler ->
                IntStream.range(0, scaler.replicas())
                    .mapToObj(
                        index -> "helyos-%s-%s-%d".formatted(project, scaler.deployment(), index)))
            .sorted()
            .toList();
    Wait.untilAsserted(
        "desired = actual",
        () -> {
          var there = docker.present("helyos.project=" + project);
          assertThat(there).as(when).extracting(Docker.Seen::name).isEqualTo(wanted);
          assertThat(there).as(when).allMatch(Docker.Seen::isRunning);
        });
    Wait.untilAsserted(
        "the daemon knows",
        () ->
            assertThat(daemon.api().get("/api/v1/pods?project=" + project).ok().body())
                .as(when)
                .hasSize(wanted.size())
                .allMatch(pod -> pod.get("status").asText().equals("running")));
  }
}
