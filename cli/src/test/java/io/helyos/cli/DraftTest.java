package io.helyos.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.cli.shell.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DraftTest {
  private static final String SPEC =
      """
      project: default
      deployment:
        name: web
      image: nginx:1.29
      replicas: 3
      ports:
        - 80
      """;

  @TempDir Path home;

  @Test
  void a_dry_run_prints_the_spec() {
    var ran =
        new Cli(home)
            .run(
                "create",
                "deployment",
                "web",
                "--image",
                "nginx:1.29",
                "--replicas",
                "3",
                "--port",
                "80",
                "--dry-run",
                "-o",
                "yaml");
    assertThat(ran.out()).isEqualTo(SPEC);
    assertThat(ran.code()).isZero();
  }

  @Test
  void without_a_dry_run_it_is_deployed() {
    try (var daemon = new StubDaemon()) {
      daemon.says("POST /api/v1/deploy", 201, "application/json", "");
      var ran =
          Cli.with(home, daemon)
              .run(
                  "create",
                  "deployment",
                  "web",
                  "--image",
                  "nginx:1.29",
                  "--replicas",
                  "3",
                  "--port",
                  "80",
                  "-d");
      assertThat(ran.code()).isZero();
      assertThat(daemon.asked.getLast().body()).isEqualTo(SPEC);
    }
  }

  @Test
  void a_name_that_is_none_is_refused() {
    var ran = new Cli(home).run("create", "deployment", "Web!", "--image", "nginx", "--dry-run");
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).contains("deployment.name");
  }

  @Test
  void init_writes_a_file_and_never_a_second_time() throws IOException {
    var cli = new Cli(home);
    var ran = cli.run("init", "web", "--image", "nginx:1.29");
    assertThat(ran.code()).isZero();
    assertThat(Files.readString(home.resolve("web/app.yaml"))).contains("image: nginx:1.29\n");
    assertThat(cli.run("init", "web").code()).isEqualTo(4);
    assertThat(Files.readString(home.resolve("web/app.yaml"))).contains("image: nginx:1.29\n");
  }

  @Test
  void init_asks_again_when_an_answer_will_not_do() throws IOException {
    var terminal = new Terminal(true, true, true, 80, 24, false, true);
    var ran = new Cli(home).on(terminal).typing("My Shop\n\nshop\nhttp://x\nweb:1\n").run("init");
    assertThat(ran.code()).isZero();
    assertThat(ran.err())
        .contains("expected a name of lower-case letters", "expected an image", "leave out the")
        .containsSubsequence("Name of", "Name of", "Name of", "Image", "Image", "next:");
    assertThat(Files.readString(home.resolve("shop/app.yaml")))
        .contains("name: shop\n", "image: web:1\n");
  }

  @Test
  void init_gives_up_where_the_answers_end() {
    var terminal = new Terminal(true, true, true, 80, 24, false, true);
    var ran = new Cli(home).on(terminal).typing("My Shop\n").run("init");
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).endsWith("error: Expected an answer, found the end of the input.\n");
  }

  @Test
  void init_asks_for_what_is_missing() throws IOException {
    var terminal = new Terminal(true, true, true, 80, 24, false, true);
    var ran = new Cli(home).on(terminal).typing("shop\n").run("init");
    assertThat(ran.code()).isZero();
    assertThat(Files.readString(home.resolve("shop/app.yaml"))).contains("name: shop\n");
  }
}
