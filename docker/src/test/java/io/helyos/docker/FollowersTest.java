package io.helyos.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.helyos.model.port.LogLine;
import io.helyos.model.port.LogQuery;
import io.helyos.model.port.Program;
import io.helyos.model.port.Recorder;
import io.helyos.model.port.Workbench;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Many who read at the same time, and what they cost.
class FollowersTest {
  private static final int MANY = 100;
  private static final LogQuery FOLLOW = new LogQuery(true, -1, Optional.empty());

  @RegisterExtension final Bench bench = new Bench();

  private List<Recorder<LogLine>> follow(String id) {
    return IntStream.range(0, MANY)
        .mapToObj(_ -> Recorder.of(TestEngine.runtime().logs(id, FOLLOW)))
        .toList();
  }

  /// Threads of the machine; virtual ones are not among them.
  private static int threads() {
    return ManagementFactory.getThreadMXBean().getThreadCount();
  }

  private static void awaitAll(List<Recorder<LogLine>> readers, int lines) {
    await()
        .atMost(Workbench.PATIENCE)
        .untilAsserted(() ->
            assertThat(readers)
                .allSatisfy(it -> assertThat(it.items()).hasSizeGreaterThan(lines - 1)));
  }

  @Test
  void a_hundred_followers_take_no_thread_each() {
    var silent = bench.bench().run(Program.RUN_UNTIL_TERM);
    var busy = bench.bench().run(Program.PRINT_FOREVER);
    // What the first follower needs is there for all.
    var first = Recorder.of(TestEngine.runtime().logs(busy, FOLLOW));
    first.awaitItems(1);
    var before = threads();
    var waiting = follow(silent);
    var reading = follow(busy);
    awaitAll(waiting, 1);
    awaitAll(reading, 20);
    var added = threads() - before;
    assertThat(added).as("threads for %d followers", 2 * MANY).isLessThan(MANY / 5);
    assertThat(Workbench.done(TestEngine.runtime().describe()).cpus()).isPositive();
    bench.bench().remove(silent);
    await().atMost(Workbench.PATIENCE).until(() -> waiting.stream().allMatch(Recorder::hasEnded));
    reading.forEach(Recorder::cancel);
    first.cancel();
  }
}
