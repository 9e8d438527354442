package io.helyos.client.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.helyos.client.failure.BadConfig;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigFileTest {
  @TempDir Path home;

  private ConfigFile file() {
    return ConfigFile.of(Map.of(), home);
  }

  private ConfigFile file(String text) throws IOException {
    Files.createDirectories(home.resolve(".helyos"));
    Files.writeString(home.resolve(".helyos/config.toml"), text);
    return file();
  }

  @Test
  void the_file_of_other_clients_is_read() throws IOException {
    var config =
        file("""
        # written elsewhere
        current-context = "prod"

        [context.local]
        server = "http://127.0.0.1:6443"
        insecure = false

        [context."prod.eu"]
        server = 'https://x:6443' # the old one
        [context.prod]
        server = "https://helyos.example.com:6443"
        token = "hly_1_\\u0041\\"b"
        token-name = "me"
        project = "shop"
        insecure = true
        ca = "LS0t"
        ca-sha256 = "AA:BB"
        some-later-key = 3
        """)
            .load();
    assertThat(config.effective()).contains("prod");
    assertThat(config.contexts()).containsOnlyKeys("local", "prod.eu", "prod");
    assertThat(config.context("prod").orElseThrow())
        .isEqualTo(
            new Context(
                "https://helyos.example.com:6443",
                Optional.of("hly_1_A\"b"),
                Optional.of("me"),
                Optional.of("shop"),
                true,
                Optional.of("LS0t"),
                Optional.of("AA:BB")));
  }

  @Test
  void an_old_flat_file_is_the_default_context() throws IOException {
    var config = file("server = \"http://x:1\"\ntoken = \"t\"\n").load();
    assertThat(config.effective()).contains("default");
    assertThat(config.context("default").orElseThrow().token()).contains("t");
  }

  @Test
  void what_is_written_is_read_back() {
    var context =
        Context.of("http://x:1")
            .withToken(Optional.of("a\"b\\c\nd\t\u0001\u00e4"), Optional.of("me"))
            .withProject(Optional.of("shop"))
            .withTrust(true, Optional.of("LS0t"), Optional.of("AA"));
    var written = file().update(it -> it.with("odd name.\"x", context).using("odd name.\"x"));
    assertThat(file().load()).isEqualTo(written);
  }

  @Test
  void only_the_owner_can_read_it_and_the_former_one_is_kept() throws IOException {
    file().update(it -> it.with("a", Context.of("http://x:1")));
    file().update(it -> it.with("b", Context.of("http://x:2")));
    for (var name : new String[] {"config.toml", "config.toml.bak"}) {
      var path = home.resolve(".helyos").resolve(name);
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
          .isEqualTo("rw-------");
    }
    assertThat(
            PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve(".helyos"))))
        .isEqualTo("rwx------");
    assertThat(Files.readString(home.resolve(".helyos/config.toml.bak"))).doesNotContain("x:2");
    assertThat(file().isExposed()).isFalse();
  }

  @Test
  void many_who_write_at_once_all_succeed() {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var i = 0; i < 50; i++) {
        var name = "c" + i;
        threads.execute(() -> file().update(it -> it.with(name, Context.of("http://x:1"))));
      }
    }
    assertThat(file().load().contexts()).hasSize(50);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[context.a",
        "[context.a]\n[context.a]",
        "server",
        "server = ",
        "server = http://x",
        "server = \"x",
        "server = \"\\x\"",
        "server = \"\\u00\"",
        "server = 1.5",
        "server = [\"x\"]",
        "a.b = \"x\"",
        "server = \"x\" y",
        "server = \"x\"\nserver = \"y\"",
        "[context.a]\ntoken = \"t\""
      })
  void what_is_no_configuration_is_told_and_never_touched(String text) throws IOException {
    var file = file(text);
    assertThatThrownBy(file::load).isInstanceOf(BadConfig.class).hasMessageContaining("xpected");
    assertThatThrownBy(() -> file.update(it -> it)).isInstanceOf(BadConfig.class);
    assertThat(Files.readString(file.path())).isEqualTo(text);
  }

  @Test
  void the_environment_names_another_file() {
    var named = ConfigFile.of(Map.of("HELYOS_CONFIG", "/etc/x.toml"), home);
    assertThat(named.path()).isEqualTo(Path.of("/etc/x.toml"));
  }

  @Test
  void a_mark_outlives_the_process_but_not_by_much() throws IOException {
    var server = URI.create("http://127.0.0.1:6443");
    MarkFile.of(file(), server).remember("pod|shop-api-0@7");
    assertThat(MarkFile.of(file(), server).last()).contains("pod|shop-api-0@7");
    assertThat(MarkFile.of(file(), URI.create("http://other:1")).last()).isEmpty();
    try (var files = Files.list(home.resolve(".helyos/state"))) {
      for (var path : files.toList()) {
        Files.setLastModifiedTime(path, FileTime.from(Instant.now().minusSeconds(3_600)));
      }
    }
    assertThat(MarkFile.of(file(), server).last()).isEmpty();
  }
}
