package io.helyos.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.contract.resource.WhoAmI;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContextsTest {
  @TempDir Path home;
  private final StubDaemon daemon =
      new StubDaemon()
          .answers(
              "GET /api/v1/whoami", 200, new WhoAmI("root", "admin", Samples.BEFORE, null, null))
          .answers("GET /api/v1/pods", 200, "[]");

  @AfterEach
  void stop() {
    daemon.close();
  }

  private String config() throws IOException {
    return Files.readString(home.resolve(".helyos/config.toml"));
  }

  @Test
  void a_login_is_checked_and_kept_for_its_owner_only() throws IOException {
    var ran =
        new Cli(home)
            .typing("hly_1_secret\n")
            .run("login", daemon.url(), "--token-stdin", "--name", "local");
    assertThat(ran.code()).isZero();
    assertThat(ran.out()).isEqualTo("Logged in to " + daemon.url() + " as root.\n");
    assertThat(config())
        .isEqualTo(
            """
            current-context = "local"

            [context.local]
            server = "%s"
            token = "hly_1_secret"
            token-name = "root"
            """
                .formatted(daemon.url()));
    var permissions = Files.getPosixFilePermissions(home.resolve(".helyos/config.toml"));
    assertThat(PosixFilePermissions.toString(permissions)).isEqualTo("rw-------");
    new Cli(home).run("pods");
    assertThat(daemon.asked.getLast().header("Authorization")).isEqualTo("Bearer hly_1_secret");
  }

  @Test
  void a_login_that_is_refused_changes_nothing() {
    try (var other = new StubDaemon().refuses("GET /api/v1/whoami", 401, "no", "Not this token.")) {
      var ran = new Cli(home).typing("wrong\n").run("login", other.url(), "--token-stdin");
      assertThat(ran.code()).isEqualTo(5);
      assertThat(home.resolve(".helyos/config.toml")).doesNotExist();
    }
  }

  @Test
  void a_logout_forgets_the_token_and_keeps_the_server() throws IOException {
    new Cli(home).typing("hly_1_secret\n").run("login", daemon.url(), "--token-stdin");
    assertThat(new Cli(home).run("logout").code()).isZero();
    assertThat(config()).contains(daemon.url()).doesNotContain("secret");
    assertThat(Files.readString(home.resolve(".helyos/config.toml.bak"))).contains("hly_1_secret");
  }

  @Test
  void contexts_are_made_listed_chosen_renamed_and_removed() {
    var cli = new Cli(home);
    cli.run("context", "set", "a", "--server", "http://127.0.0.1:1", "--project", "shop");
    cli.run("context", "set", "b", "--server", "http://127.0.0.1:2");
    cli.run("context", "use", "b");
    assertThat(cli.run("context", "ls").out())
        .isEqualTo(
            """
            Current  Name  Server              Project
                     a     http://127.0.0.1:1  shop
            *        b     http://127.0.0.1:2
            """);
    assertThat(cli.run("context", "current").out()).isEqualTo("b\n");
    assertThat(cli.run("context", "rename", "b", "a").code()).isEqualTo(2);
    assertThat(cli.run("context", "rename", "b", "c").code()).isZero();
    assertThat(cli.run("context", "current").out()).isEqualTo("c\n");
    assertThat(cli.run("context", "rm", "c").code()).isZero();
    assertThat(cli.run("context", "current").out()).isEqualTo("a\n");
    assertThat(cli.run("context", "rm", "c").code()).isEqualTo(2);
  }

  @Test
  void a_flag_beats_the_environment_and_that_beats_the_context() {
    var cli = new Cli(home);
    cli.run("context", "set", "a", "--server", "http://127.0.0.1:1");
    assertThat(cli.run("pods").err()).contains("http://127.0.0.1:1 ");
    cli.env("HELYOS_SERVER", "http://127.0.0.1:2");
    assertThat(cli.run("pods").err()).contains("http://127.0.0.1:2 ");
    assertThat(cli.run("pods", "--server", daemon.url()).code()).isZero();
  }

  @Test
  void the_token_of_a_context_never_goes_to_another_server() {
    new Cli(home).typing("hly_1_secret\n").run("login", "http://127.0.0.1:1", "--token-stdin");
    new Cli(home)
        .file(
            "config.toml",
            "[context.a]\nserver = \"http://127.0.0.1:1\"\ntoken = \"hly_1_secret\"\n")
        .env("HELYOS_CONFIG", home.resolve("config.toml").toString())
        .run("pods", "--server", daemon.url());
    assertThat(daemon.asked.getLast().header("Authorization")).isEmpty();
  }

  @Test
  void a_broken_file_is_told_by_line_and_never_overwritten() throws IOException {
    var cli = new Cli(home).file("config.toml", "[context.a\nserver = 1.5\n");
    cli.env("HELYOS_CONFIG", home.resolve("config.toml").toString());
    var ran = cli.run("pods");
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).contains("line 1: expected \"]\"", "line 2: expected");
    assertThat(cli.run("context", "set", "b", "--server", "http://x").code()).isEqualTo(2);
    assertThat(Files.readString(home.resolve("config.toml"))).startsWith("[context.a\n");
  }

  @Test
  void a_file_that_others_can_read_is_warned_of() throws IOException {
    var cli = new Cli(home).file("config.toml", "");
    Files.setPosixFilePermissions(
        home.resolve("config.toml"), PosixFilePermissions.fromString("rw-r--r--"));
    var ran =
        cli.env("HELYOS_CONFIG", home.resolve("config.toml").toString())
            .run("pods", "--server", daemon.url());
    assertThat(ran.err()).contains("chmod 600");
    assertThat(ran.code()).isZero();
  }

  @Test
  void whoami_tells_token_and_server() {
    assertThat(Cli.with(home, daemon).run("whoami").out())
        .contains("Name:     root\n", "Server:   " + daemon.url() + "\n");
  }
}
