package io.helyos.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.helyos.daemon.harness.DaemonProcess;
import io.helyos.daemon.harness.Programs.Ended;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Somebody lays hands on the journal's file; the audit names what they have touched.
@Timeout(300)
class AuditTest {
  private static final String OF_SHOP =
      "entity = (SELECT number FROM entity WHERE name = 'deployment|shop-api')";

  @TempDir Path folder;

  /// What is done to a file.
  private interface Hand {
    void touch(Connection journal) throws SQLException;
  }

  @Test
  void what_was_touched_is_named() throws IOException, SQLException {
    try (var daemon = DaemonProcess.simulated(folder, 1).start()) {
      daemon.api().deploy(Specs.of("shop", "api", 1)).ok();
      for (var n = 2; n < 6; n++) daemon.api().scale("shop", "api", n).ok();
      assertThat(verify(daemon, "").at("/whole").asBoolean()).isTrue();
      var checkpoint = daemon.api().get("/api/v1/audit/checkpoint").ok().body().toString();
      assertThat(verify(daemon, checkpoint).at("/whole").asBoolean()).isTrue();
      assertThat(daemon.terminate()).isZero();
      assertThat(journal("inspect", copy(daemon)).output())
          .containsPattern("deployment\\|shop-api +\\d+ ")
          .contains("cluster|cluster")
          .doesNotContain("cannot be read");
      assertNamed("a flipped byte", offline(daemon, AuditTest::flip));
      assertNamed("a deleted row", offline(daemon, it -> delete(it, "sequence = 2")));
      assertNamed("a reordered pair", offline(daemon, AuditTest::swap));

      change(daemon.dataDir(), it -> delete(it, "sequence > 2"));
      daemon.start();
      var found = verify(daemon, checkpoint);
      assertThat(found.at("/whole").asBoolean()).isFalse();
      assertThat(found.at("/entity").asText()).isEqualTo("deployment|shop-api");
      assertThat(found.at("/sequence").asInt()).isGreaterThan(2);
    }
  }

  private static JsonNode verify(DaemonProcess daemon, String checkpoint) {
    var path = "/api/v1/audit/verify";
    return (checkpoint.isEmpty() ? daemon.api().get(path) : daemon.api().post(path, checkpoint))
        .ok()
        .body();
  }

  /// What helyosd says about a changed copy.
  private Ended offline(DaemonProcess daemon, Hand hand) throws IOException, SQLException {
    var copy = copy(daemon);
    change(copy, hand);
    return journal("verify", copy);
  }

  private Path copy(DaemonProcess daemon) throws IOException {
    var copy = Files.createTempDirectory(folder, "changed");
    for (var name : List.of("journal.db", "journal.db-wal")) {
      var file = daemon.dataDir().resolve(name);
      if (Files.exists(file)) Files.copy(file, copy.resolve(name));
    }
    return copy;
  }

  private static Ended journal(String verb, Path dataDir) {
    var output = new StringWriter();
    var writer = new PrintWriter(output, true);
    var words = new String[] {"journal", verb, "--data-dir", dataDir.toString()};
    var code = HelyosDaemon.command(words, Map.of()).setOut(writer).setErr(writer).execute(words);
    return new Ended(code, output.toString());
  }

  private static void assertNamed(String what, Ended verified) {
    assertThat(verified.output()).as(what).contains("deployment|shop-api@2");
    assertThat(verified.code()).as(what).isNotZero();
  }

  private static void flip(Connection journal) throws SQLException {
    var content = read(journal, 2);
    content[content.length - 1] ^= 1;
    write(journal, 2, content);
  }

  private static void swap(Connection journal) throws SQLException {
    var second = read(journal, 2);
    write(journal, 2, read(journal, 3));
    write(journal, 3, second);
  }

  private static byte[] read(Connection journal, int sequence) throws SQLException {
    try (var statement = journal.createStatement();
        var found =
            statement.executeQuery(
                "SELECT content FROM event WHERE sequence = " + sequence + " AND " + OF_SHOP)) {
      assertThat(found.next()).isTrue();
      return found.getBytes(1);
    }
  }

  private static void write(Connection journal, int sequence, byte[] content) throws SQLException {
    try (var statement =
        journal.prepareStatement(
            "UPDATE event SET content = ? WHERE sequence = " + sequence + " AND " + OF_SHOP)) {
      statement.setBytes(1, content);
      assertThat(statement.executeUpdate()).isOne();
    }
  }

  private static void delete(Connection journal, String which) throws SQLException {
    try (var statement = journal.createStatement()) {
      var sql = "DELETE FROM event WHERE " + which + " AND " + OF_SHOP;
      assertThat(statement.executeUpdate(sql)).isPositive();
    }
  }

  private static void change(Path dataDir, Hand hand) throws SQLException {
    try (var journal =
        DriverManager.getConnection("jdbc:sqlite:" + dataDir.resolve("journal.db"))) {
      hand.touch(journal);
    }
  }
}
