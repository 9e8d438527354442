package io.helyos.daemon;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.helyos.daemon.harness.Api;
import io.helyos.daemon.harness.DaemonProcess;
import io.helyos.daemon.harness.JournalFile;
import io.helyos.model.EntityId;
import io.helyos.model.deployment.Deployment;
import io.helyos.model.pod.Pod;
import io.helyos.model.pod.PodStatus;
import io.helyos.model.view.Fold;
import io.helyos.model.view.Row;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The journal is the whole truth: folding its file from scratch gives what the API said.
@Timeout(300)
class ReplayTest {
  private static final List<String> LISTS =
      List.of("projects", "deployments", "pods", "nodes", "tokens");

  /// Heartbeats and uses are no events; simulated containers live and die with their daemon.
  private static final List<String> PASSING =
      List.of("container_id", "container_ip", "started_at", "last_heartbeat", "last_used_at");

  @TempDir Path folder;

  @Test
  void replay_equals_live_and_a_restart_changes_nothing() {
    try (var daemon = DaemonProcess.simulated(folder, 3).start()) {
      work(daemon.api());
      var live = settled(daemon.api());
      assertThat(daemon.terminate()).isZero();

      var journal = daemon.journal();
      journal.assertWhole();
      var folded = fold(journal);
      assertThat(pods(folded)).isEqualTo(pods(requireNonNull(live.get("pods"))));
      assertThat(deployments(folded))
          .isEqualTo(deployments(requireNonNull(live.get("deployments"))));

      daemon.start();
      for (var list : LISTS) {
        Wait.untilAsserted(
            list + " are as before",
            () -> assertThat(list(daemon.api(), list)).isEqualTo(live.get(list)));
      }
    }
  }

  private static void work(Api api) {
    IntStream.range(0, 6).forEach(n -> api.deploy(Specs.of("shop", "d" + n, 5)).ok());
    for (var round = 0; round < 10; round++) {
      for (var n = 0; n < 6; n++) api.scale("shop", "d" + n, (round * 7 + n * 3) % 11).ok();
    }
    api.deploy(Specs.of("shop", "d1", 4, "env: {COLOUR: blue}")).ok();
    api.post("/api/v1/projects/shop/deployments/d2/stop", "").ok();
    api.delete("/api/v1/projects/shop/deployments/d3").ok();
    api.deploy(Specs.of("shop", "d4", 2, "ports: [80]")).ok();
    api.deploy(Specs.of("bank", "api", 3, "resources: {cpu: 100}")).ok();
  }

  /// The lists once nothing moves any more.
  private static Map<String, JsonNode> settled(Api api) {
    Wait.until(
        "all is as wanted",
        () ->
            statuses(api, "/api/v1/deployments?project=shop")
                    .allMatch(status -> List.of("running", "stopped").contains(status))
                && statuses(api, "/api/v1/pods?project=shop")
                    .allMatch(status -> List.of("running", "stopped").contains(status))
                && api.get("/api/v1/deployments?project=shop").body().size() == 5
                && rolledOut(api.get("/api/v1/deployments?project=shop").body())
                && api.get("/api/v1/pods?project=bank").body().findValuesAsText("reason").stream()
                    .allMatch("NoFittingNode"::equals));
    return lists(api);
  }

  /// Those that were stopped on the way move no more.
  private static boolean rolledOut(JsonNode deployments) {
    for (var one : deployments) {
      var moves = one.at("/rollout/state").asText().equals("progressing");
      if (moves && one.at("/status").asText().equals("running")) return false;
    }
    return true;
  }

  private static java.util.stream.Stream<String> statuses(Api api, String path) {
    return api.get(path).ok().body().findValuesAsText("status").stream();
  }

  private static Map<String, JsonNode> lists(Api api) {
    var lists = new TreeMap<String, JsonNode>();
    for (var name : LISTS) lists.put(name, list(api, name));
    return lists;
  }

  private static JsonNode list(Api api, String name) {
    var list = api.get("/api/v1/" + name).ok().body();
    for (var one : list) ((ObjectNode) one).remove(PASSING);
    return list;
  }

  private static Map<EntityId, Row<?>> fold(JournalFile journal) {
    var rows = new HashMap<EntityId, Row<?>>();
    for (var row : journal.rows()) {
      rows.compute(
          row.entity(),
          (id, before) ->
              Fold.apply(
                  Optional.ofNullable(before),
                  id,
                  row.sequence(),
                  row.recorded().time(),
                  row.event()));
    }
    return rows;
  }

  /// Status, node, incarnation and attempt of each pod, as the model says it.
  private static Map<String, String> pods(Map<EntityId, Row<?>> folded) {
    var pods = new TreeMap<String, String>();
    for (var row : folded.values()) {
      if (row.state() instanceof Pod pod && pod.lived().isPresent()) {
        var life = pod.lived().get();
        pods.put(
            life.assignment().pod().podName(),
            "%s on %s, %d.%d, revision %d, since %s"
                .formatted(
                    PodStatus.of(pod).orElseThrow().json(),
                    pod.placed().map(at -> at.node()).orElse("null"),
                    life.incarnation(),
                    life.attempt(),
                    life.assignment().revision(),
                    row.createdAt()));
      }
    }
    return pods;
  }

  private static Map<String, String> pods(JsonNode list) {
    var pods = new TreeMap<String, String>();
    for (var pod : list) {
      pods.put(
          pod.get("name").asText(),
          "%s on %s, %d.%d, revision %d, since %s"
              .formatted(
                  pod.get("status").asText(),
                  pod.get("node").asText(),
                  pod.get("incarnation").asLong(),
                  pod.get("attempt").asInt(),
                  pod.get("revision").asInt(),
                  pod.get("created_at").asText()));
    }
    return pods;
  }

  private static Map<String, String> deployments(Map<EntityId, Row<?>> folded) {
    var deployments = new TreeMap<String, String>();
    for (var row : folded.values()) {
      if (row.state() instanceof Deployment.Active active) {
        deployments.put(
            active.id().toString(),
            "%d replicas of revision %d, changed %s"
                .formatted(active.replicas(), active.revision(), row.updatedAt()));
      }
    }
    return deployments;
  }

  private static Map<String, String> deployments(JsonNode list) {
    var deployments = new TreeMap<String, String>();
    StreamSupport.stream(list.spliterator(), false)
        .forEach(one ->
            deployments.put(
                one.get("project").asText() + "/" + one.get("name").asText(),
                "%d replicas of revision %d, changed %s"
                    .formatted(
                        one.get("replicas").asInt(),
                        one.get("revision").asInt(),
                        one.get("updated_at").asText())));
    return deployments;
  }
}
