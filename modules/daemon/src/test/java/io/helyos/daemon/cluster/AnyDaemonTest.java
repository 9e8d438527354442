package io.helyos.daemon.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.helyos.daemon.Specs;
import io.helyos.daemon.harness.DaemonProcess;
import io.helyos.persistence.cassandra.server.CassandraProcess;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Three daemons, each with a simulated node of its own: it does not matter which one is asked.
@Timeout(600)
class AnyDaemonTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int ROUNDS = 30;

  @TempDir static Path folder;
  private static Trio trio;

  @BeforeAll
  static void start() {
    trio =
        Trio.start(
            CassandraProcess.shared(),
            "any_daemon",
            number -> DaemonProcess.simulated(folder.resolve("d" + number), 1));
  }

  @AfterAll
  static void stop() {
    trio.close();
  }

  private static String scalePath(String deployment) {
    return "/api/v1/projects/shop/deployments/" + deployment;
  }

  @Test
  void what_is_written_on_one_daemon_is_read_on_any_other() {
    trio.api(0).deploy(Specs.of("shop", "api", 1)).ok();
    for (var round = 0; round < ROUNDS; round++) {
      var wanted = 1 + (round + 1) % 5;
      var writer = trio.api(round % 3);
      var mark = writer.scale("shop", "api", wanted).ok().mark();
      for (var step = 0; step < 3; step++) {
        var reader = trio.api((round + step) % 3);
        assertThat(reader.get(scalePath("api"), mark).ok().body().get("replicas").asInt())
            .as("round %d, read %d daemons further on", round, step)
            .isEqualTo(wanted);
      }
      assertThat(writer.get(scalePath("api")).ok().body().get("replicas").asInt())
          .as("round %d, read by the writer without a mark", round)
          .isEqualTo(wanted);
    }
  }

  @Test
  void a_write_under_one_key_on_two_daemons_is_done_once() throws IOException {
    trio.api(0).deploy(Specs.of("shop", "once", 1)).ok();

    var first = trio.api(1).scale("shop", "once", 2, "only-once").ok();
    var second = trio.api(2).scale("shop", "once", 2, "only-once").ok();

    assertThat(second.change()).isEqualTo(first.change());
    assertThat(second.mark()).isEqualTo(first.mark());
  }

  @Test
  void pods_are_spread_over_the_nodes_of_all_daemons_and_run_by_their_agents() {
    trio.api(1).deploy(Specs.of("wide", "web", 9)).ok();

    await("9 pods run").atMost(PATIENCE).until(() -> Pods.of(trio.api(2), "wide").allRun(9));
    assertThat(Pods.of(trio.api(0), "wide").byNode().values()).containsExactly(3, 3, 3);
  }

  @Test
  void files_are_copied_by_way_of_any_daemon() throws Exception {
    trio.api(0).deploy(Specs.of("files", "web", 1)).ok();
    await("the pod runs").atMost(PATIENCE).until(() -> Pods.of(trio.api(0), "files").allRun(1));
    var files = "/api/v1/pods/helyos-files-web-0/files?path=/srv";

    for (var number = 0; number < 3; number++) {
      var name = "from-" + number;
      assertThat(trio.api(number).copyInto(files, archive(name))).as(name).isEqualTo(204);
      for (var reader = 0; reader < 3; reader++) {
        assertThat(names(trio.api(reader).copyOut(files + "/" + name)))
            .as("%s, read by %d", name, reader)
            .containsExactly(name);
      }
    }
  }

  private static byte[] archive(String name) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var tar = new TarArchiveOutputStream(bytes)) {
      var text = name.getBytes(StandardCharsets.UTF_8);
      var entry = new TarArchiveEntry(name);
      entry.setSize(text.length);
      tar.putArchiveEntry(entry);
      tar.write(text);
      tar.closeArchiveEntry();
    }
    return bytes.toByteArray();
  }

  private static List<String> names(byte[] archive) throws IOException {
    var names = new ArrayList<String>();
    try (var tar = new TarArchiveInputStream(new ByteArrayInputStream(archive))) {
      for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        names.add(entry.getName());
      }
    }
    return names;
  }

  @Test
  void a_daemon_that_is_asked_to_end_hands_over_what_it_did() throws IOException {
    trio.api(0).deploy(Specs.of("calm", "api", 3)).ok();
    var leaving = trio.daemon(2);

    assertThat(leaving.terminate()).isZero();

    for (var number = 0; number < 10; number++) {
      trio.api(number % 2).deploy(Specs.of("calm", "after-" + number, 0)).ok();
    }
    leaving.launchOnly();
    trio.awaitReady(leaving);
    trio.awaitNodes(3);
    await("3 pods run").atMost(PATIENCE).until(() -> Pods.of(trio.api(2), "calm").allRun(3));
  }
}
