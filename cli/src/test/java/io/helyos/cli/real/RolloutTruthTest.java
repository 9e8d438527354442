package io.helyos.cli.real;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A second version that does not work: the rollout ends by itself, the first one serves on, and
/// the person is told why.
@Timeout(900)
class RolloutTruthTest {
  @TempDir static Path folder;
  private static RealDaemon daemon;
  private static RealCli cli;

  @BeforeAll
  static void start() throws IOException {
    daemon = RealDaemon.start(folder, 3);
    cli = new RealCli(folder);
  }

  @AfterAll
  static void stop() {
    daemon.close();
  }

  /// A second version, and how it is known.
  record Bad(String name, String image, String env, String update, String more, String cause) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Bad> versions() {
    return Stream.of(
        new Bad("image", "shop/app:missing", "{}", "", "", "image"),
        new Bad(
            "crash",
            "helyos/test:2",
            "{SIM_EXIT_AFTER: 100ms, SIM_EXIT_CODE: 3, SIM_PRINT_LAST: no database}",
            "failureThreshold: 2",
            "",
            "restarts"),
        new Bad(
            "unready",
            "helyos/test:2",
            "{SIM_EXEC_CODE: 1}",
            "progressDeadline: 8s",
            "readiness: {exec: [check], interval: 1s, timeout: 1s}\n",
            "deadline"),
        new Bad(
            "shortlived",
            "helyos/test:2",
            "{SIM_EXIT_AFTER: 5s, SIM_EXIT_CODE: 1}",
            "minReady: 10s, failureThreshold: 2",
            "",
            "restarts"));
  }

  private static String spec(String name, String image, String env, String update, String more) {
    return """
    project: rollouts
    deployment: {name: %s}
    image: %s
    replicas: 2
    env: %s
    update: {%s}
    %s
    """
        .formatted(name, image, env, update, more);
  }

  private static String good(String name) throws Exception {
    cli.file(name + "-1.yaml", spec(name, "helyos/test:1", "{}", "", ""));
    var ran = cli.run("deploy", name + "-1.yaml");
    assertThat(ran.code()).as("%s", ran).isZero();
    return name;
  }

  private static List<JsonNode> pods(String name) throws Exception {
    return StreamSupport.stream(
            cli.run("pods", "-p", "rollouts", "--json").json().spliterator(), false)
        .filter(pod -> pod.at("/deployment_name").asText().equals(name))
        .toList();
  }

  /// Both pods of the first version, the same containers as before.
  private static List<String> serving(String name) throws Exception {
    return pods(name).stream()
        .filter(pod -> pod.at("/revision").asInt() == 1 && pod.at("/ready").asBoolean())
        .map(pod -> pod.at("/container_id").asText())
        .toList();
  }

  @ParameterizedTest
  @MethodSource("versions")
  void it_stops_by_itself_and_the_first_version_serves_on(Bad bad) throws Exception {
    var name = good("stop-" + bad.name());
    var before = serving(name);
    cli.file(name + "-2.yaml", spec(name, bad.image(), bad.env(), bad.update(), bad.more()));

    var ran = cli.run("deploy", name + "-2.yaml", "--timeout", "90");

    assertThat(ran.code()).as("%s", ran).isEqualTo(1);
    assertThat(ran.err()).contains("the rollout of " + name + " has stopped");
    assertThat(serving(name)).hasSize(2).isEqualTo(before);
    var described = cli.run("describe", "deployment", name, "-p", "rollouts").out();
    assertThat(described).contains("revision 2 has stopped", "helyos rollback " + name);
    var told = cli.run("rollout", "status", name, "-p", "rollouts", "--json");
    assertThat(told.code()).isEqualTo(1);
    assertThat(told.json().at("/state").asText()).isEqualTo("stopped");
    assertThat(told.json().at("/failure/cause").asText()).isEqualTo(bad.cause());
    assertThat(told.json().at("/failure/pod").asText()).isEqualTo("helyos-rollouts-" + name + "-2");
  }

