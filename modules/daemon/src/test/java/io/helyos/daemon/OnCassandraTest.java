package io.helyos.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.daemon.harness.DaemonProcess;
import io.helyos.daemon.harness.Programs.Ended;
import io.helyos.persistence.cassandra.server.CassandraProcess;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A daemon whose journal is a real Cassandra, which comes late, goes away and comes back.
@Timeout(600)
class OnCassandraTest {
  private static CassandraProcess server;

  @TempDir Path folder;

  @BeforeAll
  static void startServer() {
    server = CassandraProcess.start();
  }

  @AfterAll
  static void endServer() {
    server.close();
  }

  private DaemonProcess daemon(String keyspace) {
    return DaemonProcess.simulated(folder, 2)
        .with("--journal", "cassandra")
        .with("--cassandra", "127.0.0.1:" + server.port())
        .with("--cassandra-keyspace", keyspace);
  }

  @Test
  void a_daemon_waits_for_cassandra_and_bears_its_absence() {
    server.kill();
    try (var daemon = daemon("late").launchOnly()) {
      Wait.until("it says that it waits", () -> daemon.log().contains("Waiting for Cassandra"));
      assertThat(daemon.statusOf("/ready")).isEqualTo(503);
      assertThat(daemon.statusOf("/health")).isEqualTo(200);
      server.restart();
      Wait.until("it is ready", () -> daemon.statusOf("/ready") == 200);

      daemon.api().deploy(Specs.of("shop", "api", 3)).ok();
      awaitRunning(daemon, 3);
      server.kill();
      var refused = daemon.api().scale("shop", "api", 5);
      assertThat(refused.status()).isEqualTo(503);
      assertThat(daemon.api().get("/api/v1/pods?project=shop").ok().body()).hasSize(3);
      server.restart();
      Wait.until(
          "writes are taken again", () -> daemon.api().scale("shop", "api", 5).status() / 100 == 2);
      awaitRunning(daemon, 5);

      daemon.kill();
      daemon.start();
      awaitRunning(daemon, 5);
      awaitFed("late");
      assertThat(daemon.terminate()).isZero();
      var verified = run(tool("verify", "late"));
      assertThat(verified.output()).contains("events of");
      assertThat(verified.code()).isZero();
    }
  }

  /// What a daemon has given up is still in Cassandra's ear then, and is carried out late.
  @Test
  void a_frozen_cassandra_breaks_no_journal() {
    try (var daemon = daemon("frozen").start()) {
      daemon.api().deploy(Specs.of("shop", "api", 3)).ok();
      awaitRunning(daemon, 3);
      server.freeze();
      try {
        assertThat(daemon.api().scale("shop", "api", 5).status()).isEqualTo(503);
      } finally {
        server.thaw();
      }
      Wait.until(
          "writes are taken again", () -> daemon.api().scale("shop", "api", 4).status() / 100 == 2);
      awaitRunning(daemon, 4);
      awaitFed("frozen");
      assertThat(daemon.terminate()).isZero();
      assertThat(run(tool("verify", "frozen")).code()).isZero();
    }
  }

  @Test
  void an_embedded_journal_moves_to_cassandra_without_loss() throws IOException {
    var archive = folder.resolve("journal.helyos");
    var dataDir = folder.resolve("data").toString();
    try (var daemon = DaemonProcess.simulated(folder, 2).start()) {
      daemon.api().deploy(Specs.of("shop", "api", 3)).ok();
      awaitRunning(daemon, 3);
      var before = daemon.api().get("/api/v1/deployments?project=shop").ok().body();
      var busy = run("journal", "export", archive.toString(), "--data-dir", dataDir);
      assertThat(busy.code()).isNotZero();
      assertThat(busy.output()).contains("pid " + daemon.pid());
      assertThat(daemon.terminate()).isZero();

      var exported = run("journal", "export", archive.toString(), "--data-dir", dataDir);
      assertThat(exported.output()).startsWith("Exported ");
      var sum = exported.output().substring("Exported ".length());
      var journal = daemon.journal();
      assertThat(sum).startsWith(journal.rows().size() + " events of ");
      assertThat(run("journal", "verify", archive.toString()).output()).isEqualTo(sum);
      for (var run = 1; run <= 2; run++) {
        assertThat(run(tool("import", "moved", archive.toString())).output())
            .as("run %d", run)
            .isEqualTo("Imported and verified " + sum);
      }

      var moved =
          daemon
              .with("--journal", "cassandra")
              .with("--cassandra", "127.0.0.1:" + server.port())
              .with("--cassandra-keyspace", "moved");
      moved.start();
      assertThat(moved.api().get("/api/v1/deployments?project=shop").ok().body())
          .hasSameSizeAs(before);
      moved.api().scale("shop", "api", 4).ok();
      awaitRunning(moved, 4);
      awaitFed("moved");
      assertThat(moved.terminate()).isZero();
      assertThat(run(tool("verify", "moved")).code()).isZero();
    }

    Files.writeString(
        archive, Files.readString(archive).replaceFirst("\"sequence\":2", "\"sequence\":3"));
    var damaged = run(tool("import", "other", archive.toString()));
    assertThat(damaged.code()).isNotZero();
    assertThat(damaged.output()).contains("damaged");
  }

  @Test
  void the_schema_can_be_printed_and_made() {
    var printed = run("schema", "--replication", "3", "--cassandra-datacenter", "dc1");
    assertThat(printed.output())
        .contains("CREATE KEYSPACE IF NOT EXISTS helyos", "'dc1': 3", "helyos.messages");
    var made =
        run(
            "schema",
            "--apply",
            "--replication",
            "1",
            "--cassandra",
            "127.0.0.1:" + server.port(),
            "--cassandra-keyspace",
            "made");
    assertThat(made.output()).isEqualTo("Keyspace made is ready.");
    assertThat(run(tool("verify", "made")).output()).contains("0 events of 0 entities");
    var missing = run(tool("verify", "missing"));
    assertThat(missing.code()).isEqualTo(2);
    assertThat(missing.output()).contains("keyspace missing");
  }

  /// Runs one of helyosd's tools, in this process.
  private static Ended run(String... arguments) {
    var output = new StringWriter();
    var writer = new PrintWriter(output, true);
    var code =
        HelyosDaemon.command(arguments, Map.of()).setOut(writer).setErr(writer).execute(arguments);
    return new Ended(code, output.toString().strip());
  }

  private static String[] tool(String command, String keyspace, String... more) {
    var common =
        new String[] {
          "journal",
          command,
          "--journal",
          "cassandra",
          "--cassandra",
          "127.0.0.1:" + server.port(),
          "--cassandra-keyspace",
          keyspace
        };
    var all = Arrays.copyOf(common, common.length + more.length);
    System.arraycopy(more, 0, all, common.length, more.length);
    return all;
  }

  /// The feed is behind the journal for a moment; who ends a daemon in it leaves the rest of the
  /// work to the next one.
  private static void awaitFed(String keyspace) {
    Wait.untilAsserted(
        "all events are in the feed",
        () -> assertThat(run(tool("verify", keyspace))).returns(0, Ended::code));
  }

  private static void awaitRunning(DaemonProcess daemon, int pods) {
    Wait.untilAsserted(
        pods + " pods run",
        () ->
            assertThat(daemon.api().get("/api/v1/pods?project=shop").ok().body())
                .hasSize(pods)
                .allMatch(pod -> pod.get("status").asText().equals("running")));
  }
}
