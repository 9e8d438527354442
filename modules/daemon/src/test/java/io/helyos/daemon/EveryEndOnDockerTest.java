package io.helyos.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.helyos.daemon.harness.Api;
import io.helyos.daemon.harness.DaemonProcess;
import io.helyos.daemon.harness.Docker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every way in which a container can end, or not come up, under every restart policy: what users
/// are told of it, held against what the engine knows. All pods are deployed at once and waited for
/// together.
@Timeout(300)
class EveryEndOnDockerTest {
  private static final List<String> POLICIES = List.of("always", "onfailure", "never");

  /// So long that whatever is to be started again is still waiting when it is looked at.
  private static final Duration BACKOFF = Duration.ofMinutes(4);

  private static final String WEB = "command: [/bin/httpd, -f, -p, '80', -h, /www]\nports: [80]";

  /// More memory than there is. A busy engine may overlook the kernel's choice when the container
  /// is gone with it, so a child dies first.
  private static final String GREED = "x=a; while :; do x=$x$x; done";

  @TempDir static Path folder;
  private static final Docker DOCKER = Docker.shared();
  private static final String PROJECT = "ends-" + UUID.randomUUID().toString().substring(0, 8);
  private static final List<ServerSocket> STRANGERS =
      IntStream.range(0, 3).mapToObj(_ -> stranger(0)).toList();
  private static DaemonProcess daemon;
  private static Api api;

  /// A pod as it is to be seen.
  record Seen(String status, String reason, int restarts) {}

  /// One row of the table.
  ///
  /// @param code that the container ends with, -1 for none
  /// @param words that its message is to have
  record Row(String deployment, String spec, Seen seen, int code, String words) {
    @Override
    public String toString() {
      return "%s: %s/%s".formatted(deployment, seen.status(), seen.reason());
    }
  }

  static Stream<Row> rows() {
    return Stream.of(
            ends(
                "zero",
                shell("exit 0"),
                new Seen("restarting", "Completed", 1),
                new Seen("stopped", "Completed", 0),
                new Seen("failed", "Completed", 0),
                0,
                "exit code 0"),
            crashes("one", shell("echo no luck; exit 1"), "Error", 1, "It last said: no luck"),
            crashes("killed", shell("kill -KILL $$"), "Error", 137, "exit code 137"),
            crashes("ended", shell("kill -TERM $$"), "Error", 143, "exit code 143"),
            crashes(
                "greedy",
                shell("(" + GREED + "); sleep 1; " + GREED) + "\nresources: {memory: 16m}",
                "OOMKilled",
                137,
                "Raise `resources.memory`"),
            crashes("nothing", "command: [/no/program]", "Error", 127, "/no/program"),
            crashes("refused", "command: [/no/program]\ninit: false", "Error", -1, "/no/program"),
            crashes(
                "sick",
                WEB + "\nhealthcheck: {path: /nothing, interval: 1s, retries: 1}",
                "Unhealthy",
                143,
                "HTTP 404"),
            stays(
                "imageless",
                "image: helyos/missing:1",
                "creating",
                "ImagePullBackoff",
                "missing:1"),
            stays(
                "starting",
                WEB + "\nhealthcheck: {path: /nothing, startPeriod: 1h}",
                "creating",
                "HealthcheckStarting",
                "has not passed yet"),
            stays("unready", WEB + "\nreadiness: {path: /no}", "running", "NotReady", "HTTP 404"),
            portTaken())
        .flatMap(List::stream);
  }

  private static String shell(String script) {
    return "command: [/bin/sh, -c, '%s']".formatted(script);
  }

  private static List<Row> ends(
      String name, String spec, Seen always, Seen onfailure, Seen never, int code, String words) {
    var seen = List.of(always, onfailure, never);
    return IntStream.range(0, POLICIES.size())
        .mapToObj(i -> row(name, POLICIES.get(i), spec, seen.get(i), code, words))
        .toList();
  }

  private static Row row(
      String name, String policy, String spec, Seen seen, int code, String words) {
    var all = spec + "\nrestart: " + policy + "\nbackoff: {initial: 4m, max: 4m}";
    return new Row(name + "-" + policy, all, seen, code, words);
  }

  private static List<Row> crashes(
      String name, String spec, String reason, int code, String words) {
    var again = new Seen("restarting", reason, 1);
    return ends(name, spec, again, again, new Seen("failed", reason, 0), code, words);
  }

