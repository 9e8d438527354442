package io.helyos.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.model.DeploymentId;
import io.helyos.model.cluster.ClusterCommand.RequestUndo;
import io.helyos.model.deployment.DeploymentCommand.Remove;
import io.helyos.model.deployment.DeploymentCommand.ReportPod;
import io.helyos.model.deployment.DeploymentCommand.Rollback;
import io.helyos.model.pod.PodReport;
import io.helyos.model.pod.PodReport.Phase;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Projects that become what they were.
class RestoreTest {
  private static final String SHOP = "/api/v1/projects/shop";

  private final RunningApi api = RunningApi.start();
  private Instant then = Instant.EPOCH;

  /// At first there are `api` and `web`; then `api` is newer, `web` is gone and `job` is there.
  @BeforeEach
  void aBadAfternoon() {
    deploy("api", "api:1", 2);
    deploy("web", "web:1", 1);
    then = Instant.now();
    deploy("api", "api:2", 3);
    deploy("job", "job:1", 1);
    api.delete(SHOP + "/deployments/web");
    var web = new DeploymentId("shop", "web");
    var gone = new PodReport(0, 0, 0, 0, Phase.GONE);
    api.core.tell(web.entity(), new ReportPod(web, gone));
  }

  @AfterEach
  void stop() {
    api.close();
  }

  private void deploy(String name, String image, int replicas) {
    api.deploy(
        "project: shop\ndeployment: {name: %s}\nimage: %s\nreplicas: %d\n"
            .formatted(name, image, replicas));
  }

  private String restore() {
    return SHOP + "/restore?at=" + then;
  }

  private static List<String> actions(Exchange plan) {
    return StreamSupport.stream(plan.json().at("/steps").spliterator(), false)
        .map(step -> step.get("action").asText() + " " + step.get("name").asText())
        .toList();
  }

  private String image(String name) {
    return api.get(SHOP + "/deployments/" + name).expect(200).json().at("/spec/image").asText();
  }

  private String status() {
    return api.get(SHOP).expect(200).json().at("/status").asText();
  }

  @Test
  void all_deployments_become_what_they_were_under_one_change() {
    var plan = api.get(restore()).expect(200);
    assertThat(actions(plan))
        .containsExactly(
            "rollback shop/api", "deploy shop/api", "remove shop/job", "deploy shop/web");
    assertThat(plan.json().at("/at").asText()).isEqualTo(then.toString());
    var done = api.post(restore(), "", "If-Match", plan.header("ETag")).expect(200);
    assertThat(image("api")).isEqualTo("api:1");
    assertThat(image("web")).isEqualTo("web:1");
    assertThat(api.get(SHOP + "/deployments/api").json().at("/replicas").asInt()).isEqualTo(2);
    var change = done.header("Helyos-Change");
    assertThat(api.get(SHOP + "/deployments/web/why").json().at("/chain/0/change").asText())
        .isEqualTo(change);
  }

  @Test
  void a_restore_is_taken_back_like_any_change() {
    var change = api.post(restore(), "").expect(200).header("Helyos-Change");
    var job = new DeploymentId("shop", "job");
    api.core.tell(job.entity(), new ReportPod(job, new PodReport(0, 0, 0, 0, Phase.GONE)));
    api.post("/api/v1/changes/" + change + "/undo", "").expect(200);
    assertThat(image("api")).isEqualTo("api:2");
    assertThat(image("job")).isEqualTo("job:1");
    assertThat(api.get(SHOP + "/deployments/web").json().at("/message").asText())
        .contains("removed");
  }

  @Test
  void when_somebody_comes_between_what_was_done_is_taken_back() {
    api.core.refuses =
        command -> command instanceof Remove remove && remove.id().name().equals("job");
    var refused = api.send("POST", restore(), "", "Content-Type", "application/json");
    refused.expect(409, "conflict");
    assertThat(refused.json().at("/detail").asText()).contains("came between", "was taken back");
    assertThat(image("api")).isEqualTo("api:2");
    assertThat(image("job")).isEqualTo("job:1");
    api.get(SHOP + "/deployments/web").expect(404);
  }

  /// As when the daemon is lost between two steps, and the client sends the request again.
  @Test
  void what_was_begun_and_not_ended_is_ended_when_the_request_comes_again() {
    api.core.refuses =
        command ->
            command instanceof RequestUndo
                || (command instanceof Remove remove && remove.id().name().equals("job"));
    var key = new String[] {"Idempotency-Key", "k1", "Content-Type", "application/json"};
    var half = api.send("POST", restore(), "", key).expect(409, "conflict");
    assertThat(half.json().at("/detail").asText()).contains("could not be taken back");
    assertThat(image("api")).isEqualTo("api:1");
    api.core.refuses = _ -> false;
    var whole = api.send("POST", restore(), "", key).expect(200);
    assertThat(actions(whole)).containsExactly("remove shop/job", "deploy shop/web");
    assertThat(image("web")).isEqualTo("web:1");
    assertThat(half.json().at("/detail").asText()).contains(whole.header("Helyos-Change"));
  }

  @Test
  void nothing_is_done_when_the_first_step_is_refused() {
    api.core.refuses = Rollback.class::isInstance;
    api.send("POST", restore(), "", "Content-Type", "application/json").expect(409, "conflict");
    assertThat(image("api")).isEqualTo("api:2");
  }

  @Test
  void whether_it_is_suspended_is_restored_too() {
    api.post(SHOP + "/suspend", "").expect(200);
    var plan = api.get(restore()).expect(200);
    assertThat(actions(plan)).endsWith("resume shop");
    api.post(restore(), "").expect(200);
    assertThat(status()).isEqualTo("active");
    assertThat(api.get(SHOP + "/restore?at=" + then.minusSeconds(3600)).status()).isEqualTo(404);
  }

  @Test
  void what_is_as_it_was_needs_no_restore() {
    var now = Instant.now();
    assertThat(api.get(SHOP + "/restore?at=" + now).expect(409).json().at("/detail").asText())
        .contains("nothing to restore");
    assertThat(api.bad("GET", SHOP + "/restore", "").status()).isEqualTo(400);
    assertThat(api.bad("GET", SHOP + "/restore?at=soon", "").status()).isEqualTo(400);
  }
}
