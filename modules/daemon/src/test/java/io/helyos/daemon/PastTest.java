package io.helyos.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.helyos.daemon.harness.Api;
import io.helyos.daemon.harness.DaemonProcess;
import io.helyos.daemon.harness.JournalFile;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What a daemon says of an earlier time is what it said then.
@Timeout(300)
class PastTest {
  private static final int MOMENTS = 50;
  private static final String ONE = "/api/v1/projects/shop/deployments/";
  private static final List<String> READS =
      List.of("/api/v1/projects", "/api/v1/deployments", "/api/v1/pods", "/api/v1/nodes");

  /// Longer than what is stored takes to be shown.
  private static final Duration CALM = Duration.ofMillis(100);

  /// Measured, not decided.
  private static final List<String> MEASURED = List.of("last_heartbeat");

  @TempDir static Path folder;
  private static DaemonProcess daemon;
  private static Api api;

  /// What all reads answered while the journal ended at this offset.
  private record Moment(long head, Map<String, JsonNode> answers) {}

  @BeforeAll
  static void start() {
    daemon = DaemonProcess.simulated(folder, 3).start();
    api = daemon.api();
  }

  @AfterAll
  static void stop() {
    daemon.close();
  }

  private static JsonNode read(String path) {
    var body = api.get(path).ok().body();
    body.forEach(item -> ((ObjectNode) item).remove(MEASURED));
    return body;
  }

  private static Map<String, JsonNode> answers(String query) {
    var all = new HashMap<String, JsonNode>();
    READS.forEach(path -> all.put(path, read(path + query)));
    return all;
  }

  private static Moment moment() {
    while (true) {
      var head = head();
      var answers = answers("");
      var until = Instant.now().plus(CALM);
      var isCalm = true;
      while (isCalm && Instant.now().isBefore(until)) isCalm = answers("").equals(answers);
      if (isCalm && head() == head) return new Moment(head, answers);
    }
  }

  /// Whoever asks for what comes after the end is told where the end is.
  private static long head() {
    var detail = api.get("/api/v1/events?after=" + Long.MAX_VALUE).body().get("detail").asText();
    var head = Pattern.compile("up to (\\d+)").matcher(detail);
    assertThat(head.find()).as(detail).isTrue();
    return Long.parseLong(head.group(1));
  }

  @Test
  void at_any_time_the_answer_is_what_it_was_then() {
    var dice = new Random(6);
    api.deploy(Specs.of("shop", "flapping", 2, "env: {SIM_EXIT_AFTER: 2s, SIM_EXIT_CODE: '3'}"))
        .ok();
    var moments = new ArrayList<Moment>();
    for (var i = 0; i < MOMENTS; i++) {
      act(dice);
      moments.add(moment());
    }
    assertThat(daemon.terminate()).isZero();
    var rows = daemon.journal().rows();
    daemon.start();
    var told = 0;
    for (var moment : moments) {
      var time = time(moment, rows);
      if (time.isEmpty()) continue;
      told++;
      assertThat(answers("?at=" + time.get()))
          .as("at %s, offset %d", time.get(), moment.head())
          .isEqualTo(moment.answers());
    }
    assertThat(told).isGreaterThan(MOMENTS / 2);
  }

  /// The time of the newest event at the moment. There is none if an event of that time or before
  /// it was still on its way to the disk.
  private static Optional<Instant> time(Moment moment, List<JournalFile.Row> rows) {
    var newest =
        rows.stream()
            .filter(row -> row.offset() <= moment.head())
            .map(row -> row.recorded().time())
            .max(Comparator.naturalOrder());
    var isWhole =
        rows.stream()
            .filter(row -> row.offset() > moment.head())
            .allMatch(row -> row.recorded().time().isAfter(newest.orElseThrow()));
    return newest.filter(_ -> isWhole);
  }

  private static void act(Random dice) {
    var name = "api-" + dice.nextInt(3);
    switch (dice.nextInt(6)) {
      case 0, 1 -> api.deploy(Specs.of("shop", name, 1 + dice.nextInt(4))).ok();
      case 2, 3 -> api.scale("shop", name, dice.nextInt(5));
      case 4 -> api.post(ONE + name + "/stop", "");
      default -> api.delete(ONE + name);
    }
  }

  @Test
  void a_pod_that_crashed_says_why_it_was_started_again_and_by_whose_command() {
    var change =
        api.deploy(Specs.of("causes", "api", 1, "env: {SIM_EXIT_AFTER: 1s, SIM_EXIT_CODE: '3'}"))
            .ok()
            .change();
    Wait.untilAsserted(
        "it was started again",
        () ->
            assertThat(chain("started", "attempt", "exited", "placed", "chosen", "assigned"))
                .isTrue());
    var chain = api.get("/api/v1/pods/helyos-causes-api-0/why").ok().body().get("chain");
    var root = chain.get(chain.size() - 1);
    assertThat(root.get("type").asText()).isEqualTo("deployment.deployed");
    assertThat(root.get("change").asText()).isEqualTo(change);
    assertThat(root.get("author").asText()).isNotEmpty();
  }

  /// Whether these events are in the chain, each somewhere before the next.
  private static boolean chain(String... types) {
    var chain = api.get("/api/v1/pods/helyos-causes-api-0/why").ok().body().get("chain");
    var next = 0;
    for (var event : chain) {
      if (next < types.length && event.get("type").asText().equals("pod." + types[next])) next++;
    }
    return next == types.length;
  }
}
