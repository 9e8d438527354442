package io.helyos.cli.real;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Each kind of change taken back on the machine's own engine, by what a person would type. What
/// came of it the engine is asked.
@Timeout(900)
class UndoOnDockerTest {
  private static final String PROJECT = "undoing";
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @TempDir static Path folder;
  private static RealDaemon daemon;
  private static RealCli cli;

  @BeforeAll
  static void start() throws Exception {
    daemon = RealDaemon.onDocker(folder);
    cli = new RealCli(folder);
    // It listens before it has read its journal and listed its engine.
    await().atMost(PATIENCE).until(() -> cli.run("nodes", "-o", "name").out().contains("node/"));
  }

  @AfterAll
  static void stop() throws Exception {
    cli.run("project", "resume", PROJECT);
    for (var name : List.of("api", "held", "gone", "first", "quiet", "web", "job")) {
      cli.run("rm", name, "-p", PROJECT, "-y");
    }
    await().atMost(PATIENCE).until(() -> containers("").isEmpty());
    daemon.close();
  }

  private static String docker(String... line) throws IOException, InterruptedException {
    var words = Stream.concat(Stream.of("docker"), Stream.of(line)).toList();
    var process = new ProcessBuilder(words).redirectErrorStream(true).start();
    var out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return process.waitFor() == 0 ? out : "";
  }

  /// Ids of the containers that run, as the engine tells them.
  private static List<String> containers(String deployment) throws Exception {
    var filter = "name=^helyos-%s-%s".formatted(PROJECT, deployment);
    return docker("ps", "--filter", filter, "--format", "{{.ID}}").lines().sorted().toList();
  }

  private static void run(String deployment, int count) {
    await().atMost(PATIENCE).until(() -> containers(deployment).size() == count);
  }

  /// All containers of a deployment have this in their environment.
  private static void have(String deployment, String setting) {
    await()
        .atMost(PATIENCE)
        .until(() -> {
          var all = containers(deployment);
          for (var id : all) {
            var env = docker("inspect", "--format", "{{json .Config.Env}}", id);
            if (!env.contains('"' + setting + '"')) return false;
          }
          return !all.isEmpty();
        });
  }

  private static String deploy(String name, String colour, int replicas) throws Exception {
    cli.file(
        name + ".yaml",
        """
        project: %s
        deployment: {name: %s}
        image: helyos/test:1
        command: [/bin/httpd, -f, -p, '80', -h, /www]
        env: {COLOUR: %s}
        replicas: %d
        stop: {grace: 1s}
        """
            .formatted(PROJECT, name, colour, replicas));
    return change("deploy", name + ".yaml");
  }

  /// The change that a command has made.
  private static String change(String... line) throws Exception {
    var ran = cli.run(Stream.concat(Stream.of(line), Stream.of("--json")).toArray(String[]::new));
    assertThat(ran.code()).as("%s", ran).isZero();
    var id = ran.json().at("/change").asText();
    assertThat(id).as("%s", ran).hasSize(26);
    return id;
  }

  private static String undo(String change) throws Exception {
    return change("undo", change, "-y");
  }

  private static String refused(String change) throws Exception {
    var ran = cli.run("undo", change, "-y");
    assertThat(ran.code()).as("%s", ran).isEqualTo(4);
    return ran.err();
  }

  private static Stream<JsonNode> list(String... line) throws Exception {
    return StreamSupport.stream(cli.run(line).json().spliterator(), false);
  }

  /// Whether a person would see this text in what a command prints.
  private static void shows(String text, String... line) {
    await().atMost(PATIENCE).until(() -> cli.run(line).out().contains(text));
  }

  private static void isNoMore(String name) {
    await()
        .atMost(PATIENCE)
        .until(() -> cli.run("describe", "deployment", name, "-p", PROJECT).code() == 3);
  }

  @Test
  void a_scale_a_deploy_and_a_stop_are_taken_back_and_so_is_an_undo() throws Exception {
    deploy("api", "blue", 2);
    run("api", 2);

    var undone = undo(change("scale", "api", "3", "-p", PROJECT));
    run("api", 2);
    var redone = undo(undone);
    run("api", 3);
    undo(redone);
    run("api", 2);

    var green = deploy("api", "green", 2);
    have("api", "COLOUR=green");
    undo(green);
    have("api", "COLOUR=blue");

    var stopped = change("stop", "api", "-p", PROJECT);
    run("api", 0);
    undo(stopped);
    run("api", 2);
    assertThat(cli.run("why", PROJECT + "/api").out()).contains("taken back", "commanded by");
    assertThat(list("blame", PROJECT + "/api", "--json").map(it -> it.at("/field").asText()))
        .contains("env.COLOUR", "replicas", "stopped");
  }

