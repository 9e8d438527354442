package io.helyos.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.helyos.daemon.harness.Api;
import io.helyos.daemon.harness.DaemonProcess;
import io.helyos.daemon.harness.Docker;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What becomes of a specification on a real engine, seen by the engine's own command line.
@Timeout(300)
class ContainersTest {
  private static final Set<String> BLUE = Set.of("blue");

  @TempDir static Path folder;
  private static final Docker DOCKER = Docker.shared();
  private static DaemonProcess daemon;
  private static Api api;
  private final String project = "seen-" + UUID.randomUUID().toString().substring(0, 8);
  private final List<String> strangers = new ArrayList<>();

  @BeforeAll
  static void start() {
    daemon = DaemonProcess.onDocker(folder, DOCKER.socket()).start();
    api = daemon.api();
  }

  @AfterAll
  static void stop() {
    daemon.close();
  }

  @AfterEach
  void sweep() {
    api.delete("/api/v1/projects/%s/deployments/api".formatted(project));
    strangers.forEach(stranger -> DOCKER.attempt("rm", "--force", stranger));
    Wait.until("nothing is left", () -> containers().isEmpty());
    DOCKER.sweep(project);
  }

  @Test
  void a_changed_spec_reaches_all_pods_one_by_one() {
    var stopFirst = "update: {maxSurge: 0, maxUnavailable: 1}";
    api.deploy(Specs.of(project, "api", 3, "env: {COLOUR: red}", stopFirst)).ok();
    awaitRunning(3);
    var before = Instant.now();

    api.deploy(Specs.of(project, "api", 3, "env: {COLOUR: blue}", stopFirst)).ok();

    Wait.until("all are blue", () -> running() == 3 && Set.copyOf(colours()).equals(BLUE));
    assertThat(turns(before)).containsExactly("die", "start", "die", "start", "die", "start");
  }

  @Test
  void without_a_word_on_it_one_pod_more_comes_before_the_others_change() {
    api.deploy(Specs.of(project, "api", 2, "env: {COLOUR: red}")).ok();
    awaitRunning(2);
    var before = Instant.now();

    api.deploy(Specs.of(project, "api", 2, "env: {COLOUR: blue}")).ok();

    Wait.until("the one more is gone again", () -> turns(before).size() == 6 && running() == 2);
    assertThat(turns(before)).containsExactly("start", "die", "start", "die", "start", "die");
    assertThat(Set.copyOf(colours())).isEqualTo(BLUE);
  }

  private List<String> turns(Instant since) {
    return DOCKER.events("helyos.project=" + project, since, "die", "start");
  }

  @Test
  void the_same_spec_again_changes_nothing() {
    var spec = Specs.of(project, "api", 1, "env: {COLOUR: red}");
    api.deploy(spec).ok();
    awaitRunning(1);
    var before = deployment();
    var there = containers();

    var again = api.deploy(spec).ok();

    assertThat(again.etag()).isEqualTo(before.etag());
    assertThat(deployment().etag()).isEqualTo(before.etag());
    assertThat(containers()).isEqualTo(there);
  }

  @Test
  void a_strangers_container_with_our_name_is_left_alone() {
    var name = "helyos-%s-api-0".formatted(project);
    stranger("--name", name);
    var before = DOCKER.inspect(name);

    api.deploy(Specs.of(project, "api", 1)).ok();

    Wait.until("the pod says so", () -> pod().get("reason").asText().equals("NameTaken"));
    assertThat(pod().get("message").asText()).contains(name);
    assertThat(DOCKER.inspect(name).get("Id")).isEqualTo(before.get("Id"));
    assertThat(DOCKER.inspect(name).at("/State/StartedAt"))
        .isEqualTo(before.at("/State/StartedAt"));

    DOCKER.run("rm", "--force", name);
    awaitRunning(1);
  }

  @Test
  void a_strangers_container_with_our_labels_of_another_cluster_is_left_alone() {
    var name = "look-alike-" + project;
    stranger(
        "--name", name,
        "--label", "helyos.cluster=another",
        "--label", "helyos.node=" + daemon.name(),
        "--label", "helyos.project=elsewhere",
        "--label", "helyos.deployment=api",
        "--label", "helyos.index=0",
        "--label", "helyos.incarnation=1",
        "--label", "helyos.attempt=1");
    var before = DOCKER.inspect(name);

    api.deploy(Specs.of(project, "api", 1)).ok();
    awaitRunning(1);
    api.delete("/api/v1/projects/%s/deployments/api".formatted(project)).ok();
    Wait.until("the deployment is gone", () -> containers().isEmpty());

    assertThat(DOCKER.inspect(name).at("/State")).isEqualTo(before.at("/State"));
  }