  @ParameterizedTest
  @MethodSource("versions")
  void it_is_rolled_back_by_itself_and_the_first_version_serves_on(Bad bad) throws Exception {
    var name = good("back-" + bad.name());
    var before = serving(name);
    var update = bad.update().isEmpty() ? "" : ", " + bad.update();
    cli.file(
        name + "-2.yaml",
        spec(name, bad.image(), bad.env(), "onFailure: rollback" + update, bad.more()));

    var ran = cli.run("deploy", name + "-2.yaml", "--timeout", "90", "--json");

    assertThat(ran.code()).as("%s", ran).isEqualTo(1);
    assertThat(ran.json().at("/status").asText()).isEqualTo("rolled-back");
    await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(pods(name)).hasSize(2));
    assertThat(serving(name)).isEqualTo(before);
    assertThat(cli.run("describe", "deployment", name, "-p", "rollouts").out())
        .contains("Revision 2 failed", "It was rolled back to 1.");
  }

  @Test
  void the_last_lines_of_what_failed_are_shown() throws Exception {
    var name = good("lines");
    var env = "{SIM_EXIT_AFTER: 100ms, SIM_EXIT_CODE: 3, SIM_PRINT_LAST: no database}";
    cli.file("lines-2.yaml", spec(name, "helyos/test:2", env, "failureThreshold: 2", ""));
    var ran = cli.run("deploy", "lines-2.yaml");
    assertThat(ran.err()).contains("last lines of helyos-rollouts-lines-2:", "    no database");
    assertThat(cli.run("describe", "deployment", name, "-p", "rollouts").out())
        .contains("Last lines of helyos-rollouts-lines-2, revision 2:", "  no database");
  }

  @Test
  void a_good_version_goes_out_and_can_be_taken_back_and_restarted() throws Exception {
    var name = good("whole");
    cli.file("whole-2.yaml", spec(name, "helyos/test:2", "{COLOUR: blue}", "", ""));
    var plan = cli.run("deploy", "whole-2.yaml", "--dry-run").out();
    assertThat(plan)
        .contains("~ image: helyos/test:1 -> helyos/test:2", "+ env.COLOUR: blue")
        .contains("1. add helyos-rollouts-whole-2 on ", "2. replace helyos-rollouts-whole-0 on ")
        .contains("4. remove helyos-rollouts-whole-2");
    assertThat(cli.run("diff", "--file", "whole-2.yaml", "--exit-code").code()).isEqualTo(1);
    assertThat(cli.run("deploy", "whole-2.yaml").code()).isZero();
    assertThat(cli.run("diff", "--file", "whole-2.yaml", "--exit-code").code()).isZero();
    assertThat(cli.run("diff", "rollouts/whole").out())
        .isEqualTo("+ env.COLOUR: blue\n~ image: helyos/test:1 -> helyos/test:2\n");

    assertThat(cli.run("rollback", "rollouts/whole").out()).contains("back to revision 1");
    assertThat(cli.run("rollout", "status", "rollouts/whole").out()).contains("1 is completed");
    assertThat(cli.run("restart", "rollouts/whole").code()).isZero();
    assertThat(cli.run("rollout", "status", "rollouts/whole").out()).contains("3 is completed");
    var history = cli.run("rollout", "history", "rollouts/whole").out();
    assertThat(history.lines().map(line -> line.substring(0, 1)))
        .containsExactly("R", "1", "2", "3");
    assertThat(pods(name)).allMatch(pod -> pod.at("/image").asText().equals("helyos/test:1"));
  }

  @Test
  void a_paused_rollout_waits_until_it_is_resumed() throws Exception {
    var name = good("held");
    assertThat(cli.run("rollout", "pause", "rollouts/held").code()).isZero();
    cli.file("held-2.yaml", spec(name, "helyos/test:2", "{}", "", ""));
    var ran = cli.run("deploy", "held-2.yaml");
    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.err()).contains("the rollout of held is paused");
    assertThat(cli.run("restart", "rollouts/held").code()).isEqualTo(4);
    assertThat(cli.run("rollout", "resume", "rollouts/held").code()).isZero();
    assertThat(cli.run("rollout", "status", "rollouts/held").code()).isZero();
    assertThat(pods(name)).allMatch(pod -> pod.at("/revision").asInt() == 2);
  }
}
