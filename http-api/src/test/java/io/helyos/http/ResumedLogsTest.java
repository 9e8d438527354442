package io.helyos.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.helyos.model.PodId;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Readers of logs that break off, or take nothing, and come back with the last id that they have.
@Timeout(120)
class ResumedLogsTest {
  private static final String LOGS = "/api/v1/projects/shop/deployments/api/logs";
  private static final PodId ZERO = Specs.API.pod(0);
  private RunningApi api;
  private FakeLogs logs;

  @BeforeEach
  void start() {
    api = RunningApi.start();
    logs = api.core.containers();
    Specs.register(api.core, "one");
    api.deploy(Specs.yaml("shop", "api", 2));
    Specs.running(api.core, 0);
  }

  @AfterEach
  void stop() {
    api.close();
  }

  private static Instant at(int seconds) {
    return FakeLogs.NOON.plusSeconds(seconds);
  }

  private static String next(Iterator<String> lines) {
    while (true) {
      var line = lines.next();
      if (line.startsWith("data: ")) return line.substring(6);
    }
  }

  /// A reader that breaks off after some frames and comes back with the id of the last one, again
  /// and again, while three pods write with equal times, out of order, and restart.
  @ParameterizedTest(name = "seed {0}")
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void a_reader_that_comes_back_with_its_last_id_misses_nothing_and_sees_nothing_twice(int seed) {
    var random = new Random(seed);
    for (var index = 1; index < 3; index++) Specs.running(api.core, index);
    var attempts = new int[] {1, 1, 1};
    var containers = new ArrayList<FakeContainer>();
    for (var index = 0; index < 3; index++) containers.add(logs.start(Specs.API.pod(index), 1));
    var written = new ArrayList<String>();
    var read = new ArrayList<String>();
    var id = "";
    for (var round = 0; round < 12; round++) {
      for (var n = 0; n < 20; n++) {
        var index = random.nextInt(3);
        if (round > 0 && random.nextInt(15) == 0) {
          containers.get(index).end();
          containers.set(index, logs.start(Specs.API.pod(index), ++attempts[index]));
        }
        var text = index + "/" + round + "/" + n;
        var time = at(round).plusMillis(random.nextInt(4) * 200L);
        containers.get(index).write(time, text);
        written.add(text);
      }
      var take = round == 11 ? written.size() - read.size() : random.nextInt(1, 15);
      id = readSome(id, take, read);
    }
    assertThat(read).containsExactlyInAnyOrderElementsOf(written);
    for (var index = 0; index < 3; index++) {
      var prefix = index + "/";
      assertThat(read.stream().filter(text -> text.startsWith(prefix)))
          .containsExactlyElementsOf(
              written.stream().filter(text -> text.startsWith(prefix)).toList());
    }
  }

  /// @return the last id
  private String readSome(String from, int many, List<String> read) {
    var id = from;
    try (var stream = api.stream(LOGS, "Last-Event-ID", from)) {
      var lines = stream.iterator();
      for (var taken = 0; taken < many; ) {
        var line = lines.next();
        if (line.startsWith("data: ")) read.add(line.substring(6));
        if (line.startsWith("id: ")) id = line.substring(4);
        if (line.startsWith("event: ")) taken++;
      }
    }
    return id;
  }

  @Test
  void what_is_written_between_a_break_and_the_return_is_there_even_if_no_line_was_wanted_before() {
    var container = logs.start(ZERO, 1);
    container.write(at(0), "old");
    String id;
    try (var stream = api.stream(LOGS + "?tail=0")) {
      id = stream.filter(line -> line.startsWith("id: ")).findFirst().orElseThrow().substring(4);
    }
    container.write(at(0), "new");
    try (var stream = api.stream(LOGS + "?tail=0", "Last-Event-ID", id)) {
      assertThat(next(stream.iterator())).isEqualTo("new");
    }
  }

  @Test
  void a_reader_that_takes_nothing_is_cut_off_and_can_go_on_where_it_stopped() {
    var container = logs.start(ZERO, 1);
    var many = 6_000;
    for (var i = 0; i < many; i++) container.write(at(i), i + " " + "x".repeat(2_000));
    try (var raw = new RawHttp(api.port());
        var other = api.stream(LOGS + "?tail=1")) {
      raw.send(
          "GET %s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\n\r\n"
              .formatted(LOGS, api.token.whole()));
      var lines = other.iterator();
      assertThat(next(lines)).startsWith((many - 1) + " ");
      await().atMost(Duration.ofSeconds(40)).until(() -> isClosed(raw));
      await().atMost(Duration.ofSeconds(40)).until(() -> container.readers() == 1);
      container.write(at(many), "for the other");
      assertThat(next(lines)).isEqualTo("for the other");
      assertGoesOn(raw.read().body(), many);
    }
  }

  private static boolean isClosed(RawHttp raw) {
    try {
      raw.send("x");
      return false;
    } catch (UncheckedIOException e) {
      return true;
    }
  }

  /// With the last whole frame that had reached the reader.
  private void assertGoesOn(String received, int many) {
    var frames = received.lines().filter(line -> line.startsWith("data: ")).count();
    assertThat(frames).isBetween(1L, (long) many);
    var ids = received.lines().filter(line -> line.startsWith("id: ")).toList();
    // The last ones may have been cut off in their middle.
    var last = ids.size() - 3;
    var texts =
        received
            .lines()
            .takeWhile(line -> !line.equals(ids.get(last)))
            .filter(l -> l.startsWith("data"))
            .toList();
    var expected = Integer.parseInt(texts.getLast().substring(6).split(" ", 2)[0]) + 1;
    try (var rest = api.stream(LOGS, "Last-Event-ID", ids.get(last).substring(4))) {
      var lines = rest.iterator();
      for (var i = expected; i < many; i++) assertThat(next(lines)).startsWith(i + " ");
    }
  }
}
