package io.helyos.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.model.pod.PodCommand;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PodsAndNodesTest {
  private RunningApi api;

  @BeforeEach
  void start() {
    api = RunningApi.start();
    Specs.register(api.core, "one");
    api.deploy(Specs.yaml("shop", "api", 2) + "labels: {tier: web}\n");
  }

  @AfterEach
  void stop() {
    api.close();
  }

  @Test
  void a_running_pod_shows_its_container_and_its_ports() {
    Specs.running(api.core, 0);
    var pod = api.get("/api/v1/pods/helyos-shop-api-0").expect(200).json();
    assertThat(pod.at("/status").asText()).isEqualTo("running");
    assertThat(pod.at("/ready").asBoolean()).isTrue();
    assertThat(pod.at("/container_id").asText()).isEqualTo("c0");
    assertThat(pod.at("/ports/0/host").asInt()).isEqualTo(20_000);
    var node = api.get("/api/v1/nodes/one").expect(200).json();
    assertThat(pod.at("/node_id").asText()).isEqualTo(node.at("/id").asText());
    var deployment = api.get("/api/v1/projects/shop/deployments/api").json();
    assertThat(pod.at("/deployment_id").asText()).isEqualTo(deployment.at("/id").asText());
  }

  @Test
  void a_pod_without_a_node_says_why() {
    var pod = Specs.pending(api.core, 0);
    api.core.tell(pod.entity(), new PodCommand.ReportUnplaceable(1, Map.of("one", "cordoned")));
    var shown = api.get("/api/v1/pods").expect(200).json().get(0);
    assertThat(shown.at("/status").asText()).isEqualTo("pending");
    assertThat(shown.at("/reason").asText()).isEqualTo("NoFittingNode");
    assertThat(shown.at("/message").asText()).contains("cordoned");
    assertThat(shown.at("/node_id").isNull()).isTrue();
    assertThat(shown.at("/ports").isArray()).isTrue();
    assertThat(shown.at("/ports")).as("ports that no node has granted").isEmpty();
    var deployment = api.get("/api/v1/projects/shop/deployments/api").json();
    assertThat(deployment.at("/message").asText()).contains("NoFittingNode");
  }

  @Test
  void a_pod_that_ended_waits_and_counts_its_restarts() {
    var pod = Specs.running(api.core, 0);
    api.core.tell(
        pod.entity(),
        new PodCommand.ReportExited(
            1, 1, new io.helyos.model.pod.Exit(3, false, Instant.now(), List.of("no database"))));
    var shown = api.get("/api/v1/pods/helyos-shop-api-0").json();
    assertThat(shown.at("/status").asText()).isEqualTo("restarting");
    assertThat(shown.at("/restart_count").asInt()).isEqualTo(1);
    assertThat(shown.at("/reason").asText()).isEqualTo("Error");
    assertThat(shown.at("/message").asText()).contains("no database");
    assertThat(shown.at("/container_id").isNull()).isTrue();
  }

  @Test
  void pods_are_narrowed_by_project_deployment_and_label() {
    Specs.running(api.core, 0);
    Specs.pending(api.core, 1);
    assertThat(api.get("/api/v1/pods?project=shop&deployment=api").json().size()).isEqualTo(2);
    assertThat(api.get("/api/v1/pods?project=other").json().size()).isZero();
    assertThat(api.get("/api/v1/pods?deployment=other").json().size()).isZero();
    assertThat(api.get("/api/v1/pods?l=tier%3Dweb").json().size()).isEqualTo(2);
    assertThat(api.get("/api/v1/pods?l=tier%3Ddata").json().size()).isZero();
  }

  @Test
  void an_unknown_pod_is_404_with_a_near_name() {
    Specs.running(api.core, 0);
    var missing = api.get("/api/v1/pods/helyos-shop-api-1").expect(404, "not-found");
    assertThat(missing.json().at("/detail").asText()).contains("helyos-shop-api-0");
    api.get("/api/v1/pods/x").expect(404, "not-found");
    api.get("/api/v1/pods/helyos-shop-api-00").expect(404, "not-found");
  }

  @Test
  void a_node_that_is_silent_was_seen_when_it_last_answered() {
    var asked = Instant.now();
    var seen = api.get("/api/v1/nodes/one").json().at("/last_heartbeat").asText();
    assertThat(Instant.parse(seen)).isAfterOrEqualTo(asked);
    api.core.loseEngine();
    var lost = api.get("/api/v1/nodes").json().get(0);
    assertThat(lost.at("/status").asText()).isEqualTo("notready");
    assertThat(Instant.parse(lost.at("/last_heartbeat").asText()))
        .isBefore(Instant.now().minusSeconds(170));
  }

  @Test
  void a_drained_node_says_what_is_left_on_it_until_the_drain_is_cancelled() {
    var reserve =
        new io.helyos.model.node.NodeCommand.Reserve(
            Specs.running(api.core, 0), 1, new io.helyos.model.pod.Needs(0, 0, List.of()));
    api.core.tell(io.helyos.model.EntityId.node("one"), reserve);
    var draining = api.post("/api/v1/nodes/one/drain?deadline=60", "").expect(200).json();
    assertThat(draining.at("/status").asText()).isEqualTo("draining");
    assertThat(draining.at("/cordoned").asBoolean()).isTrue();
    assertThat(draining.at("/to_leave").asInt()).isEqualTo(1);
    assertThat(draining.at("/message").asText()).contains("helyos-shop-api-0");
    api.post("/api/v1/nodes/one/uncordon", "").expect(409, "conflict");
    var back = api.post("/api/v1/nodes/one/cancel-drain", "").expect(200).json();
    assertThat(back.at("/status").asText()).isEqualTo("ready");
    assertThat(back.at("/cordoned").asBoolean()).isFalse();
  }

  @Test
  void nodes_are_listed_measured_and_cordoned() {
    Specs.running(api.core, 0);
    var node = api.get("/api/v1/nodes").expect(200).json().get(0);
    assertThat(node.at("/resources/cpu_cores").asInt()).isEqualTo(8);
    assertThat(node.at("/resources/running_pods").asInt()).isEqualTo(1);
    assertThat(node.at("/role").asText()).isEqualTo("master");
    assertThat(api.get("/api/v1/nodes?l=zone%3Db").json().size()).isZero();
    assertThat(api.get("/api/v1/nodes/stats").json().at("/0/pod_count").asInt()).isEqualTo(1);

    var cordoned = api.post("/api/v1/nodes/one/cordon", "").expect(200).json();
    assertThat(cordoned.at("/cordoned").asBoolean()).isTrue();
    assertThat(cordoned.at("/status").asText()).isEqualTo("ready");
    var back = api.post("/api/v1/nodes/one/uncordon", "").expect(200).json();
    assertThat(back.at("/cordoned").asBoolean()).isFalse();
    api.post("/api/v1/nodes/two/cordon", "").expect(404, "not-found");
    api.get("/api/v1/nodes/on").expect(404, "not-found");
  }

  @Test
  void labels_of_a_node_are_given_and_taken_away_and_the_others_stay() {
    Specs.running(api.core, 0);
    var labels = "/api/v1/nodes/one/labels";
    var given = "{\"set\": {\"zone\": \"b\", \"role\": \"web\"}}";
    assertThat(api.post(labels, given).expect(200).json().at("/labels/zone").asText())
        .isEqualTo("b");
    assertThat(api.get("/api/v1/nodes?l=zone%3Db,role%3Dweb").json().size()).isEqualTo(1);
    var left = api.post(labels, "{\"remove\": [\"zone\"]}").expect(200).json();
    assertThat(left.at("/labels").has("zone")).isFalse();
    assertThat(left.at("/labels/role").asText()).isEqualTo("web");

    api.post(labels, "{}").expect(422);
    api.post(labels, "{\"set\": {\"-\": \"b\"}}").expect(422);
    api.post(labels, "{\"set\": {\"zone\": \"a b\"}}").expect(422);
    api.post(labels, "{\"set\": {\"a\": \"b\"}, \"remove\": [\"a\"]}").expect(422);
    api.post("/api/v1/nodes/two/labels", given).expect(404, "not-found");
  }
}
