package io.helyos.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpecReportTest {
  @TempDir Path home;

  @Test
  void every_mistake_is_shown_where_it_is() {
    var ran =
        new Cli(home)
            .env("HELYOS_SERVER", "http://127.0.0.1:1")
            .file(
                "app.yaml",
                """
                project: shop
                deployment:
                  nmae: api
                image: api:1
                restart: sometimes
                """)
            .run("deploy", "app.yaml");
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err().lines())
        .contains(
            "  3 |   nmae: api",
            "    |   ^^^^",
            "  5 | restart: sometimes",
            "    |          ^^^^^^^^^")
        .anySatisfy(line -> assertThat(line).startsWith("app.yaml:3:3: ").contains("name"))
        .anySatisfy(line -> assertThat(line).startsWith("app.yaml:5:10: restart: "));
  }

  @Test
  void json_lists_the_faults() {
    var ran = new Cli(home).file("app.yaml", "project: shop\n").run("deploy", "app.yaml", "--json");
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.out())
        .contains("\"code\" : \"invalid-spec\"", "\"line\" : ", "\"path\" : \"image\"");
  }

  @Test
  void what_is_no_text_or_too_large_is_said_so() {
    var cli = new Cli(home);
    assertThat(cli.file("big.yaml", "x".repeat(200_000)).run("deploy", "big.yaml").err())
        .contains("131072 bytes");
    assertThat(cli.run("deploy", "/dev/zero").code()).isEqualTo(2);
    assertThat(cli.typing("project: shop\0").run("deploy", "-").code()).isEqualTo(2);
  }
}
