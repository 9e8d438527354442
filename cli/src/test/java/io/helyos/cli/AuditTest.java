package io.helyos.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.contract.resource.AccessLogResource;
import io.helyos.contract.resource.AuditResource;
import io.helyos.contract.resource.CheckpointResource;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a person is told of the journal's state.
class AuditTest {
  private static final String VERIFY = "/api/v1/audit/verify";

  @TempDir Path home;
  private final StubDaemon daemon = new StubDaemon();

  @AfterEach
  void stop() {
    daemon.close();
  }

  private Cli.Ran run(String... arguments) {
    return Cli.with(home, daemon).run(arguments);
  }

  @Test
  void a_whole_journal_ends_with_0_and_a_broken_one_with_1() {
    daemon
        .answers("GET " + VERIFY, 200, new AuditResource(true, 9, 2, "ab", "", 0, "Whole."))
        .answers("GET " + VERIFY, 200, new AuditResource(false, 0, 0, "", "pod|a", 7, "pod|a@7"));
    var whole = run("audit", "verify");
    assertThat(whole.code()).isZero();
    assertThat(whole.out()).isEqualTo("9 events of 2 entities. Whole.\n");
    var broken = run("audit", "verify");
    assertThat(broken.code()).isEqualTo(1);
    assertThat(broken.out()).isEqualTo("The journal is broken. pod|a@7\n");
  }

  @Test
  void refused_commands_are_told_with_those_that_were_only_counted() {
    var entry =
        new AccessLogResource.Entry(
            Samples.NOW,
            "alpha",
            "",
            "10.0.0.9",
            "DELETE",
            "/api/v1/projects/shop",
            401,
            "unauthorized",
            "The token is not one of this cluster's.");
    daemon.answers("GET /api/v1/audit/log", 200, new AccessLogResource(List.of(entry), 7));
    var ran = run("audit", "log", "--since", "12h");
    assertThat(ran.out().lines().toList().get(1).split(" {2,}"))
        .containsExactly(
            Samples.NOW.toString(),
            "-",
            "10.0.0.9",
            "DELETE /api/v1/projects/shop",
            "401 unauthorized",
            "The token is not one of this cluster's.");
    assertThat(ran.err()).contains("7 more");
    assertThat(daemon.asked.getLast().query()).isEqualTo("since=12h");
    assertThat(run("audit", "log", "-o", "json").out()).contains("\"dropped\" : 7");
  }

  @Test
  void a_checkpoint_is_written_once_and_sent_back_as_it_was() {
    var heads = new TreeMap<>(Map.of("pod|a", "7 " + "0".repeat(64)));
    var checkpoint = new CheckpointResource(Samples.NOW, 9, "ab", "cd", heads, "key", "signature");
    var file = home.resolve("monday.json").toString();
    daemon
        .answers("GET /api/v1/audit/checkpoint", 200, checkpoint)
        .answers("POST " + VERIFY, 200, new AuditResource(true, 9, 1, "ab", "", 0, "Whole."));
    assertThat(run("audit", "checkpoint", file).code()).isZero();
    assertThat(run("audit", "checkpoint", file).code()).isEqualTo(2);
    assertThat(run("audit", "verify", "--checkpoint", file).code()).isZero();
    assertThat(daemon.last("POST " + VERIFY).orElseThrow().body())
        .contains("\"heads\":{\"pod|a\":\"7 0")
        .contains("\"signature\":\"signature\"");
    assertThat(run("audit", "verify", "--checkpoint", file + "x").code()).isEqualTo(2);
  }
}
