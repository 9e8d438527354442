package io.helyos.daemon.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.helyos.daemon.Specs;
import io.helyos.daemon.cluster.EventReader.Seen;
import io.helyos.daemon.harness.DaemonProcess;
import io.helyos.persistence.cassandra.server.CassandraProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The daemon that numbers all events is killed while events come in, and then the one that went on
/// in its place, and so on.
@Timeout(900)
class FeedLossTest {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int LOSSES = Integer.getInteger("losses", 2);
  private static final int CALLERS = 4;

  @TempDir static Path folder;
  private static Trio trio;

  @BeforeAll
  static void start() {
    trio =
        Trio.start(
            CassandraProcess.shared(),
            "feed_loss",
            number -> DaemonProcess.simulated(folder.resolve("d" + number), 1));
  }

  @AfterAll
  static void stop() {
    trio.close();
  }

  private static EventReader reader() {
    return new EventReader(trio.api(0), trio.api(1), trio.api(2));
  }

  private static Promises caller(int number) {
    return new Promises("load-" + number, trio.api(number % 3), trio.api((number + 1) % 3));
  }

  @Test
  void no_event_is_missing_doubled_or_renumbered() {
    var callers = IntStream.range(0, CALLERS).mapToObj(FeedLossTest::caller).toList();
    try (var reader = reader()) {
      for (var kill = 0; kill < LOSSES; kill++) lose(kill % 3, callers);
      callers.forEach(Promises::close);
      callers.forEach(caller -> caller.assertThatAllAreKept(trio.api(0)));

      trio.api(0).deploy(Specs.of("last", "api", 0)).ok();
      awaitLast(reader);
      var read = reader.read();
      assertThatNothingIsMissing(read);
      try (var again = reader()) {
        awaitLast(again);
        assertThat(again.read().subList(0, read.size())).isEqualTo(read);
      }
    }
  }

  /// The oldest daemon numbers the events: after it was lost and has returned, it is the youngest.
  private static void lose(int number, List<Promises> callers) {
    var before = promised(callers);
    await("there is load").atMost(PATIENCE).until(() -> promised(callers) > before + 20);
    trio.daemon(number).kill();
    var then = promised(callers);
    await("the others go on").atMost(PATIENCE).until(() -> promised(callers) > then + 20);
    trio.daemon(number).launchOnly();
    trio.awaitReady(trio.daemon(number));
    trio.awaitNodes(3);
  }

  private static int promised(List<Promises> callers) {
    return callers.stream().mapToInt(Promises::count).sum();
  }

  private static void awaitLast(EventReader reader) {
    await("the last event was read")
        .atMost(PATIENCE)
        .until(() -> reader.read().stream().anyMatch(seen -> seen.entity().contains("last")));
  }

  private static void assertThatNothingIsMissing(List<Seen> read) {
    var sequences = new HashMap<String, Long>();
    for (var index = 0; index < read.size(); index++) {
      var seen = read.get(index);
      assertThat(seen.offset()).as("place %d", index).isEqualTo(read.getFirst().offset() + index);
      assertThat(seen.sequence())
          .as("%s", seen)
          .isEqualTo(sequences.getOrDefault(seen.entity(), 0L) + 1);
      sequences.put(seen.entity(), seen.sequence());
    }
    assertThat(read.getFirst().offset()).isEqualTo(1);
  }
}
