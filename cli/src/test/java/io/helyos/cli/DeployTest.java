package io.helyos.cli;

import static io.helyos.cli.Samples.deployment;
import static io.helyos.cli.Samples.pod;
import static io.helyos.cli.Samples.written;
import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.cli.shell.Terminal;
import io.helyos.contract.problem.Fault;
import io.helyos.contract.problem.Problem;
import io.helyos.contract.resource.DeploymentStatus;
import io.helyos.contract.resource.PodStatus;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeployTest {
  private static final String SPEC =
      """
      project: ecommerce
      deployment:
        name: api
      replicas: 2
      image: ghcr.io/company/api:latest
      """;

  @TempDir Path home;
  private final StubDaemon daemon = new StubDaemon();

  @BeforeEach
  void accept() {
    daemon
        .answers("POST /api/v1/deploy", 201, written(deployment(2, DeploymentStatus.PENDING)))
        .answers("GET /api/v1/deployments", 200, List.of(deployment(2, DeploymentStatus.PENDING)));
  }

  @AfterEach
  void stop() {
    daemon.close();
  }

  private Cli cli() {
    return Cli.with(home, daemon).file("app.yaml", SPEC);
  }

  private void pods(List<?>... looks) {
    for (var look : looks) daemon.answers("GET /api/v1/pods", 200, look);
  }

  @Test
  void it_waits_until_all_pods_run_and_says_what_is_next() {
    pods(
        List.of(),
        List.of(pod(0, PodStatus.CREATING), pod(1, PodStatus.PENDING)),
        List.of(pod(0, PodStatus.RUNNING), pod(1, PodStatus.CREATING)),
        List.of(pod(0, PodStatus.RUNNING), pod(1, PodStatus.RUNNING)));
    var ran = cli().run("deploy", "app.yaml");
    assertThat(ran.code()).isZero();
    assertThat(ran.out()).matches("api is running: 2/2 pods in \\d+\\.\\d s \\(change 7f3a\\)\n");
    assertThat(ran.err().lines().map(it -> it.replaceAll("^\\[ *\\d+\\.\\ds] ", "")))
        .containsExactly(
            "helyos-ecommerce-api-0  Creating",
            "helyos-ecommerce-api-1  Pending",
            "helyos-ecommerce-api-0  Running",
            "helyos-ecommerce-api-1  Creating",
            "helyos-ecommerce-api-1  Running",
            "next: helyos logs api -p ecommerce");
    var sent = daemon.last("POST /api/v1/deploy").orElseThrow();
    assertThat(sent.body()).isEqualTo(SPEC);
    assertThat(sent.header("Content-type")).isEqualTo("application/yaml");
    assertThat(sent.header("Idempotency-key")).hasSize(36);
  }

  @Test
  void it_asks_only_when_something_has_happened() {
    pods(List.of(pod(0, PodStatus.PENDING)));
    var ran = cli().run("deploy", "app.yaml", "--timeout", "1");
    assertThat(ran.code()).isEqualTo(1);
    // One look at the beginning and one at the end, whatever time passes between them.
    assertThat(daemon.asked.stream().filter(it -> it.path().equals("/api/v1/pods"))).hasSize(2);
  }

  @Test
  void pods_that_fail_end_it_with_reason_and_last_words() {
    pods(
        List.of(pod(0, PodStatus.RUNNING), pod(1, PodStatus.RESTARTING)),
        List.of(
            pod(0, PodStatus.RUNNING),
            pod(
                1,
                PodStatus.CRASH_LOOP_BACKOFF,
                "Error",
                "Out of memory.",
                List.of("java.lang.OutOfMemoryError", "\u001b[2Jbye"))));
    var ran = cli().run("deploy", "app.yaml");
    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err())
        .endsWith(
            """
            api failed: 1 of 2 pods running (change 7f3a)
              helyos-ecommerce-api-1  CrashLoopBackoff  Error  exit 137  Out of memory.
              last lines of helyos-ecommerce-api-1:
                java.lang.OutOfMemoryError
                bye
            next: helyos describe deployment api -p ecommerce    helyos logs api -p ecommerce
            """);
  }

  @Test
  void running_out_of_time_is_1_and_says_where_it_stands() {
    pods(
        List.of(pod(0, PodStatus.RUNNING), pod(1, PodStatus.CREATING, "ImagePull", "", List.of())));
    var ran = cli().run("deploy", "app.yaml", "--timeout", "1s");
    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.err())
        .contains("api is not running after 1 s: 1 of 2 pods running", "ImagePull");
  }

  @Test
  void json_tells_the_truth_and_leaves_the_code() {
    pods(List.of(pod(0, PodStatus.RUNNING), pod(1, PodStatus.FAILED, "Error", "", List.of("bye"))));
    var ran = cli().run("deploy", "app.yaml", "--json");
    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.out())
        .startsWith("{")
        .contains(
            "\"status\" : \"failed\"",
            "\"change\" : \"7f3a\"",
            "\"replicas\" : 2",
            "\"ready\" : 1",
            "\"last_lines\" : [ \"bye\" ]");
    assertThat(ran.err()).isEmpty();
  }

  @Test
  void an_old_revision_that_still_runs_is_not_success() {
    try (var other = new StubDaemon()) {
      var newer = json(written(deployment(2, DeploymentStatus.RUNNING)));
      other
          .answers(
              "POST /api/v1/deploy", 200, newer.replaceFirst("\"revision\":1", "\"revision\":2"))
          .answers("GET /api/v1/deployments", 200, List.of(deployment(2, DeploymentStatus.RUNNING)))
          .answers(
              "GET /api/v1/pods",
              200,
              List.of(pod(0, PodStatus.RUNNING), pod(1, PodStatus.RUNNING)));
      var ran =
          Cli.with(home, other).file("app.yaml", SPEC).run("deploy", "app.yaml", "--timeout", "1");
      assertThat(ran.code()).isEqualTo(1);
      assertThat(ran.err()).contains("0 of 2 pods running");
    }
  }

  private static String json(Object of) {
    return io.helyos.cli.output.Documents.compact(of);
  }

  @Test
  void pods_that_were_to_end_and_did_are_done() {
    pods(
        List.of(
            pod(0, PodStatus.FAILED, "Completed", "", List.of()),
            pod(1, PodStatus.STOPPED, "Completed", "", List.of())));
    var ran = cli().run("deploy", "app.yaml");
    assertThat(ran.code()).isZero();
    assertThat(ran.out()).startsWith("api has completed: 2/2 pods");
  }

  @Test
  void detached_it_does_not_wait() {
    var ran = cli().run("deploy", "-d", "app.yaml");
    assertThat(ran.code()).isZero();
    assertThat(ran.out()).isEqualTo("Deployed ecommerce/api (change 7f3a).\n");
    assertThat(daemon.last("GET /api/v1/pods")).isEmpty();
  }

  @Test
  void the_input_is_a_file_too() {
    pods(List.of(pod(0, PodStatus.RUNNING), pod(1, PodStatus.RUNNING)));
    var json =
        """
        {"project": "ecommerce", "deployment": {"name": "api"}, "replicas": 2, "image": "a:1"}\
        """;
    var ran = Cli.with(home, daemon).typing(json).run("deploy", "-");
    assertThat(ran.code()).isZero();
    assertThat(daemon.last("POST /api/v1/deploy").orElseThrow().header("Content-type"))
        .isEqualTo("application/json");
  }

  @Test
  void one_bad_file_of_several_stops_all_of_them() {
    var ran = cli().file("bad.yaml", "project: ecommerce\n").run("deploy", "app.yaml", "bad.yaml");
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).startsWith("error: bad.yaml does not describe a valid deployment");
    assertThat(daemon.asked).isEmpty();
  }

  @Test
  void the_same_deployment_twice_is_refused() {
    var ran = cli().file("b.yaml", SPEC).run("deploy", "app.yaml", "b.yaml");
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).contains("found ecommerce/api in app.yaml and in b.yaml");
    assertThat(daemon.asked).isEmpty();
  }

  @Test
  void of_several_files_each_has_an_entry_also_the_one_that_is_refused() {
    try (var other = new StubDaemon()) {
      other.refuses("POST /api/v1/deploy", 409, "name-taken", "a-b/c has these names already.");
      var ran =
          Cli.with(home, other)
              .file("app.yaml", SPEC)
              .file("web.yaml", SPEC.replace("name: api", "name: web"))
              .run("deploy", "app.yaml", "web.yaml", "--json");
      assertThat(ran.code()).isEqualTo(4);
      assertThat(ran.out())
          .startsWith("[ {")
          .containsSubsequence(
              "\"file\" : \"app.yaml\"",
              "\"status\" : \"refused\"",
              "\"code\" : \"name-taken\"",
              "\"file\" : \"web.yaml\"",
              "\"status\" : \"unsent\"");
    }
  }

  @Test
  void of_several_files_each_has_an_entry_also_the_one_with_mistakes() {
    var ran =
        cli()
            .file("bad.yaml", SPEC.replace("replicas", "replica"))
            .run("deploy", "app.yaml", "bad.yaml", "-o", "json");
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.out())
        .startsWith("[ {")
        .containsSubsequence(
            "\"file\" : \"app.yaml\"",
            "\"status\" : \"unsent\"",
            "\"file\" : \"bad.yaml\"",
            "\"status\" : \"refused\"",
            "\"line\" : 4");
    assertThat(daemon.asked).isEmpty();
  }

  @Test
  void yaml_and_names_are_for_programs_too() {
    pods(List.of(pod(0, PodStatus.RUNNING), pod(1, PodStatus.RUNNING)));
    var yaml = cli().run("deploy", "app.yaml", "-o", "yaml");
    assertThat(yaml.code()).isZero();
    assertThat(yaml.out()).startsWith("file: app.yaml\n").contains("status: running\n");
    assertThat(yaml.err()).isEmpty();
    assertThat(cli().run("deploy", "app.yaml", "-o", "name").out())
        .isEqualTo("deployment/ecommerce/api\n");
  }

  @Test
  void several_files_are_sent_in_order_and_answered_as_a_list() {
    pods(List.of(pod(0, PodStatus.RUNNING), pod(1, PodStatus.RUNNING)));
    var ran =
        cli()
            .file("web.yaml", SPEC.replace("name: api", "name: web"))
            .run("deploy", "--json", "--timeout", "1", "app.yaml", "web.yaml");
    // The made-up daemon knows no web.
    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.out())
        .startsWith("[ {")
        .contains("\"status\" : \"running\"", "\"status\" : \"failed\"");
  }

  @Test
  void faults_that_only_the_daemon_sees_are_shown_in_the_file() {
    try (var other = new StubDaemon()) {
      var fault = new Fault(4, 11, "replicas", "too-many", "The project allows one.", null);
      other.answers(
          "POST /api/v1/deploy",
          422,
          Problem.of(422, "invalid-spec", "Invalid", "One fault.", List.of(fault)));
      var ran = Cli.with(home, other).file("app.yaml", SPEC).run("deploy", "app.yaml");
      assertThat(ran.code()).isEqualTo(2);
      assertThat(ran.err())
          .isEqualTo(
              """
              error: app.yaml does not describe a valid deployment (1 problem)
              app.yaml:4:11: replicas: The project allows one.
                4 | replicas: 2
                  |           ^
              """);
    }
  }

  @Test
  void a_refused_name_is_a_conflict() {
    try (var other = new StubDaemon()) {
      other.refuses("POST /api/v1/deploy", 409, "name-taken", "a-b/c has these names already.");
      var ran = Cli.with(home, other).file("app.yaml", SPEC).run("deploy", "app.yaml", "--json");
      assertThat(ran.code()).isEqualTo(4);
      assertThat(ran.out()).contains("\"code\" : \"name-taken\"");
      assertThat(ran.err()).contains("a-b/c has these names already.");
    }
  }

  @Test
  void on_a_terminal_lines_are_rewritten() {
    pods(
        List.of(pod(0, PodStatus.CREATING), pod(1, PodStatus.PENDING)),
        List.of(pod(0, PodStatus.RUNNING), pod(1, PodStatus.RUNNING)));
    var terminal = new Terminal(false, true, true, 80, 24, true, true);
    var ran = cli().on(terminal).run("deploy", "app.yaml");
    assertThat(ran.code()).isZero();
    assertThat(ran.err()).contains("\u001b[3A\r\u001b[J", "\u001b[32m\u2713\u001b[0m");
    assertThat(ran.out()).startsWith("\u2713 api is running");
  }
}
