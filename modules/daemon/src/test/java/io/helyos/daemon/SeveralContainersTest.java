package io.helyos.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.helyos.daemon.harness.DaemonProcess;
import io.helyos.daemon.harness.Docker;
import io.helyos.daemon.harness.OwnEngine;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Pods of several containers on a real engine: one prepares a page, the pod's own serves it, and
/// one beside asks for it again and again.
@Timeout(300)
class SeveralContainersTest {
  private static final String POD = "helyos-shop-web-0";
  private static final String BESIDE = POD + ".beside";
  private static final String HOLDER = POD + ".infra";
  private static final String PREPARE = POD + ".prepare";
  private static final String LABEL = "helyos.deployment=web";

  @TempDir static Path folder;
  private static OwnEngine engine;
  private static Docker docker;
  private static DaemonProcess daemon;

  @BeforeAll
  static void start() {
    engine = OwnEngine.start();
    docker = engine.docker();
    daemon = DaemonProcess.onDocker(folder, docker.socket()).mortal().start();
  }

  @AfterAll
  static void stop() {
    daemon.close();
    engine.close();
  }

  /// Whatever a test has done: of a pod that is removed nothing is left.
  @AfterEach
  void remove() {
    daemon.api().delete("/api/v1/projects/shop/deployments/web").ok();
    Wait.until("nothing is left", () -> docker.containers(LABEL).isEmpty());
    assertThat(docker.attempt("network", "inspect", "helyos-shop").code()).isNotZero();
  }

  private static void deploy(String prepare, String... more) {
    daemon
        .api()
        .deploy(
            Specs.of(
                "shop",
                "web",
                1,
                "command: [httpd, -f, -p, '8080', -h, /pages]",
                "volumes: [{name: pages, mount: /pages}]",
                "ports: [8080]",
                "stop: {grace: 1s}",
                """
                initContainers:
                  - name: prepare
                    image: helyos/test:1
                    command: [sh, -c, "%s"]
                    volumes: [{name: pages, mount: /pages}]
                containers:
                  - name: beside
                    image: helyos/test:1
                    command: [sh, -c, "while :; do wget -qO- localhost:8080/page; sleep 0.2; done"]
                    healthcheck: {exec: [wget, -qO-, 'localhost:8080/page'], interval: 1s, retries: 60}
                """
                    .formatted(prepare),
                String.join("\n", more)))
        .ok();
  }

  private static void awaitRunning() {
    Wait.untilAsserted(
        "all of the pod runs",
        () -> {
          assertThat(pod().path("status").asText()).isEqualTo("running");
          assertThat(docker.present(LABEL))
              .filteredOn(Docker.Seen::isRunning)
              .extracting(Docker.Seen::name)
              .containsExactly(POD, BESIDE, HOLDER);
        });
  }

  private static JsonNode pod() {
    return daemon.api().get("/api/v1/pods?project=shop").ok().body().path(0);
  }

  private static Instant time(String container, String field) {
    return Instant.parse(docker.inspect(container).at("/State/" + field).asText());
  }

  private static void assertOrder() {
    assertThat(time(PREPARE, "StartedAt")).isAfter(time(HOLDER, "StartedAt"));
    for (var name : List.of(POD, BESIDE)) {
      assertThat(time(name, "StartedAt")).as(name).isAfter(time(PREPARE, "FinishedAt"));
    }
  }

  private static String id(String container) {
    return docker.inspect(container).get("Id").asText();
  }

  private static void assertServed() {
    var port = pod().at("/ports/0/host").asInt();
    assertThat(docker.run("port", HOLDER)).contains(":" + port);
    Wait.until(
        "the one beside has reached the page by localhost",
        () -> docker.run("logs", BESIDE).contains("prepared"));
  }

