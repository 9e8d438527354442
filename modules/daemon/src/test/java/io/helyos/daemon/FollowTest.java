package io.helyos.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.daemon.harness.Api;
import io.helyos.daemon.harness.DaemonProcess;
import io.helyos.daemon.harness.Docker;
import io.helyos.daemon.harness.LogReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Logs on a real engine, followed while containers are killed and readers come and go.
@Timeout(300)
class FollowTest {
  /// Each container counts from one on, so that a line that is missing or comes twice shows.
  private static final String COUNTING =
      """
      backoff: {initial: 0s}
      command: [/bin/sh, -c, "i=1; while :; do echo $i; i=$((i+1)); sleep 0.05; done"]
      """;

  private static final int MANY = 100;

  @TempDir static Path folder;
  private static final Docker DOCKER = Docker.shared();
  private static DaemonProcess daemon;
  private static Api api;
  private final String project = "told-" + UUID.randomUUID().toString().substring(0, 8);

  @BeforeAll
  static void start() {
    daemon = DaemonProcess.onDocker(folder, DOCKER.socket()).start();
    api = daemon.api();
  }

  @AfterAll
  static void stop() {
    daemon.close();
  }

  @AfterEach
  void sweep() {
    api.delete("/api/v1/projects/%s/deployments/api".formatted(project));
    Wait.until("nothing is left", () -> DOCKER.containers("helyos.project=" + project).isEmpty());
    DOCKER.sweep(project);
  }

  private LogReader reader() {
    return new LogReader(daemon, "/api/v1/projects/%s/deployments/api/logs".formatted(project));
  }

  private String pod(int index) {
    return "helyos-%s-api-%d".formatted(project, index);
  }

  /// Numbers of one pod: each is one more than the one before it, or the first of a new container.
  private static long lives(List<String> numbers) {
    var last = 0;
    for (var text : numbers) {
      var number = Integer.parseInt(text);
      assertThat(number).as("after %d in %s", last, numbers).isIn(last + 1, 1);
      last = number;
    }
    return numbers.stream().filter("1"::equals).count();
  }

  @Test
  void a_reader_that_breaks_off_again_and_again_sees_every_line_once_over_restarts_and_scaling() {
    api.deploy(Specs.of(project, "api", 2, COUNTING)).ok();
    try (var reader = reader()) {
      for (var round = 0; round < 3; round++) {
        var lives = round + 1;
        reader.readUntil(() -> lives(reader.of(pod(0))) == lives && reader.of(pod(1)).size() > 5);
        reader.breakOff();
        DOCKER.run("kill", pod(0));
      }
      api.scale(project, "api", 3).ok();
      reader.readUntil(() -> lives(reader.of(pod(0))) == 4 && reader.of(pod(2)).size() > 5);
      assertThat(lives(reader.of(pod(1)))).isEqualTo(1);
      assertThat(lives(reader.of(pod(2)))).isEqualTo(1);
    }
  }

  @Test
  void a_hundred_followers_cost_the_daemon_no_thread_each() throws IOException {
    api.deploy(Specs.of(project, "api", 1, COUNTING)).ok();
    // What the first reader needs is there for all.
    try (var first = reader()) {
      first.readUntil(() -> !first.of(pod(0)).isEmpty());
      var before = threads();
      var readers = IntStream.range(0, MANY).mapToObj(_ -> reader()).toList();
      try {
        readers.forEach(it -> it.readUntil(() -> it.of(pod(0)).size() > 5));
        assertThat(threads() - before).as("threads for %d readers", MANY).isLessThan(MANY / 4);
        readers.forEach(it -> assertThat(lives(it.of(pod(0)))).isEqualTo(1));
      } finally {
        readers.forEach(LogReader::close);
      }
    }
  }

  /// As the kernel counts them.
  private static int threads() throws IOException {
    try (Stream<Path> tasks = Files.list(Path.of("/proc", Long.toString(daemon.pid()), "task"))) {
      return (int) tasks.count();
    }
  }
}