  @Test
  void a_restart_a_pause_a_resume_and_a_rollback_are_taken_back() throws Exception {
    deploy("held", "blue", 1);
    run("held", 1);
    var first = containers("held");
    var restarted = change("restart", "held", "-p", PROJECT);
    await().atMost(PATIENCE).until(() -> !containers("held").equals(first));
    assertThat(cli.run("rollout", "status", "held", "-p", PROJECT).code()).isZero();
    undo(restarted);
    assertThat(cli.run("rollout", "status", "held", "-p", PROJECT).code()).isZero();

    undo(change("rollout", "pause", "held", "-p", PROJECT));
    change("rollout", "pause", "held", "-p", PROJECT);
    undo(change("rollout", "resume", "held", "-p", PROJECT));
    change("rollout", "resume", "held", "-p", PROJECT);

    deploy("held", "green", 1);
    have("held", "COLOUR=green");
    var back = change("rollback", "held", "-p", PROJECT);
    have("held", "COLOUR=blue");
    undo(back);
    have("held", "COLOUR=green");
  }

  @Test
  void what_was_removed_comes_back_unless_somebody_was_faster() throws Exception {
    deploy("gone", "blue", 1);
    var removed = change("rm", "gone", "-p", PROJECT, "-y");
    run("gone", 0);
    isNoMore("gone");
    undo(removed);
    have("gone", "COLOUR=blue");

    var again = change("rm", "gone", "-p", PROJECT, "-y");
    isNoMore("gone");
    deploy("gone", "red", 1);
    assertThat(refused(again)).contains("removed or made anew");
    have("gone", "COLOUR=red");
  }

  @Test
  void what_was_deployed_for_the_first_time_goes() throws Exception {
    var made = deploy("first", "blue", 1);
    run("first", 1);
    undo(made);
    run("first", 0);
    isNoMore("first");
    assertThat(refused(made)).contains("nothing to take back");
  }

  @Test
  void what_was_changed_again_is_refused_and_named() throws Exception {
    deploy("quiet", "blue", 0);
    var first = change("scale", "quiet", "1", "-p", PROJECT);
    var second = change("scale", "quiet", "2", "-p", PROJECT);
    assertThat(refused(first)).contains("replicas", second);
    run("quiet", 2);
    undo(second);
    undo(first);
    run("quiet", 0);
  }

  @Test
  void projects_and_nodes_are_taken_back_too() throws Exception {
    undo(change("project", "create", "undoing-empty"));
    assertThat(cli.run("describe", "project", "undoing-empty").code()).isEqualTo(3);
    change("project", "create", "undoing-empty");
    undo(change("project", "suspend", "undoing-empty"));
    change("project", "suspend", "undoing-empty");
    undo(change("project", "resume", "undoing-empty"));
    undo(change("project", "delete", "undoing-empty", "-y"));
    assertThat(cli.run("describe", "project", "undoing-empty", "--json").out())
        .contains("suspended");

    var node = list("nodes", "--json").findFirst().orElseThrow().at("/name").asText();
    undo(change("node", "cordon", node));
    change("node", "cordon", node);
    undo(change("node", "uncordon", node));
    shows("takes no new pods", "describe", "node", node);
    change("node", "uncordon", node);
  }

  @Test
  void a_project_is_restored_and_the_restore_taken_back() throws Exception {
    deploy("web", "blue", 1);
    run("web", 1);
    var then = Instant.now();
    deploy("web", "green", 2);
    deploy("job", "red", 1);
    have("web", "COLOUR=green");
    assertThat(cli.run("diff", "--from", then.toString(), "-p", PROJECT).out())
        .contains("+ deployment/undoing/job", "~ env.COLOUR: blue -> green");

    var only = cli.run("restore", "project", PROJECT, "--at", then.toString(), "--dry-run");
    assertThat(only.out()).contains("remove deployment/undoing/job");
    have("web", "COLOUR=green");
    var restored = change("restore", "project", PROJECT, "--at", then.toString(), "-y");
    have("web", "COLOUR=blue");
    run("web", 1);
    run("job", 0);
    isNoMore("job");
    undo(restored);
    have("web", "COLOUR=green");
    have("job", "COLOUR=red");
  }
}
