package io.helyos.cli.real;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Files between this machine and the containers of a real engine.
@Timeout(600)
class CopyingTest {
  private static final String PROJECT = "cp" + UUID.randomUUID().toString().substring(0, 8);

  @TempDir static Path folder;
  private static RealDaemon daemon;
  private static RealCli cli;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    daemon = RealDaemon.onDocker(folder);
    cli = new RealCli(folder);
    cli.file(
        "api.yaml",
        """
        project: %s
        deployment: {name: api}
        image: helyos/test:1
        containers:
          - {name: proxy, image: 'helyos/test:1', command: [sleep, '3600']}
        """
            .formatted(PROJECT));
    cli.file(
        "fixed.yaml",
        """
        project: %s
        deployment: {name: fixed}
        image: helyos/test:1
        readonlyRootfs: true
        """
            .formatted(PROJECT));
    assertThat(cli.run("deploy", "api.yaml", "fixed.yaml").code()).isZero();
  }

  @AfterAll
  static void stop() throws IOException, InterruptedException {
    for (var name : List.of("api", "fixed")) {
      done(cli.run("rm", name, "-p", PROJECT, "-y"));
      done(cli.run("wait", name, "-p", PROJECT, "--for", "deleted", "--timeout", "60s"));
    }
    daemon.close();
  }

  private static RealCli.Ran cp(String... line) throws IOException, InterruptedException {
    var words = new ArrayList<>(List.of("cp", "-p", PROJECT));
    words.addAll(List.of(line));
    return cli.run(words.toArray(String[]::new));
  }

  private static String in(String container, String script)
      throws IOException, InterruptedException {
    var ran = cli.run("exec", "api-0", "-p", PROJECT, "-c", container, "--", "sh", "-c", script);
    assertThat(ran.code()).as("%s", ran).isZero();
    return ran.out().strip();
  }

  private static void done(RealCli.Ran ran) {
    assertThat(ran.code()).as("%s", ran).isZero();
  }

  @Test
  void a_file_goes_into_a_pod_and_comes_back_with_its_mode() throws Exception {
    cli.file("Grüße.txt", "there\n");
    Files.setPosixFilePermissions(
        folder.resolve("Grüße.txt"), PosixFilePermissions.fromString("rwxr-x--x"));
    var ran = cp("Grüße.txt", "api-0:/tmp");
    assertThat(ran).isEqualTo(new RealCli.Ran(0, "copied 1 file, 6B\n", ""));
    assertThat(in("api", "cat /tmp/Grüße.txt; stat -c %a /tmp/Grüße.txt")).isEqualTo("there\n751");
    done(cp("Grüße.txt", "api-0:/tmp/renamed"));
    done(cp("Grüße.txt", "helyos-" + PROJECT + "-api-0:/tmp/renamed"));
    done(cp("api-0:/tmp/renamed", "back"));
    assertThat(folder.resolve("back")).hasContent("there\n");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("back"))))
        .isEqualTo("rwxr-x--x");
  }

  @Test
  void a_directory_goes_whole_and_links_within_it_stay_links() throws Exception {
    var site = folder.resolve("site");
    Files.createDirectories(site.resolve("deep/er"));
    Files.writeString(site.resolve("deep/er/page"), "page");
    Files.createSymbolicLink(site.resolve("link"), Path.of("deep/er/page"));
    Files.createDirectory(site.resolve("empty"));
    done(cp("site", "api-0:/srv-new"));
    assertThat(in("api", "cat /srv-new/link; readlink /srv-new/link; ls /srv-new"))
        .isEqualTo("pagedeep/er/page\ndeep\nempty\nlink");
    done(cp("site", "api-0:/srv-new"));
    assertThat(in("api", "cat /srv-new/site/link")).isEqualTo("page");
    done(cp("site/.", "api-0:/tmp"));
    assertThat(in("api", "cat /tmp/deep/er/page")).isEqualTo("page");
    Files.createDirectory(folder.resolve("there"));
    done(cp("api-0:/srv-new", "there"));
    assertThat(folder.resolve("there/srv-new/link")).isSymbolicLink().hasContent("page");
    done(cp("api-0:/srv-new/.", "there"));
    assertThat(folder.resolve("there/empty")).isDirectory();
  }

  @Test
  void a_big_file_is_the_same_on_both_sides() throws Exception {
    var bytes = new byte[50_000_000];
    new Random(1).nextBytes(bytes);
    var big = Files.write(folder.resolve("big"), bytes);
    done(cp("big", "api-0:/tmp/"));
    assertThat(in("api", "sha256sum /tmp/big | cut -d' ' -f1")).isEqualTo(digest(big));
    done(cp("api-0:/tmp/big", "big.back"));
    assertThat(digest(folder.resolve("big.back"))).isEqualTo(digest(big));
  }

  private static String digest(Path file) throws IOException, NoSuchAlgorithmException {
    var digest = MessageDigest.getInstance("SHA-256");
    try (var in = new DigestInputStream(Files.newInputStream(file), digest)) {
      in.transferTo(OutputStream.nullOutputStream());
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  @Test
  void a_tar_archive_streams_through_standard_output_and_input() throws Exception {
    in("api", "mkdir -p /data && echo content > /data/file");
    var archive = folder.resolve("data.tar");
    assertThat(cli.runInto(archive, "cp", "api-0:/data", "-", "-p", PROJECT).code()).isZero();
    assertThat(names(archive)).containsExactly("data/", "data/file");
    var given =
        cli.given(
            Files.readAllBytes(archive), "cp", "-", "api-0:/tmp", "-p", PROJECT, "-c", "proxy");
    assertThat(given).isEqualTo(new RealCli.Ran(0, "", ""));
    assertThat(in("proxy", "cat /tmp/data/file")).isEqualTo("content");
    assertThat(in("api", "ls -d /tmp/data || echo none")).contains("none");
  }

  private static List<String> names(Path archive) throws IOException, InterruptedException {
    var tar = new ProcessBuilder("tar", "tf", archive.toString()).start();
    try (InputStream out = tar.getInputStream()) {
      var lines = new String(out.readAllBytes(), StandardCharsets.UTF_8).lines();
      assertThat(tar.waitFor()).isZero();
      return lines.toList();
    }
  }

  @Test
  void what_is_not_there_ends_with_3() throws Exception {
    cli.file("one", "1");
    var missing = cp("api-0:/no/such/file", ".");
    assertThat(missing.code()).isEqualTo(3);
    assertThat(missing.err()).contains("/no/such/file");
    assertThat(cp("one", "api-0:/no/such/directory/one").code()).isEqualTo(3);
    assertThat(cp("one", "api-0:/no-such-directory/").code()).isEqualTo(3);
    assertThat(cp("no-such-file", "api-0:/tmp").code()).isEqualTo(3);
    assertThat(cp("api-0:/etc/hosts", "no/such/directory/hosts").code()).isEqualTo(3);
    assertThat(cp("api-9:/etc/hosts", ".").code()).isEqualTo(3);
    assertThat(cp("api-0:/etc/hosts", ".", "-c", "cache").code()).isEqualTo(3);
  }

  @Test
  void what_cannot_be_written_to_says_so() throws Exception {
    cli.file("two", "2");
    var fixed = cp("two", "fixed-0:/tmp");
    assertThat(fixed.code()).isEqualTo(2);
    assertThat(fixed.err()).contains("read-only");
    var big = Files.write(folder.resolve("too-big"), new byte[20_000_000]);
    assertThat(cp(big.toString(), "fixed-0:/tmp").err()).contains("read-only");
  }

  @Test
  void a_pod_that_does_not_run_says_how_it_is() throws Exception {
    cli.file(
        "waiting.yaml",
        """
        project: %s
        deployment: {name: waiting}
        image: helyos/test:1
        resources: {memory: 1000g}
        """
            .formatted(PROJECT));
    done(cli.run("deploy", "waiting.yaml", "--detach"));
    // The pod is there soon after its deployment.
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> {
          var ran = cp("waiting-0:/etc/hosts", ".");
          assertThat(ran.code()).as("%s", ran).isEqualTo(4);
          assertThat(ran.err()).contains("Pending").contains("helyos describe pod");
        });
    cli.run("rm", "waiting", "-p", PROJECT, "-y");
  }

  @Test
  void links_that_leave_what_was_asked_for_are_left_out() throws Exception {
    in("api", "mkdir -p /odd/in && cd /odd && ln -s /etc out && ln -s ../.. in/up && echo 1 > one");
    done(cp("api-0:/odd", "odd"));
    assertThat(folder.resolve("odd/one")).hasContent("1\n");
    assertThat(folder.resolve("odd/out")).doesNotExist();
    assertThat(Files.isSymbolicLink(folder.resolve("odd/in/up"))).isFalse();
    var ran = cp("api-0:/odd/out", "out");
    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.err()).contains("link to /etc");
  }

  @Test
  void senseless_ends_are_refused() throws Exception {
    for (var line :
        List.of(
            new String[] {"one", "two"},
            new String[] {"api-0:/a", "api-0:/b"},
            new String[] {"one", "api-0:relative"},
            new String[] {"-", "-"})) {
      assertThat(cp(line).code()).as("%s", List.of(line)).isEqualTo(2);
    }
  }

  @Test
  void who_copied_what_is_in_the_pods_history() throws Exception {
    cli.file("kept", "1234");
    done(cp("kept", "api-0:/tmp"));
    var told = cli.run("history", "pod", "api-0", "-p", PROJECT);
    var events = cli.run("describe", "pod", "api-0", "-p", PROJECT);
    assertThat(told.out() + events.out()).contains("copies files into /tmp").contains("has copied");
  }
}
