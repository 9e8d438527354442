package io.helyos.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.contract.resource.DeploymentStatus;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExitCodesTest {
  @TempDir Path home;
  private final StubDaemon daemon = new StubDaemon();

  @AfterEach
  void stop() {
    daemon.close();
  }

  @ParameterizedTest
  @CsvSource({
    "400, 2", "401, 5", "403, 5", "404, 3", "409, 4", "412, 4", "413, 2", "415, 2", "422, 2",
    "429, 5", "500, 1", "503, 5"
  })
  void each_refusal_has_its_code(int status, int code) {
    daemon.refuses("GET /api/v1/pods", status, "some-code", "It is so because.");
    var ran = Cli.with(home, daemon).run("pods");
    assertThat(ran.code()).isEqualTo(code);
    assertThat(ran.err()).startsWith("error: It is so because.");
    assertThat(ran.out()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "describe shoe x | Expected a command, found \"shoe\".",
        "pods nope | Expected no further word, found \"nope\".",
        "pods -o loud | expected one of table, wide, json, yaml, name, found \"loud\"",
        "create deployment x --image y --port 8x | expected a whole number from 1 to 65535"
      })
  void a_wrong_word_is_2_and_is_told_with_what_was_expected(String line, String sentence) {
    var ran = new Cli(home).run(line.split(" "));
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).contains(sentence);
  }

  @Test
  void json_adds_the_problem_and_leaves_the_code() {
    daemon.refuses("GET /api/v1/pods", 409, "suspended", "It is so because.");
    var ran = Cli.with(home, daemon).run("pods", "--json");
    assertThat(ran.code()).isEqualTo(4);
    assertThat(ran.out()).contains("\"status\" : 409", "\"code\" : \"suspended\"");
  }

  @Test
  void nobody_there_is_5_and_names_the_address() {
    var ran = new Cli(home).env("HELYOS_SERVER", "http://127.0.0.1:1").run("pods");
    assertThat(ran.code()).isEqualTo(5);
    assertThat(ran.err()).contains("http://127.0.0.1:1", "helyos context ls");
  }

  @Test
  void somebody_else_there_is_5() {
    daemon.says("GET /api/v1/pods", 200, "text/html", "<html>hello</html>");
    daemon.says("GET /api/v1/nodes/stats", 404, "text/html", "<html>hello</html>");
    daemon.says("GET /api/v1/deployments", 200, "application/json", "{\"not\": [\"a list\"");
    daemon.says("GET /api/v1/projects", 302, "text/html", "");
    assertThat(Cli.with(home, daemon).run("pods").code()).isEqualTo(5);
    assertThat(Cli.with(home, daemon).run("nodes").code()).isEqualTo(5);
    assertThat(Cli.with(home, daemon).run("deployments").code()).isEqualTo(5);
    assertThat(Cli.with(home, daemon).run("project", "list").err()).contains("redirect (302)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "bogus",
        "deploy",
        "pods --bogus",
        "pods -o xml",
        "scale api abc",
        "scale api -1",
        "scale api 1e9",
        "scale api 5.0",
        "scale api 10001",
        "scale api \u0663",
        "scale api",
        "deploy x.yaml --timeout 0",
        "deploy x.yaml --timeout -5",
        "deploy x.yaml --timeout abc",
        "deploy x.yaml --timeout 999999999",
        "deploy missing.yaml",
        "deploy .",
        "logs api --tail -1",
        "logs api --tail abc",
        "logs api --tail 1000000000000",
        "logs api --since yesterday",
        "rm api",
        "project delete shop",
        "project",
        "auth token",
        "completions tcsh",
        "init",
        "context use nosuch",
        "--context nosuch pods",
        "--server ftp://x pods",
        "login"
      })
  void wrong_usage_is_2_and_asks_nothing(String line) {
    var words = line.isEmpty() ? new String[0] : line.split(" ");
    var ran = Cli.with(home, daemon).run(words);
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).isNotBlank().doesNotContain("Exception", "\tat ");
    assertThat(ran.out()).isEmpty();
    assertThat(daemon.asked).isEmpty();
  }

  @Test
  void a_slip_of_the_hand_gets_a_hint() {
    var cli = Cli.with(home, daemon);
    assertThat(cli.run("deploi").err()).contains("did you mean \"deploy\"?");
    assertThat(cli.run("project", "lsit").err()).contains("did you mean \"list\"?");
    assertThat(cli.run("pods", "--projct", "x").err()).contains("did you mean \"--project\"?");
  }

  @Test
  void a_name_that_is_nearly_right_gets_a_hint() {
    var there = List.of(Samples.deployment(1, DeploymentStatus.RUNNING));
    daemon.answers("GET /api/v1/deployments", 200, there);
    var ran = Cli.with(home, daemon).run("scale", "apii", "3", "-p", "ecommerce");
    assertThat(ran.code()).isEqualTo(3);
    assertThat(ran.err()).endsWith("  did you mean \"api\"?\n");
    assertThat(Cli.with(home, daemon).run("scale", "other", "3").err()).doesNotContain("did you");
  }

  @Test
  void a_token_with_a_line_break_is_never_sent() {
    var ran = Cli.with(home, daemon).env("HELYOS_API_TOKEN", "secret\r\nX-Evil: 1").run("pods");
    assertThat(ran.code()).isEqualTo(5);
    assertThat(ran.err()).contains("visible ASCII").doesNotContain("secret");
    assertThat(daemon.asked).isEmpty();
  }
}
