package io.helyos.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.helyos.model.deployment.DeploymentCommand.ReportPod;
import io.helyos.model.pod.PodReport;
import io.helyos.model.pod.PodReport.Phase;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Changes that are taken back.
class UndoTest {
  private static final String ONE = "/api/v1/projects/shop/deployments/api";
  private static final String NODE = "/api/v1/nodes/one";

  private final RunningApi api = RunningApi.start();

  @BeforeEach
  void deploy() {
    Specs.register(api.core, "one");
    deploy("api:1", 2);
  }

  @AfterEach
  void stop() {
    api.close();
  }

  private String deploy(String image, int replicas) {
    var spec =
        "project: shop\ndeployment: {name: api}\nimage: %s\nreplicas: %d\n"
            .formatted(image, replicas);
    return api.deploy(spec).header("Helyos-Change");
  }

  private String post(String path, String json) {
    return api.post(path, json).header("Helyos-Change");
  }

  private String scale(int replicas) {
    return post(ONE + "/scale", "{\"replicas\": %d}".formatted(replicas));
  }

  private Exchange plan(String change) {
    return api.get("/api/v1/changes/" + change + "/undo");
  }

  private Exchange undo(String change, String... headers) {
    return api.post("/api/v1/changes/" + change + "/undo", "", headers);
  }

  private static List<String> actions(Exchange plan) {
    return stream(plan.json().at("/steps"))
        .map(step -> step.get("action").asText() + " " + step.get("name").asText())
        .toList();
  }

  private static Stream<JsonNode> stream(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }

  private JsonNode deployment() {
    return api.get(ONE).expect(200).json();
  }

  private void gone(int index) {
    var report = new PodReport(index, 0, 0, 0, Phase.GONE);
    api.core.tell(Specs.API.entity(), new ReportPod(Specs.API, report));
  }

