package io.helyos.cli.real;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a script is told: the exit code, and with `--json` a document that says the same.
@Timeout(600)
class TruthTest {
  private static final int TIMES = 3;

  @TempDir static Path folder;
  private static RealDaemon daemon;
  private static RealCli cli;

  @BeforeAll
  static void start() throws IOException {
    daemon = RealDaemon.start(folder, 3);
    cli = new RealCli(folder);
  }

  @AfterAll
  static void stop() {
    daemon.close();
  }

  /// For people, and both spellings of JSON.
  static Stream<List<String>> formats() {
    return Stream.of(List.of(), List.of("--json"), List.of("-o", "json"));
  }

  private static String spec(String project, String name, String... more) {
    return """
    project: %s
    deployment: {name: %s}
    image: helyos/test:1
    replicas: 2
    %s
    """
        .formatted(project, name, String.join("\n", more));
  }

  private static String tag(List<String> format) {
    return "f" + String.join("", format).replaceAll("\\W", "");
  }

  private static RealCli.Ran run(List<String> format, String... line) throws Exception {
    return cli.run(Stream.concat(Stream.of(line), format.stream()).toArray(String[]::new));
  }

  private static List<JsonNode> list(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).toList();
  }

  @ParameterizedTest
  @MethodSource("formats")
  void a_good_deploy_is_0_and_its_pods_run(List<String> format) throws Exception {
    var project = "good-" + tag(format);
    cli.file(project + ".yaml", spec(project, "api"));

    var ran = run(format, "deploy", project + ".yaml");

    assertThat(ran.code()).as("%s", ran).isZero();
    var pods = list(cli.run("pods", "-p", project, "--json").json());
    assertThat(pods).hasSize(2).allMatch(pod -> pod.get("status").asText().equals("running"));
    if (format.isEmpty()) {
      assertThat(ran.out()).contains("api is running: 2/2 pods in ");
    } else {
      assertThat(ran.err()).isEmpty();
      assertThat(ran.json().at("/status").asText()).isEqualTo("running");
      assertThat(ran.json().at("/ready").asInt()).isEqualTo(2);
      assertThat(list(ran.json().at("/pods")).stream().map(pod -> pod.get("name").asText()))
          .containsExactlyElementsOf(pods.stream().map(pod -> pod.get("name").asText()).toList());
    }
  }

  @ParameterizedTest
  @MethodSource("formats")
  void a_spec_with_mistakes_is_2_and_nothing_of_it_is_there(List<String> format) throws Exception {
    var project = "bad-" + tag(format);
    cli.file("bad.yaml", spec(project, "api", "replica: 3", "image: twice:1"));

    var ran = run(format, "deploy", "bad.yaml");

    assertThat(ran.code()).as("%s", ran).isEqualTo(2);
    assertThat(ran.err()).contains("bad.yaml:5:1: replica", "replicas", "bad.yaml:6:1: image");
    if (format.isEmpty()) assertThat(ran.out()).isEmpty();
    else {
      assertThat(ran.json().at("/status").asInt()).isEqualTo(422);
      assertThat(list(ran.json().at("/errors")).stream().map(fault -> fault.get("line").asInt()))
          .containsExactlyInAnyOrder(5, 6);
    }
    assertThat(cli.run("describe", "project", project).code()).isEqualTo(3);
  }

  @ParameterizedTest
  @MethodSource("formats")
  void a_deploy_that_fits_nowhere_is_1_when_its_time_is_over(List<String> format) throws Exception {
    var project = "huge-" + tag(format);
    cli.file(project + ".yaml", spec(project, "api", "resources: {cpu: 1000, memory: 1g}"));

    var ran = run(format, "deploy", project + ".yaml", "--timeout", "6");

    assertThat(ran.code()).as("%s", ran).isEqualTo(1);
    if (format.isEmpty()) {
      assertThat(ran.out()).isEmpty();
      assertThat(ran.err()).contains("is not running after 6 s: 0 of 2", "NoFittingNode");
    } else {
      assertThat(ran.json().at("/status").asText()).isEqualTo("timeout");
      assertThat(ran.json().at("/ready").asInt()).isZero();
      assertThat(list(ran.json().at("/pods")))
          .isNotEmpty()
          .allMatch(pod -> pod.get("status").asText().equals("pending"))
          .allMatch(pod -> pod.path("reason").asText().equals("NoFittingNode"));
    }
  }

  @ParameterizedTest
  @MethodSource("formats")
  void the_second_split_of_the_same_letters_is_4_and_names_the_first(List<String> format)
      throws Exception {
    var tag = tag(format);
    cli.file("first.yaml", spec(tag + "-a", "c"));
    cli.file("second.yaml", spec(tag, "a-c"));
    assertThat(cli.run("deploy", "first.yaml").code()).isZero();

    var ran = run(format, "deploy", "second.yaml");

    assertThat(ran.code()).as("%s", ran).isEqualTo(4);
    assertThat(ran.err()).contains(tag + "-a/c");
    if (format.isEmpty()) assertThat(ran.out()).isEmpty();
    else {
      assertThat(ran.json().at("/status").asInt()).isEqualTo(409);
      assertThat(ran.json().at("/detail").asText()).contains(tag + "-a/c");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "scale nowhere/nothing 3",
        "stop nowhere/nothing",
        "rm nowhere/nothing -y",
        "describe deployment nowhere/nothing",
        "describe pod helyos-nowhere-nothing-0"
      })
  void what_is_not_there_is_3(String line) throws Exception {
    var plain = cli.run(line.split(" ", -1));
    assertThat(plain.code()).as("%s", plain).isEqualTo(3);
    assertThat(plain.out()).isEmpty();
    assertThat(plain.err()).startsWith("error: ");
    var ran = cli.run((line + " -o json").split(" ", -1));
    assertThat(ran.code()).as("%s", ran).isEqualTo(3);
    assertThat(ran.json().at("/status").asInt()).isEqualTo(404);
    assertThat(ran.json().at("/detail").asText()).isNotBlank();
  }

  @ParameterizedTest
  @MethodSource("formats")
  void a_daemon_that_is_not_there_is_5(List<String> format) throws Exception {
    cli.file("good.yaml", spec("nowhere", "api"));
    // Nobody has ever listened at port 1.
    var server = "http://127.0.0.1:1";
    for (var line : List.of("deploy good.yaml", "pods")) {
      var ran = run(format, (line + " --server " + server).split(" ", -1));

      assertThat(ran.code()).as("%s: %s", line, ran).isEqualTo(5);
      assertThat(ran.err()).contains(server);
      if (format.isEmpty()) assertThat(ran.out()).isEmpty();
      else assertThat(ran.json().at("/code").asText()).isEqualTo("unreachable");
    }
  }

  @Test
  void each_of_several_files_has_its_own_entry_and_its_own_time() throws Exception {
    cli.file("one.yaml", spec("several", "one"))
        .file("two.yaml", spec("several", "two", "resources: {cpu: 1000, memory: 1g}"))
        .file("six.yaml", spec("several-t", "wo"))
        .file("ten.yaml", spec("several", "ten"))
        .file("first.yaml", spec("several-t-wo", "x"))
        .file("second.yaml", spec("several-t", "wo-x"));
    var ran = cli.run("deploy", "one.yaml", "two.yaml", "--timeout", "6", "--json");
    assertThat(ran.code()).as("%s", ran).isEqualTo(1);
    assertThat(list(ran.json()).stream().map(entry -> entry.get("status").asText()))
        .containsExactly("running", "timeout");
    assertThat(ran.json().at("/0/seconds").asDouble())
        .isLessThan(ran.json().at("/1/seconds").asDouble());

    assertThat(cli.run("deploy", "first.yaml").code()).isZero();
    var refused = cli.run("deploy", "six.yaml", "second.yaml", "ten.yaml", "--json");
    assertThat(refused.code()).as("%s", refused).isEqualTo(4);
    assertThat(list(refused.json()).stream().map(entry -> entry.get("status").asText()))
        .containsExactly("running", "refused", "unsent");
    assertThat(refused.json().at("/1/problem/status").asInt()).isEqualTo(409);
    assertThat(cli.run("describe", "deployment", "several/ten").code()).isEqualTo(3);
  }

  @Test
  void pods_after_a_scale_never_show_the_old_count() throws Exception {
    cli.file("scaled.yaml", spec("scaled", "api"));
    assertThat(cli.run("deploy", "scaled.yaml").code()).isZero();
    for (var round = 0; round < TIMES; round++) {
      var wanted = 1 + (round + 2) % 5;
      assertThat(cli.run("scale", "scaled/api", Integer.toString(wanted)).code()).isZero();
      var pods = list(cli.run("pods", "-p", "scaled", "--json").json());
      assertThat(pods.stream().map(pod -> pod.get("replica_index").asInt()))
          .as("pods after scale %d in round %d", wanted, round)
          .containsAll(IntStream.range(0, wanted).boxed().toList());
      assertThat(pods)
          .filteredOn(pod -> pod.get("replica_index").asInt() >= wanted)
          .allMatch(pod -> pod.get("status").asText().equals("stopping"));
    }
  }

  @Test
  void an_answer_that_cannot_be_written_is_1() throws Exception {
    for (var line : List.of("version", "version --json", "nodes")) {
      var ran = cli.runInto(Path.of("/dev/full"), line.split(" ", -1));
      assertThat(ran.code()).as("%s: %s", line, ran).isEqualTo(1);
      assertThat(ran.err()).startsWith("error: Expected to write to standard output, found: ");
    }
  }
}
