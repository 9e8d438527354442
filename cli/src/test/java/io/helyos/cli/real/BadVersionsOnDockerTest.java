package io.helyos.cli.real;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Second versions that do not work, on a real engine and all at once: each ends by itself, the
/// first ones answer every request meanwhile, and the person is told why.
@Timeout(600)
class BadVersionsOnDockerTest {
  private static final String PROJECT = "bad" + UUID.randomUUID().toString().substring(0, 8);

  @TempDir static Path folder;
  private static RealDaemon daemon;
  private static RealCli cli;
  private static Visitor visitor;
  private static final Map<String, List<JsonNode>> SERVING = new HashMap<>();
  private static final Map<String, Future<RealCli.Ran>> DEPLOYED = new HashMap<>();

  /// A second version.
  ///
  /// @param update how it goes out, and what happens when it fails
  /// @param more than the first version has
  /// @param says what is told of it
  record Bad(String name, String image, String update, String more, String cause, String says) {
    boolean isTakenBack() {
      return update.contains("rollback");
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Bad> versions() {
    return Stream.of(
        new Bad("imageless", "127.0.0.1:1/app:2", "", "", "image", "127.0.0.1:1"),
        new Bad(
            "crashing",
            "helyos/test:1",
            "failureThreshold: 2, minReady: 8s, onFailure: rollback",
            "command: [/bin/sh, -c, 'echo no database; exit 3']",
            "restarts",
            "exit code 3"),
        new Bad(
            "unready",
            "helyos/test:1",
            "progressDeadline: 6s, onFailure: rollback",
            "readiness: {path: /nothing, interval: 1s}",
            "deadline",
            "readiness check does not pass"),
        new Bad(
            "shortlived",
            "helyos/test:1",
            "minReady: 10s, failureThreshold: 1",
            "command: [/bin/sh, -c, '/bin/httpd -p 80 -h /www; sleep 5; exit 1']",
            "restarts",
            "exit code 1"));
  }

  private static String spec(String name, String image, String update, String more) {
    var command = more.contains("command:") ? "" : "command: [/bin/httpd, -f, -p, '80', -h, /www]";
    return """
    project: %s
    deployment: {name: %s}
    image: %s
    replicas: 2
    ports: [80]
    update: {%s}
    %s
    %s
    """
        .formatted(PROJECT, name, image, update, command, more);
  }

  @BeforeAll
  static void deployAll() throws Exception {
    daemon = RealDaemon.onDocker(folder);
    cli = new RealCli(folder);
    var good = new ArrayList<>(List.of("deploy"));
    for (var bad : versions().toList()) {
      cli.file(bad.name() + "-1.yaml", spec(bad.name(), "helyos/test:1", "", ""));
      cli.file(bad.name() + "-2.yaml", spec(bad.name(), bad.image(), bad.update(), bad.more()));
      good.add(bad.name() + "-1.yaml");
    }
    var ran = cli.run(good.toArray(String[]::new));
    assertThat(ran.code()).as("%s", ran).isZero();
    for (var bad : versions().toList()) SERVING.put(bad.name(), pods(bad.name()));
    visitor = Visitor.of(SERVING.values().stream().flatMap(List::stream).toList());
    try (var all = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var bad : versions().toList()) {
        DEPLOYED.put(bad.name(), all.submit(() -> cli.run("deploy", bad.name() + "-2.yaml")));
      }
    }
  }

  @AfterAll
  static void stop() throws IOException, InterruptedException {
    visitor.close();
    for (var bad : versions().toList()) cli.run("rm", bad.name(), "-p", PROJECT, "-y");
    for (var bad : versions().toList()) {
      cli.run("wait", bad.name(), "-p", PROJECT, "--for", "deleted", "--timeout", "60s");
    }
    daemon.close();
  }

  private static List<JsonNode> pods(String name) throws IOException, InterruptedException {
    var all = cli.run("pods", "-p", PROJECT, "--json").json();
    return StreamSupport.stream(all.spliterator(), false)
        .filter(pod -> pod.at("/deployment_name").asText().equals(name))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("versions")
  void it_ends_by_itself_and_the_person_is_told_why(Bad bad) throws Exception {
    var ran = Objects.requireNonNull(DEPLOYED.get(bad.name())).get();
    assertThat(ran.code()).as("%s", ran).isEqualTo(1);
    assertThat(ran.err())
        .contains(bad.isTakenBack() ? "was rolled back" : "has stopped")
        .contains(bad.says());
    var told = cli.run("rollout", "status", bad.name(), "-p", PROJECT, "--json").json();
    assertThat(told.at("/failure/cause").asText()).isEqualTo(bad.cause());
    assertThat(cli.run("describe", "deployment", bad.name(), "-p", PROJECT).out())
        .contains(bad.isTakenBack() ? "It was rolled back to 1." : "revision 2 has stopped")
        .contains(bad.says());
  }

  @ParameterizedTest
  @MethodSource("versions")
  void the_first_version_answers_all_the_time(Bad bad) throws Exception {
    var before = Objects.requireNonNull(SERVING.get(bad.name()));
    assertThat(before).hasSize(2);
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(serving(pods(bad.name()))).isEqualTo(serving(before)));
    assertThat(visitor.requests()).isGreaterThan(100);
    assertThat(visitor.failures(before)).isEmpty();
  }

  /// The containers of the first version.
  private static List<String> serving(List<JsonNode> pods) {
    return pods.stream()
        .filter(pod -> pod.at("/revision").asInt() == 1 && pod.at("/ready").asBoolean())
        .map(pod -> pod.at("/container_id").asText())
        .toList();
  }
}