  /// What a user does, and what it is called to take it back.
  record Kind(
      String name, List<String> before, String method, String path, String body, String step) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Kind> kinds() {
    var node = "/api/v1/nodes/one";
    return Stream.of(
        new Kind("scale", List.of(), "POST", ONE + "/scale", "{\"replicas\":5}", "deploy shop/api"),
        new Kind("stop", List.of(), "POST", ONE + "/stop", "", "deploy shop/api"),
        new Kind("restart", List.of(), "POST", ONE + "/restart", "", "rollback shop/api"),
        new Kind("pause", List.of(), "POST", ONE + "/pause", "", "resume-rollout shop/api"),
        new Kind(
            "resume",
            List.of(ONE + "/pause"),
            "POST",
            ONE + "/resume",
            "",
            "pause-rollout shop/api"),
        new Kind(
            "rollback",
            List.of(ONE + "/restart"),
            "POST",
            ONE + "/rollback",
            "{\"revision\":1}",
            "rollback shop/api"),
        new Kind("suspend", List.of(), "POST", "/api/v1/projects/shop/suspend", "", "resume shop"),
        new Kind(
            "resume project",
            List.of("/api/v1/projects/shop/suspend"),
            "POST",
            "/api/v1/projects/shop/resume",
            "",
            "suspend shop"),
        new Kind("create", List.of(), "POST", "/api/v1/projects", "{\"name\":\"x\"}", "delete x"),
        new Kind("cordon", List.of(), "POST", node + "/cordon", "", "uncordon one"),
        new Kind(
            "uncordon", List.of(node + "/cordon"), "POST", node + "/uncordon", "", "cordon one"),
        new Kind(
            "token",
            List.of(),
            "POST",
            "/api/v1/tokens",
            "{\"name\":\"ci\"}",
            "revoke-token cluster"));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void each_kind_of_change_is_taken_back_and_again(Kind kind) {
    kind.before().forEach(path -> api.post(path, "").expect(200));
    var exchange = api.post(kind.path(), kind.body());
    var change = exchange.header("Helyos-Change");
    var shown = plan(change).expect(200);
    assertThat(actions(shown)).containsExactly(kind.step());
    assertThat(shown.json().at("/by").asText()).isEqualTo("admin");
    var undone = undo(change, "If-Match", shown.header("ETag")).expect(200);
    assertThat(undone.json().at("/steps")).isEqualTo(shown.json().at("/steps"));
    var isToken = kind.name().equals("token");
    plan(change).expect(409, isToken ? "conflict" : "needless");
    var second = plan(undone.header("Helyos-Change"));
    // Only a token that is revoked cannot come back: its secret may be known.
    if (isToken) second.expect(409, "conflict");
    else undo(undone.header("Helyos-Change"), "If-Match", second.header("ETag")).expect(200);
  }

  @Test
  void a_deploy_is_taken_back_field_by_field() {
    var newer = deploy("api:2", 2);
    scale(4);
    var shown = plan(newer).expect(200);
    assertThat(actions(shown)).containsExactly("rollback shop/api");
    assertThat(stream(shown.json().at("/steps/0/fields")).map(it -> it.get("field").asText()))
        .containsExactly("image", "revision");
    undo(newer).expect(200);
    assertThat(deployment().at("/spec/image").asText()).isEqualTo("api:1");
    assertThat(deployment().at("/replicas").asInt()).isEqualTo(4);
  }

  @Test
  void what_was_changed_again_is_refused_and_named() {
    var first = scale(5);
    var second = scale(7);
    var refused = plan(first).expect(409, "conflict").json().at("/detail").asText();
    assertThat(refused).contains("replicas", "by admin", second);
    undo(first).expect(409, "conflict");
    assertThat(deployment().at("/replicas").asInt()).isEqualTo(7);
  }

  @Test
  void what_was_removed_comes_back_and_its_project_lists_it() {
    var removed = api.delete(ONE).header("Helyos-Change");
    plan(removed).expect(409, "conflict");
    gone(0);
    gone(1);
    api.get(ONE).expect(404);
    undo(removed).expect(200);
    assertThat(deployment().at("/replicas").asInt()).isEqualTo(2);
    api.send("DELETE", "/api/v1/projects/shop", "").expect(409, "conflict");
  }

  @Test
  void only_the_plan_that_was_shown_is_carried_out() {
    var change = scale(5);
    var tag = plan(change).header("ETag");
    api.post(ONE + "/stop", "").expect(200);
    undo(change, "If-Match", tag).expect(412, "precondition-failed");
    assertThat(deployment().at("/replicas").asInt()).isEqualTo(5);
  }

  @Test
  void an_undo_is_in_the_books_with_its_author_and_is_the_cause_of_what_follows() {
    var change = scale(5);
    var undone = undo(change).expect(200);
    var chain = api.get(ONE + "/why").expect(200).json().at("/chain");
    assertThat(chain).hasSize(2);
    assertThat(chain.get(1).get("message").asText()).contains(change, "taken back");
    assertThat(chain.get(1).get("author").asText()).isEqualTo("admin");
    assertThat(chain)
        .allMatch(it -> it.get("change").asText().equals(undone.header("Helyos-Change")));
  }

  @Test
  void a_request_that_comes_twice_is_carried_out_once() {
    var change = scale(5);
    var first = undo(change, "Idempotency-Key", "k1").expect(200);
    var again = undo(change, "Idempotency-Key", "k1").expect(200);
    assertThat(again.header("Helyos-Change")).isEqualTo(first.header("Helyos-Change"));
    assertThat(deployment().at("/replicas").asInt()).isEqualTo(2);
  }

  @Test
  void what_is_no_change_of_a_user_or_of_nobody_is_refused() {
    plan("0".repeat(26)).expect(404, "not-found");
    plan("test").expect(409, "conflict");
  }

  @Test
  void what_news_come_meanwhile_does_not_matter() {
    var change = scale(5);
    var tag = plan(change).header("ETag");
    var running = new PodReport(0, 1, 1, 1, Phase.RUNNING);
    api.core.tell(Specs.API.entity(), new ReportPod(Specs.API, running));
    undo(change, "If-Match", tag).expect(200);
    assertThat(api.get(NODE).expect(200).json().at("/cordoned").asBoolean()).isFalse();
  }
}