  @Test
  void they_share_network_and_volume_and_restart_one_by_one() {
    deploy("echo prepared > /pages/page");
    awaitRunning();
    assertOrder();
    assertServed();
    var ip = pod().path("container_ip").asText();
    assertThat(docker.run("exec", BESIDE, "hostname")).isEqualTo(POD);
    assertThat(docker.run("exec", BESIDE, "ip", "addr")).contains(ip);
    var holder = id(HOLDER);
    var beside = id(BESIDE);

    docker.run("kill", POD);
    Wait.until("its own comes back", () -> pod().path("attempt").asInt() == 2);
    awaitRunning();
    assertThat(id(BESIDE)).as("the one beside was left alone").isEqualTo(beside);

    var own = id(POD);
    docker.run("kill", BESIDE);
    Wait.until(
        "the one beside comes back",
        () ->
            !docker.containers(LABEL).isEmpty()
                && docker.present(LABEL).stream()
                    .anyMatch(it ->
                        it.name().equals(BESIDE) && it.isRunning() && !it.id().equals(beside)));
    awaitRunning();
    assertThat(id(POD)).as("its own was left alone").isEqualTo(own);
    assertThat(id(HOLDER)).isEqualTo(holder);
    assertThat(pod().path("container_ip").asText()).isEqualTo(ip);
    assertThat(pod().at("/restart_count").asInt()).isEqualTo(2);
    assertServed();
  }

  @Test
  void an_engine_that_was_restarted_brings_all_of_it_back_in_order() {
    deploy("echo prepared > /pages/page");
    awaitRunning();
    var before = id(HOLDER);

    engine.stop();
    engine.startAgain();

    Wait.until(
        "another holder",
        () -> docker.attempt("inspect", HOLDER).code() == 0 && !id(HOLDER).equals(before));
    awaitRunning();
    assertOrder();
    assertServed();
  }

  @Test
  void a_daemon_that_is_killed_in_the_middle_goes_on_where_it_was() {
    deploy("sleep 3; date > /pages/ran; echo prepared > /pages/page");
    Wait.until(
        "it prepares",
        () ->
            docker.present(LABEL).stream()
                .anyMatch(it -> it.name().equals(PREPARE) && it.isRunning()));
    var holder = id(HOLDER);
    var prepare = id(PREPARE);

    daemon.kill();
    daemon.start();

    awaitRunning();
    assertOrder();
    assertThat(id(HOLDER)).isEqualTo(holder);
    assertThat(id(PREPARE)).as("nothing is prepared twice").isEqualTo(prepare);
  }

  /// It dies at this point of the work.
  private static void diesAt(String point, Runnable work) {
    daemon.dieAt(point);
    work.run();
    Wait.until("the daemon dies", () -> !daemon.isAlive());
    daemon.start();
  }

  private static String attempt(String container) {
    return docker.inspect(container).at("/Config/Labels/helyos.attempt").asText();
  }

  @Test
  void a_daemon_that_dies_in_a_restart_or_while_all_is_taken_down_goes_on_where_it_was() {
    deploy("echo prepared > /pages/page");
    awaitRunning();
    var own = id(POD);
    diesAt("after-create-container:1", () -> docker.run("kill", BESIDE));
    awaitRunning();
    assertThat(id(POD)).as("its own was left alone").isEqualTo(own);
    assertThat(attempt(BESIDE)).as("begun again once").isEqualTo("2");

    var holder = id(HOLDER);
    diesAt("after-stop-container:1", () -> docker.run("kill", HOLDER));
    Wait.until(
        "another holder",
        () -> docker.attempt("inspect", HOLDER).code() == 0 && !id(HOLDER).equals(holder));
    awaitRunning();
    assertOrder();
    assertThat(time(PREPARE, "StartedAt")).as("all old are gone").isAfter(time(own, "FinishedAt"));
    assertThat(attempt(HOLDER)).isEqualTo("2");
    assertThat(attempt(POD)).isEqualTo("2");

    diesAt("after-remove-container:1", () -> daemon.api().scale("shop", "web", 0).ok());
    Wait.until("nothing is left", () -> docker.containers(LABEL).isEmpty());
  }

  @Test
  void who_cannot_prepare_keeps_the_others_from_starting_and_says_why() {
    deploy("echo no database; exit 4", "restart: never");

    Wait.until("it has failed", () -> pod().path("status").asText().equals("failed"));
    assertThat(pod().path("message").asText()).contains("prepare").contains("no database");
    Wait.until(
        "the holder is ended",
        () -> docker.containers(LABEL).stream().noneMatch(Docker.Seen::isRunning));
    assertThat(docker.containers(LABEL))
        .extracting(Docker.Seen::name)
        .containsExactly(HOLDER, PREPARE);
    var containers = pod().get("containers");
    assertThat(containers)
        .extracting(it -> it.get("role").asText())
        .containsExactly("own", "holder", "init", "beside");
    assertThat(containers.get(2).get("exit_code").asInt()).isEqualTo(4);
  }
}