  @Test
  void a_registry_that_does_not_answer_is_named() {
    api.deploy(image("127.0.0.1:1/nowhere:1", "always")).ok();

    Wait.until("the pod says why", () -> pod().get("message").asText().contains("127.0.0.1:1"));
    assertThat(pod().get("reason").asText()).isIn("ErrImagePull", "ImagePullBackoff");
    assertThat(pod().get("status").asText()).isEqualTo("creating");
  }

  @Test
  void an_image_that_is_not_there_and_may_not_be_pulled_is_named() {
    api.deploy(image("helyos/missing:1", "never")).ok();

    Wait.until(
        "the pod says why", () -> pod().get("message").asText().contains("helyos/missing:1"));
    assertThat(pod().get("reason").asText()).isIn("ErrImagePull", "ImagePullBackoff");
  }

  private String image(String image, String pull) {
    return """
    project: %s
    deployment: {name: api}
    image: %s
    pull: %s
    """
        .formatted(project, image, pull);
  }

  @Test
  void a_port_that_a_stranger_holds_leaves_no_node_and_says_so() {
    stranger("--publish", "127.0.0.1::80", "--name", "holder-" + project);
    var port = DOCKER.run("port", "holder-" + project, "80").replaceAll("(?s).*?:(\\d+).*", "$1");

    api.deploy(Specs.of(project, "api", 1, "ports: ['127.0.0.1:%s:80']".formatted(port))).ok();

    Wait.until("the pod says so", () -> pod().get("reason").asText().equals("NoFittingNode"));
    assertThat(pod().get("message").asText()).contains(port);
    assertThat(pod().get("restart_count").asInt()).as("a taken port is no crash").isZero();
  }

  @Test
  void resources_reach_the_container() {
    api.deploy(Specs.of(project, "api", 1, "resources: {memory: 64m, cpu: 0.5}")).ok();
    awaitRunning(1);

    var limits = DOCKER.inspect(containers().getFirst().id()).get("HostConfig");

    assertThat(limits.get("Memory").asLong()).isEqualTo(64L << 20);
    assertThat(limits.get("NanoCpus").asLong()).isEqualTo(500_000_000);
    assertThat(limits.at("/RestartPolicy/Name").asText()).isIn("no", "");
  }

  @Test
  void a_container_that_is_killed_from_outside_comes_back() {
    api.deploy(Specs.of(project, "api", 2)).ok();
    awaitRunning(2);
    var victim = containers().getFirst().id();

    DOCKER.run("rm", "--force", victim);

    Wait.until("another took its place", () -> running() == 2);
    assertThat(containers()).extracting(Docker.Seen::id).doesNotContain(victim);
  }

  private void stranger(String... arguments) {
    var command = new ArrayList<>(List.of("run", "--detach", "--init"));
    command.addAll(List.of(arguments));
    command.add(Docker.IMAGE);
    strangers.add(DOCKER.run(command.toArray(String[]::new)));
  }

  private List<Docker.Seen> containers() {
    return DOCKER.containers("helyos.project=" + project);
  }

  private long running() {
    return containers().stream().filter(Docker.Seen::isRunning).count();
  }

  private void awaitRunning(int pods) {
    Wait.until(
        pods + " pods run",
        () -> {
          var said = api.get("/api/v1/pods?project=" + project).ok().body();
          return running() == pods
              && said.size() == pods
              && StreamSupport.stream(said.spliterator(), false)
                  .allMatch(pod -> pod.get("status").asText().equals("running"));
        });
  }

  private List<String> colours() {
    return containers().stream()
        .map(container -> DOCKER.attempt("inspect", "-f", "{{.Config.Env}}", container.id()))
        .map(ended -> ended.output().replaceAll("(?s).*COLOUR=(\\w+).*", "$1"))
        .toList();
  }

  private Api.Reply deployment() {
    return api.get("/api/v1/projects/%s/deployments/api".formatted(project)).ok();
  }

  private JsonNode pod() {
    return api.get("/api/v1/pods?project=" + project).ok().body().path(0);
  }
}
