package io.helyos.cli.real;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A person's own hands in the containers of a real engine.
@Timeout(600)
class EnteringTest {
  private static final String PROJECT = "in" + UUID.randomUUID().toString().substring(0, 8);

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
        """
            .formatted(PROJECT));
    assertThat(cli.run("deploy", "api.yaml").code()).isZero();
  }

  @AfterAll
  static void stop() throws IOException, InterruptedException {
    cli.run("rm", "api", "-p", PROJECT, "-y");
    cli.run("wait", "api", "-p", PROJECT, "--for", "deleted", "--timeout", "60s");
    daemon.close();
  }

  private static RealCli.Ran exec(String... line) throws IOException, InterruptedException {
    var words = new String[line.length + 4];
    System.arraycopy(new String[] {"exec", "api-0", "-p", PROJECT}, 0, words, 0, 4);
    System.arraycopy(line, 0, words, 4, line.length);
    return cli.run(words);
  }

  @Test
  void a_command_gives_its_outputs_and_its_exit_code() throws Exception {
    var ran = exec("-w", "/tmp", "-e", "A=b c", "--", "sh", "-c", "pwd; echo $A >&2; exit 7");
    assertThat(ran).isEqualTo(new RealCli.Ran(7, "/tmp\n", "b c\n"));
  }

  @Test
  void a_long_input_comes_back_as_it_was() throws Exception {
    var bytes = new byte[3_000_000];
    new Random(1).nextBytes(bytes);
    var counted = cli.given(bytes, "exec", "api-0", "-p", PROJECT, "-i", "--", "wc", "-c");
    assertThat(counted.out().strip()).isEqualTo("3000000");
    var text = "0123456789abcde\n".repeat(100_000);
    var copied =
        cli.given(
            text.getBytes(StandardCharsets.UTF_8),
            "exec",
            "helyos-" + PROJECT + "-api-0",
            "-i",
            "--",
            "cat");
    assertThat(copied.code()).isZero();
    assertThat(copied.out()).isEqualTo(text);
  }

  @Test
  void a_terminal_is_the_commands_with_its_size() throws Exception {
    // An older engine takes the size only of a command that has begun already; until then stty says
    // nothing, and that all is well.
    var size = "until stty size 2>/dev/null | grep .; do sleep 0.1; done";
    var script = "test -t 0 && test -t 1 && " + size + "; exit 5";
    var ran = cli.onTerminal("exec", "api-0", "-p", PROJECT, "-it", "--", "sh", "-c", script);
    assertThat(ran.out()).contains("33 90");
    assertThat(ran.code()).isEqualTo(5);
  }

  @Test
  void without_a_terminal_there_is_none_to_hand_over() throws Exception {
    var ran = exec("-it", "--", "sh");
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).contains("Expected -t on a terminal");
  }

  @Test
  void what_cannot_be_executed_says_so() throws Exception {
    var ran = exec("--", "/no/such/program");
    assertThat(ran.code()).isNotZero();
    assertThat(ran.out() + ran.err()).contains("no such file");
  }

  @Test
  void who_ran_what_is_in_the_pods_history() throws Exception {
    assertThat(exec("--", "sh", "-c", "exit 9").code()).isEqualTo(9);
    var told = cli.run("describe", "pod", "api-0", "-p", PROJECT);
    assertThat(told.out()).contains("sh -c exit 9").contains("exit code 9");
  }

  @Test
  void what_is_not_there_is_not_entered() throws Exception {
    var ran = cli.run("exec", "api-7", "-p", PROJECT, "--", "true");
    assertThat(ran.code()).isEqualTo(3);
    assertThat(exec().code()).isEqualTo(2);
  }

  @Test
  void each_container_of_a_pod_is_entered_and_read_by_its_name() throws Exception {
    cli.file(
        "pair.yaml",
        """
        project: %s
        deployment: {name: pair}
        image: helyos/test:1
        command: [sh, -c, "echo this is its own; exec sleep 3600"]
        containers:
          - name: proxy
            image: helyos/test:1
            command: [sh, -c, "echo this is the proxy; exec httpd -f -p 8080"]
            env: {ROLE: proxy}
            healthcheck: {tcp: true, port: 8080}
        """
            .formatted(PROJECT));
    assertThat(cli.run("deploy", "pair.yaml").code()).isZero();
    assertThat(ofPair("exec", "pair-0", "-c", "proxy", "--", "sh", "-c", "echo $ROLE; exit 6"))
        .isEqualTo(new RealCli.Ran(6, "proxy\n", ""));
    assertThat(ofPair("exec", "pair-0", "-c", "pair", "--", "sh", "-c", "echo $ROLE").out())
        .isEqualTo("\n");
    assertThat(ofPair("exec", "pair-0", "-c", "cache", "--", "true").code()).isEqualTo(3);
    assertThat(ofPair("logs", "pair", "--no-follow").out())
        .contains("this is its own")
        .doesNotContain("proxy");
    assertThat(ofPair("logs", "pair", "-c", "proxy", "--no-follow").out())
        .contains("this is the proxy")
        .doesNotContain("its own");
    var unknown = ofPair("logs", "pair", "-c", "cache", "--no-follow");
    assertThat(unknown.code()).isEqualTo(3);
    assertThat(unknown.err()).contains("pair, proxy, infra");
    assertThat(cli.run("describe", "pod", "pair-0", "-p", PROJECT).out())
        .containsPattern("proxy +beside +Running")
        .containsPattern("infra +holder +Running");
    assertThat(ofPair("rm", "pair", "-y").code()).isZero();
  }

  private static RealCli.Ran ofPair(String... line) throws IOException, InterruptedException {
    var words = new ArrayList<>(List.of(line));
    words.addAll(2, List.of("-p", PROJECT));
    return cli.run(words.toArray(String[]::new));
  }
}
