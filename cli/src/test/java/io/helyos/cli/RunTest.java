package io.helyos.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.contract.resource.DeploymentStatus;
import io.helyos.contract.resource.PodStatus;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunTest {
  private static final String POD = "GET /api/v1/pods/helyos-ecommerce-api-0";

  @TempDir Path home;
  private final StubDaemon daemon = new StubDaemon();

  @AfterEach
  void stop() {
    daemon.close();
  }

  private Cli.Ran run(String... more) {
    var line = new String[more.length + 6];
    System.arraycopy(
        new String[] {"run", "api", "--image", "busybox", "-p", "ecommerce"}, 0, line, 0, 6);
    System.arraycopy(more, 0, line, 6, more.length);
    return Cli.with(home, daemon).run(line);
  }

  private void accept() {
    daemon.answers(
        "POST /api/v1/deploy",
        201,
        Samples.written(Samples.deployment(1, DeploymentStatus.PENDING)));
  }

  private void pod(PodStatus status, String reason, String message, String... lines) {
    daemon.answers(POD, 200, Samples.pod(0, status, reason, message, List.of(lines)));
  }

  @Test
  void it_sends_a_deployment_of_one_that_is_never_restarted_and_must_be_new() {
    accept();
    pod(PodStatus.RUNNING, "", "");
    var ran =
        run(
            "-e",
            "A=1",
            "--env",
            "B=x=y",
            "--port",
            "80",
            "--port",
            "8080:81",
            "--memory",
            "64m",
            "--cpu",
            "0.5",
            "--",
            "sh",
            "-c",
            "env");
    assertThat(ran.code()).isZero();
    var sent = daemon.last("POST /api/v1/deploy").orElseThrow();
    assertThat(sent.header("If-none-match")).isEqualTo("*");
    assertThat(sent.header("Idempotency-key")).hasSize(36);
    assertThat(sent.header("Content-type")).isEqualTo("application/json");
    assertThat(sent.body())
        .isEqualTo(
            """
            {"project":"ecommerce","deployment":{"name":"api"},"image":"busybox","replicas":1,\
            "restart":"never","labels":{"run":"api"},"args":["sh","-c","env"],\
            "env":{"A":"1","B":"x=y"},"ports":[80,"8080:81"],\
            "resources":{"memory":"64m","cpu":0.5}}\
            """);
  }

  @Test
  void with_command_the_words_replace_the_entrypoint() {
    assertThat(run("--dry-run", "--command", "--", "sleep", "9").out())
        .isEqualTo(
            """
            project: ecommerce
            deployment:
              name: api
            image: busybox
            replicas: 1
            restart: never
            labels:
              run: api
            command:
            - sleep
            - '9'
            """);
    assertThat(daemon.asked).isEmpty();
  }

  @Test
  void it_waits_until_the_pod_runs() {
    accept();
    pod(PodStatus.PENDING, "", "");
    pod(PodStatus.CREATING, "", "");
    pod(PodStatus.RUNNING, "", "");
    var ran = run();
    assertThat(ran.code()).isZero();
    assertThat(ran.out())
        .matches("api is running: helyos-ecommerce-api-0 in \\d+\\.\\d s \\(change 7f3a\\)\n");
    assertThat(ran.err())
        .isEqualTo("next: helyos logs api -p ecommerce    helyos rm api -p ecommerce\n");
  }

  @Test
  void what_has_done_its_work_is_0_and_shows_what_it_wrote() {
    accept();
    daemon.says(
        POD,
        200,
        "application/json",
        ended("Completed", 0).replace("\"last_lines\":[]", "\"last_lines\":[\"hello\"]"));
    var ran = run();
    assertThat(ran.code()).isZero();
    assertThat(ran.out())
        .matches("api has ended with exit code 0 in .* \\(change 7f3a\\)\nhello\n");
  }

  @Test
  void what_has_failed_is_1_with_its_exit_code_and_last_words() {
    accept();
    pod(PodStatus.FAILED, "Error", "The container ended.", "no such host", "\u001b[2Jbye");
    var ran = run();
    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.out()).isEqualTo("no such host\nbye\n");
    assertThat(ran.err())
        .isEqualTo(
            """
            api has failed: Error (exit code 137) The container ended. (change 7f3a)
            next: helyos describe pod helyos-ecommerce-api-0    helyos rm api -p ecommerce
            """);
  }

  @Test
  void a_command_that_cannot_be_started_is_1_at_once() {
    accept();
    daemon.says(
        POD,
        200,
        "application/json",
        ended("Error", 137)
            .replace("\"exit_code\":137", "\"exit_code\":null")
            .replace("\"status\":\"failed\"", "\"status\":\"restarting\"")
            .replace("\"message\":\"\"", "\"message\":\"exec: srv: not found\""));
    var ran = run();
    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err()).startsWith("api has failed: Error exec: srv: not found (change 7f3a)\n");
  }

  @Test
  void what_does_not_come_up_in_time_is_1_and_says_why() {
    accept();
    pod(PodStatus.CREATING, "ErrImagePull", "There is no busybox.");
    var ran = run("--timeout", "1");
    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.err())
        .startsWith("api is not running yet: ErrImagePull There is no busybox. (change 7f3a)\n");
  }

  @Test
  void detached_it_does_not_wait() {
    accept();
    var ran = run("--detach");
    assertThat(ran.code()).isZero();
    assertThat(ran.out()).isEqualTo("api was started (change 7f3a)\n");
    assertThat(daemon.asked).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"Running,''", "Failed,that has ended", "Stopped,that has ended"})
  void a_name_that_is_taken_is_a_conflict_whatever_has_become_of_it(String status, String words) {
    daemon.refuses("POST /api/v1/deploy", 412, "precondition-failed", "Expected none.");
    pod(PodStatus.of(status.toLowerCase(java.util.Locale.ROOT)), "", "");
    var ran = run();
    assertThat(ran.code()).isEqualTo(4);
    assertThat(ran.err())
        .isEqualTo(
            """
            error: Expected no deployment ecommerce/api yet, found one%s. Nothing was changed.
              remove it first:  helyos rm api -p ecommerce
              or take another name
            """
                .formatted(words.isEmpty() ? "" : " " + words));
  }

  @Test
  void names_that_join_to_those_of_another_are_a_conflict_that_names_it() {
    daemon.refuses("POST /api/v1/deploy", 409, "conflict", "The pods would be those of a-b/c.");
    var ran = run();
    assertThat(ran.code()).isEqualTo(4);
    assertThat(ran.err()).contains("a-b/c");
  }

  @Test
  void json_tells_the_same_and_leaves_the_code() {
    accept();
    pod(PodStatus.FAILED, "Error", "The container ended.", "bye");
    var ran = run("--json");
    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.err()).isEmpty();
    assertThat(ran.out())
        .contains(
            "\"status\" : \"failed\"",
            "\"exit_code\" : 137",
            "\"pod\" : \"helyos-ecommerce-api-0\"",
            "\"change\" : \"7f3a\"",
            "\"last_lines\" : [ \"bye\" ]")
        .doesNotContain("succeeded");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "run Api! --image a | deployment.name: expected a name",
        "run api --image a:b:c | image: expected an image",
        "run api --image a --port 99999 | ports[0]: expected a whole number",
        "run api --image a --port x | ports[0]: expected a whole number",
        "run api --image a --memory 1 | resources.memory",
        "run api --image a --cpu many | expected a number of cores",
        "run api --image a -e A | KEY=VALUE",
        "run api --image a -e 1A=2 | env",
        "run --image a | NAME",
        "run api | --image"
      })
  void wrong_words_are_2_and_nothing_is_sent(String line, String sentence) {
    var ran = Cli.with(home, daemon).run(line.split(" "));
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).contains(sentence);
    assertThat(daemon.asked).isEmpty();
  }

  private static String ended(String reason, int code) {
    return io.helyos.cli.output.Documents.compact(
            Samples.pod(0, PodStatus.FAILED, reason, "", List.of()))
        .replace("\"exit_code\":null", "\"exit_code\":" + code);
  }
}
