package io.helyos.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeploymentsTest {
  private static final String API = "/api/v1/projects/shop/deployments/api";
  private RunningApi api;

  @BeforeEach
  void start() {
    api = RunningApi.start();
  }

  @AfterEach
  void stop() {
    api.close();
  }

  @Test
  void a_new_deployment_is_answered_with_201_and_a_known_one_with_200() {
    var made = api.deploy(Specs.yaml("shop", "api", 3)).expect(201);
    assertThat(made.json().at("/spec/deployment/name").asText()).isEqualTo("api");
    assertThat(made.json().at("/status").asText()).isEqualTo("pending");
    assertThat(made.json().at("/revision").asInt()).isEqualTo(1);

    api.deploy(Specs.yaml("shop", "api", 3)).expect(200);
    var changed = api.deploy(Specs.yaml("shop", "api", 4)).expect(200);
    assertThat(changed.json().at("/replicas").asInt()).isEqualTo(4);
  }

  @Test
  void json_is_taken_as_well_as_yaml() {
    var spec = "{\"project\":\"shop\",\"deployment\":{\"name\":\"api\"},\"image\":\"api:1\"}";
    api.post("/api/v1/deploy", spec).expect(201);
  }

  @Test
  void a_deploy_lists_the_deployment_in_its_project_before_it_answers() {
    api.deploy(Specs.yaml("shop", "api", 3)).expect(201);
    api.get("/api/v1/projects/shop").expect(200);
    api.delete("/api/v1/projects/shop").expect(409, "conflict");
  }

  @Test
  void a_suspended_project_takes_no_deploys() {
    api.post("/api/v1/projects", "{\"name\":\"shop\"}").expect(201);
    api.post("/api/v1/projects/shop/suspend", "").expect(200);
    api.deploy(Specs.yaml("shop", "api", 3)).expect(409, "conflict");
  }

  @Test
  void names_that_join_to_the_same_letters_collide() {
    api.deploy(Specs.yaml("a-b", "c", 1)).expect(201);
    var refused = api.deploy(Specs.yaml("a", "b-c", 1)).expect(409, "conflict");
    assertThat(refused.json().at("/detail").asText()).contains("a-b/c");
    api.get("/api/v1/projects/a/deployments/b-c").expect(404, "not-found");
  }

  @Test
  void a_wrong_spec_is_answered_with_all_its_faults() {
    var refused = api.deploy("project: shop\nreplcas: 3\nimage: 'a b'\n").expect(422, "invalid");
    assertThat(refused.json().at("/errors").size()).isGreaterThanOrEqualTo(3);
    assertThat(refused.json().at("/errors/0/line").asInt()).isPositive();
    assertThat(
            StreamSupport.stream(refused.json().at("/errors").spliterator(), false)
                .map(fault -> fault.path("suggestion").asText()))
        .contains("replicas");
    assertThat(api.get("/api/v1/deployments").json().size()).isZero();
  }

  @Test
  void what_is_no_yaml_is_unreadable() {
    api.deploy("project: [shop\n").expect(400, "unreadable");
    assertThat(api.core.rows()).hasSize(1);
  }

  @Test
  void a_spec_above_128_kib_is_too_large() {
    api.deploy("# " + "x".repeat(140_000) + "\n").expect(413, "too-large");
  }

  @Test
  void a_dry_run_stores_nothing() {
    var rehearsed =
        api.send(
                "POST",
                "/api/v1/deploy?dryRun=true",
                Specs.yaml("shop", "api", 3),
                "Content-Type",
                "application/yaml")
            .expect(200);
    Contract.check(rehearsed);
    assertThat(rehearsed.json().at("/replicas").asInt()).isEqualTo(3);
    assertThat(rehearsed.json().has("change")).isFalse();
    assertThat(api.get("/api/v1/deployments").json().size()).isZero();
  }

  @Test
  void a_list_is_narrowed_by_project_and_labels() {
    api.deploy(Specs.yaml("shop", "api", 1) + "labels: {tier: web}\n");
    api.deploy(Specs.yaml("shop", "db", 1) + "labels: {tier: data}\n");
    api.deploy(Specs.yaml("blog", "api", 1));
    assertThat(api.get("/api/v1/deployments").json().size()).isEqualTo(3);
    assertThat(api.get("/api/v1/deployments?project=shop").json().size()).isEqualTo(2);
    assertThat(api.get("/api/v1/deployments?l=tier%3Dweb").json().size()).isEqualTo(1);
    assertThat(api.get("/api/v1/deployments?l=tier+in+(web,data)").json().size()).isEqualTo(2);
    assertThat(api.get("/api/v1/deployments?l=tier%21%3Dweb").json().size()).isEqualTo(2);
    api.get("/api/v1/deployments?l=tier").expect(400, "bad-request");
  }

  @Test
  void scale_stop_and_delete_answer_the_change() {
    api.deploy(Specs.yaml("shop", "api", 3));
    var scaled = api.post(API + "/scale", "{\"replicas\":5}").expect(200);
    assertThat(scaled.json().at("/replicas").asInt()).isEqualTo(5);
    assertThat(scaled.header("Helyos-Change")).isEqualTo(scaled.json().at("/change").asText());
    assertThat(scaled.header("Helyos-After")).isEqualTo("deployment|shop-api@2");
    assertThat(scaled.header("ETag")).isEqualTo("\"2\"");
    assertThat(api.post(API + "/stop", "").expect(200).json().at("/status").asText())
        .isEqualTo("stopped");
    api.delete(API).expect(204);
  }

  @Test
  void an_unknown_deployment_is_404_with_a_near_name() {
    api.deploy(Specs.yaml("shop", "api", 3));
    var missing = api.get("/api/v1/projects/shop/deployments/apu").expect(404, "not-found");
    assertThat(missing.json().at("/detail").asText()).contains("Did you mean api?");
    api.post("/api/v1/projects/shop/deployments/apu/scale", "{\"replicas\":5}")
        .expect(404, "not-found");
    api.post("/api/v1/projects/shop/deployments/apu/stop", "").expect(404, "not-found");
    api.delete("/api/v1/projects/shop/deployments/apu").expect(404, "not-found");
  }

  @Test
  void more_replicas_than_there_may_be_are_refused() {
    api.deploy(Specs.yaml("shop", "api", 3));
    api.post(API + "/scale", "{\"replicas\":10001}").expect(422, "invalid");
    api.post(API + "/scale", "{\"replicas\":-1}").expect(422, "invalid");
  }

  @Test
  void one_with_a_pod_on_each_node_says_so_and_has_no_number_of_replicas() {
    var spec = Specs.yaml("shop", "api", 1);
    var told =
        api.deploy(spec + "placement: {mode: everynode, nodes: 'role in (web,api)'}\n")
            .expect(201)
            .json();
    assertThat(told.at("/placement/mode").asText()).isEqualTo("everynode");
    assertThat(told.at("/placement/nodes/0").asText()).isEqualTo("role in (web,api)");
    assertThat(told.at("/status").asText()).as("no node is counted yet").isEqualTo("pending");
    api.post(API + "/scale", "{\"replicas\":3}").expect(409, "conflict");
    api.deploy(spec).expect(409, "conflict");
  }

  @Test
  void the_old_shape_says_what_it_can_and_the_template_says_all() {
    api.deploy(
        Specs.yaml("shop", "api", 1)
            + """
            env: {A: 1}
            ports: ["8080:3000", 4000]
            volumes: [{name: data, mount: /data}, {tmpfs: 64m, mount: /tmp}]
            resources: {memory: 512m, cpu: 0.5}
            command: [serve]
            """);
    var shown = api.get(API).expect(200).json();
    assertThat(shown.at("/spec/ports").toString()).isEqualTo("[3000,4000]");
    assertThat(shown.at("/spec/volumes").toString())
        .isEqualTo("[{\"name\":\"data\",\"mount\":\"/data\"}]");
    assertThat(shown.at("/spec/resources").toString())
        .isEqualTo("{\"memory\":\"512m\",\"cpu\":0.5}");
    assertThat(shown.at("/spec/env/A").asText()).isEqualTo("1");
    assertThat(shown.at("/template/ports/0/host").asInt()).isEqualTo(8080);
    assertThat(shown.at("/template/volumes").size()).isEqualTo(2);
    assertThat(shown.at("/template/command/0").asText()).isEqualTo("serve");
  }
}
