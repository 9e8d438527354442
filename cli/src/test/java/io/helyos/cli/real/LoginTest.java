package io.helyos.cli.real;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Logging in to a daemon with an authority of its own, from another machine.
@Timeout(600)
class LoginTest {
  private static final Pattern FINGERPRINT = Pattern.compile("SHA256:([0-9A-F:]{95})");

  @TempDir static Path folder;
  @TempDir Path elsewhere;
  private static RealDaemon daemon;

  @BeforeAll
  static void start() throws IOException {
    daemon = RealDaemon.encrypted(folder);
  }

  @AfterAll
  static void stop() {
    daemon.close();
  }

  private static String fingerprint() throws IOException {
    var matcher = FINGERPRINT.matcher(daemon.log());
    assertThat(matcher.find()).isTrue();
    return matcher.group();
  }

  private RealCli.Ran login(String... more) throws Exception {
    var words = new String[more.length + 3];
    words[0] = "login";
    words[1] = daemon.url();
    words[2] = "--token-stdin";
    System.arraycopy(more, 0, words, 3, more.length);
    var token = Files.readString(folder.resolve("data/token"));
    return new RealCli(elsewhere).given(token.getBytes(StandardCharsets.US_ASCII), words);
  }

  private String config() throws IOException {
    var file = elsewhere.resolve("config.toml");
    return Files.exists(file) ? Files.readString(file) : "";
  }

  @Test
  void on_its_own_machine_the_first_command_works() throws Exception {
    var ran = new RealCli(folder).run("nodes");
    assertThat(ran.code()).as("%s", ran).isZero();
  }

  @Test
  void the_right_fingerprint_makes_a_context_that_keeps_the_authority() throws Exception {
    var ran = login("--fingerprint", fingerprint());
    assertThat(ran.code()).as("%s", ran).isZero();
    assertThat(config()).contains("ca = ", "ca-sha256 = \"" + fingerprint().replace("SHA256:", ""));
    var nodes = new RealCli(elsewhere).run("nodes");
    assertThat(nodes.code()).as("%s", nodes).isZero();
  }

  @Test
  void the_authority_may_come_as_a_file() throws Exception {
    var ran = login("--ca-file", folder.resolve("data/tls/ca.pem").toString());
    assertThat(ran.code()).as("%s", ran).isZero();
    assertThat(config()).contains("ca = ");
  }

  @Test
  void another_fingerprint_is_refused_and_nothing_is_kept() throws Exception {
    var ran = login("--fingerprint", "SHA256:" + "00:".repeat(31) + "00");
    assertThat(ran.code()).as("%s", ran).isEqualTo(2);
    assertThat(ran.err())
        .contains(
            "Expected an authority with the fingerprint", fingerprint().replace("SHA256:", ""));
    assertThat(config()).isEmpty();
  }

  @Test
  void without_fingerprint_and_terminal_nobody_is_trusted() throws Exception {
    var ran = login();
    assertThat(ran.code()).as("%s", ran).isEqualTo(2);
    assertThat(ran.err()).contains("Expected --fingerprint or --ca-file", fingerprint());
    assertThat(config()).isEmpty();
  }

  @Test
  void plain_http_to_a_daemon_with_tls_is_told_as_such() throws Exception {
    var plain = daemon.url().replace("https", "http");
    var ran = new RealCli(elsewhere).run("pods", "--server", plain);
    assertThat(ran.code()).as("%s", ran).isEqualTo(5);
    assertThat(ran.err()).contains("found TLS. Use https://");
  }
}
