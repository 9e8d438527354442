package io.helyos.cli;

import static io.helyos.cli.Samples.pod;
import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.contract.resource.PodStatus;
import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchTest {
  @TempDir Path home;
  private final StubDaemon daemon = new StubDaemon();

  @AfterEach
  void stop() {
    daemon.close();
  }

  /// A reader that goes away after some lines, as `head` does.
  private static final class Head extends FilterOutputStream {
    private int left;

    Head(ByteArrayOutputStream to, int lines) {
      super(to);
      left = lines;
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      for (var i = from; i < from + length; i++) write(bytes[i]);
    }

    @Override
    public void write(int b) throws IOException {
      if (left <= 0) throw new IOException("Broken pipe");
      super.write(b);
      if (b == '\n') left--;
    }
  }

  private Cli.Ran watch(int lines, String... line) {
    var kept = new ByteArrayOutputStream();
    return Cli.with(home, daemon).runInto(new Head(kept, lines), kept, line);
  }

  @Test
  void a_table_and_then_only_what_changes() {
    daemon
        .answers(
            "GET /api/v1/pods", 200, List.of(pod(0, PodStatus.CREATING), pod(1, PodStatus.RUNNING)))
        .answers(
            "GET /api/v1/pods", 200, List.of(pod(0, PodStatus.RUNNING), pod(1, PodStatus.RUNNING)))
        .answers("GET /api/v1/pods", 200, List.of(pod(1, PodStatus.RUNNING)))
        .answers("GET /api/v1/pods", 200, List.of(pod(1, PodStatus.FAILED)))
        .answers("GET /api/v1/pods", 200, List.of(pod(1, PodStatus.STOPPED)));
    var ran = watch(6, "pods", "-w");
    assertThat(ran.code()).isZero();
    assertThat(ran.out().lines().map(it -> it.replaceAll(" +", " ")))
        .containsExactly(
            "Name Project Deployment Status Image Age",
            "helyos-ecommerce-api-0 ecommerce api Creating ghcr.io/company/api:latest 2m",
            "helyos-ecommerce-api-1 ecommerce api Running ghcr.io/company/api:latest 2m",
            "helyos-ecommerce-api-0 ecommerce api Running ghcr.io/company/api:latest 2m",
            "helyos-ecommerce-api-0 removed",
            "helyos-ecommerce-api-1 ecommerce api Failed ghcr.io/company/api:latest 2m");
  }

  @Test
  void json_is_an_object_a_line() {
    daemon
        .answers("GET /api/v1/pods", 200, List.of(pod(0, PodStatus.CREATING)))
        .answers("GET /api/v1/pods", 200, List.of())
        .answers("GET /api/v1/pods", 200, List.of(pod(0, PodStatus.PENDING)));
    var lines = watch(2, "pods", "-w", "--json").out().lines().toList();
    assertThat(lines.getFirst()).startsWith("{\"id\"").contains("\"status\":\"creating\"");
    assertThat(lines.getLast()).contains("\"removed\":true");
  }

  @Test
  void events_are_followed() {
    daemon.happened();
    daemon.happened();
    assertThat(watch(1, "events", "-f").out())
        .isEqualTo(
            "2026-03-01T12:00:00Z  pod/helyos-ecommerce-api-0  started  The container runs.\n");
  }

  @Test
  void events_can_begin_at_a_time() {
    daemon.happened();
    daemon.happened();
    watch(1, "events", "--since", "10m ago");
    assertThat(daemon.asked.getFirst().line()).isEqualTo("GET /api/v1/events?since=10m ago");
  }

  @Test
  void the_events_of_deployments_name_their_project() {
    daemon.happened(Samples.event("deployment", "api", 1));
    daemon.happened(Samples.event("deployment", "api", 2));
    assertThat(watch(1, "events").out()).contains("  deployment/ecommerce/api  started  ");
  }

  @Test
  void waiting_ends_when_the_state_is_reached() {
    daemon
        .answers("GET /api/v1/pods/helyos-ecommerce-api-0", 200, pod(0, PodStatus.PENDING))
        .answers("GET /api/v1/pods/helyos-ecommerce-api-0", 200, pod(0, PodStatus.RUNNING));
    var ran = Cli.with(home, daemon).run("wait", "pod/helyos-ecommerce-api-0");
    assertThat(ran.code()).isZero();
    assertThat(ran.out()).isEqualTo("pod/helyos-ecommerce-api-0 is running.\n");
  }

  @Test
  void waiting_ends_with_1_when_the_time_is_over() {
    daemon.answers("GET /api/v1/pods/helyos-ecommerce-api-0", 200, pod(0, PodStatus.PENDING));
    var ran = Cli.with(home, daemon).run("wait", "pod/helyos-ecommerce-api-0", "--timeout", "1s");
    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.err()).contains("to be running within 1 s, found it Pending.");
  }

  @Test
  void what_is_not_there_is_deleted() {
    var cli = Cli.with(home, daemon);
    assertThat(cli.run("wait", "pod/x", "--for", "deleted").code()).isZero();
    assertThat(cli.run("wait", "pod/x").code()).isEqualTo(3);
  }

  @Test
  void the_stream_is_opened_before_the_list_is_read() {
    daemon.answers("GET /api/v1/pods", 200, List.of(pod(0, PodStatus.RUNNING)));
    daemon.happened();
    watch(1, "pods", "-w", "-p", "ecommerce");
    assertThat(daemon.asked.stream().map(StubDaemon.Asked::line).limit(2))
        .containsExactly(
            "GET /api/v1/events?project=ecommerce", "GET /api/v1/pods?project=ecommerce");
  }
}