  /// No policy makes a difference to what is no end.
  private static List<Row> stays(
      String name, String spec, String status, String reason, String words) {
    var seen = new Seen(status, reason, 0);
    return ends(name, spec, seen, seen, seen, -1, words);
  }

  private static List<Row> portTaken() {
    var seen = new Seen("pending", "NoFittingNode", 0);
    return IntStream.range(0, POLICIES.size())
        .mapToObj(i -> {
          var port = STRANGERS.get(i).getLocalPort();
          var spec = "ports: ['127.0.0.1:%d:80']".formatted(port);
          return row("taken", POLICIES.get(i), spec, seen, -1, "host port " + port);
        })
        .toList();
  }

  @BeforeAll
  static void deployAll() throws Exception {
    daemon = DaemonProcess.onDocker(folder, DOCKER.socket()).start();
    api = daemon.api();
    try (var all = Executors.newVirtualThreadPerTaskExecutor()) {
      var calls =
          rows().map(row -> (Callable<Api.Reply>) () -> api.deploy(spec(row)).ok()).toList();
      for (var deployed : all.invokeAll(calls)) deployed.get();
    }
  }

  private static String spec(Row row) {
    var spec = Specs.of(PROJECT, row.deployment(), 1, row.spec());
    return row.spec().contains("image:") ? spec.replace("image: helyos/test:1\n", "") : spec;
  }

  @AfterAll
  static void stop() throws IOException {
    daemon.close();
    DOCKER.sweep(PROJECT);
    for (var stranger : STRANGERS) stranger.close();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  void a_pod_says_what_became_of_it(Row row) {
    Wait.untilAsserted(
        row.toString(),
        () -> {
          var pod = pod(row.deployment());
          assertThat(seen(pod)).as("%s", pod).isEqualTo(row.seen());
          assertThat(pod.get("message").asText()).contains(row.words());
        });
    var pod = pod(row.deployment());
    assertThat(pod.get("exit_code").asInt(-1)).isEqualTo(row.code());
    if (row.code() >= 0) assertThatTheEngineAgrees(pod);
  }

  private static void assertThatTheEngineAgrees(JsonNode pod) {
    var state = DOCKER.inspect(pod.get("name").asText()).get("State");
    assertThat(state.get("ExitCode").asInt()).isEqualTo(pod.get("exit_code").asInt());
    assertThat(state.get("OOMKilled").asBoolean())
        .isEqualTo(pod.get("reason").asText().equals("OOMKilled"));
    if (!pod.get("next_attempt_at").isNull()) {
      assertThat(Instant.parse(pod.get("next_attempt_at").asText()))
          .isEqualTo(Instant.parse(state.get("FinishedAt").asText()).plus(BACKOFF));
    }
  }

  @Test
  void a_granted_port_that_a_stranger_holds_is_exchanged_for_another() throws IOException {
    api.deploy(Specs.of(PROJECT, "web", 1, "ports: [80]")).ok();
    var before = awaitWeb();
    var port = before.at("/ports/0/host").asInt();
    api.scale(PROJECT, "web", 0).ok();
    Wait.until("it is gone", () -> DOCKER.containers("helyos.deployment=web").isEmpty());

    try (var stranger = stranger(port)) {
      api.scale(PROJECT, "web", 1).ok();
      var after = awaitWeb();

      assertThat(after.at("/ports/0/host").asInt()).isNotEqualTo(stranger.getLocalPort());
      assertThat(after.get("restart_count").asInt()).as("a taken port is no crash").isZero();
      assertThat(after.get("incarnation").asInt())
          .as("one life in vain")
          .isEqualTo(before.get("incarnation").asInt() + 2);
    }
  }

  private static JsonNode awaitWeb() {
    Wait.until("web runs", () -> pod("web").path("status").asText().equals("running"));
    return pod("web");
  }

  private static ServerSocket stranger(int port) {
    try {
      return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Seen seen(JsonNode pod) {
    return new Seen(
        pod.path("status").asText(),
        pod.path("reason").asText(),
        pod.path("restart_count").asInt(-1));
  }

  private static JsonNode pod(String deployment) {
    return api.get("/api/v1/pods/helyos-%s-%s-0".formatted(PROJECT, deployment)).body();
  }
}
