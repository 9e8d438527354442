package io.helyos.cli;

import static io.helyos.cli.Samples.deployment;
import static io.helyos.cli.Samples.pod;
import static io.helyos.cli.Samples.written;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.helyos.contract.resource.DeploymentStatus;
import io.helyos.contract.resource.PodStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What only a process of its own can show: signals, pipes and the launcher.
class ProcessTest {
  private static final Path LAUNCHER = Path.of("..", "bin", "helyos");

  @TempDir Path home;
  private final StubDaemon daemon =
      new StubDaemon()
          .answers("POST /api/v1/deploy", 201, written(deployment(2, DeploymentStatus.PENDING)))
          .answers("GET /api/v1/deployments", 200, List.of(deployment(2, DeploymentStatus.PENDING)))
          .answers("GET /api/v1/pods", 200, List.of(pod(0, PodStatus.PENDING)));

  @AfterEach
  void stop() {
    daemon.close();
  }

  private Process start(String... line) throws IOException {
    var words = new ArrayList<String>();
    // A shell's background job cannot be interrupted, and its children neither.
    words.addAll(List.of("env", "--default-signal=INT"));
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    words.addAll(List.of("-cp", System.getProperty("java.class.path"), Helyos.class.getName()));
    words.addAll(List.of(line));
    var builder = new ProcessBuilder(words).directory(home.toFile());
    builder.environment().put("HELYOS_SERVER", daemon.url());
    builder.environment().put("HELYOS_CONFIG", home.resolve("config.toml").toString());
    return builder
        .redirectOutput(home.resolve("out").toFile())
        .redirectError(home.resolve("err").toFile())
        .start();
  }

  private static int end(Process process) throws InterruptedException {
    assertThat(process.waitFor(50, TimeUnit.SECONDS)).isTrue();
    return process.exitValue();
  }

  @Test
  void ctrl_c_ends_the_watching_with_130_and_says_that_the_deploy_goes_on() throws Exception {
    Files.writeString(
        home.resolve("app.yaml"),
        "project: ecommerce\ndeployment: {name: api}\nreplicas: 2\nimage: api:1\n");
    var process = start("deploy", "app.yaml");
    await()
        .atMost(Duration.ofSeconds(40))
        .until(() -> Files.readString(home.resolve("err")).contains("Pending"));
    end(new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start());
    assertThat(end(process)).isEqualTo(130);
    assertThat(Files.readString(home.resolve("err")))
        .contains("The deploy goes on without you. Look again: helyos deployments -p ecommerce");
  }

  @Test
  void names_are_utf_8_whatever_the_locale() throws Exception {
    daemon.answers("GET /api/v1/nodes", 200, List.of(Samples.node("k\u00f6ln")));
    daemon.answers("GET /api/v1/nodes/stats", 200, "[]");
    assertThat(end(start("nodes"))).isZero();
    assertThat(Files.readString(home.resolve("out"))).contains("k\u00f6ln");
  }

  @Test
  void the_launcher_of_an_unbuilt_tree_says_what_to_do() throws Exception {
    var bin = Files.createDirectories(home.resolve("tree/bin"));
    Files.copy(LAUNCHER, bin.resolve("helyos"));
    var process =
        new ProcessBuilder("sh", bin.resolve("helyos").toString(), "pods")
            .redirectErrorStream(true)
            .redirectOutput(home.resolve("out").toFile())
            .start();
    assertThat(end(process)).isEqualTo(1);
    assertThat(Files.readString(home.resolve("out")))
        .isEqualTo("helyos is not built yet. Run: make build\n");
  }

  @Test
  void the_launcher_says_which_java_it_needs() throws Exception {
    var tree = home.resolve("tree");
    Files.createDirectories(tree.resolve("bin"));
    Files.createDirectories(tree.resolve("scripts"));
    Files.createDirectories(tree.resolve("cli/target/lib"));
    Files.copy(LAUNCHER, tree.resolve("bin/helyos"));
    Files.copy(Path.of("..", "scripts", "find-java"), tree.resolve("scripts/find-java"));
    Files.createFile(tree.resolve("cli/target/helyos-cli-1.jar"));
    Files.createFile(tree.resolve("cli/target/lib/x.jar"));
    var builder =
        new ProcessBuilder("sh", tree.resolve("bin/helyos").toString(), "pods")
            .redirectErrorStream(true)
            .redirectOutput(home.resolve("out").toFile());
    builder.environment().put("HELYOS_JAVA_HOME", "/nowhere");
    assertThat(end(builder.start())).isEqualTo(1);
    assertThat(Files.readString(home.resolve("out")))
        .isEqualTo("Expected a JDK 25 or newer in HELYOS_JAVA_HOME, found none in /nowhere.\n");
  }
}
