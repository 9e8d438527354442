package io.helyos.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.model.deployment.DeploymentCommand.ReportPod;
import io.helyos.model.pod.PodReport;
import io.helyos.model.pod.PodReport.Phase;
import io.helyos.model.pod.Setbacks;
import io.helyos.model.pod.Trouble;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RolloutsTest {
  private static final String API = "/api/v1/projects/shop/deployments/api";
  private static final String ONE_BY_ONE =
      "update: {maxSurge: 0, maxUnavailable: 1}\nreadiness: {exec: [check]}\n";

  private RunningApi api;

  @BeforeEach
  void start() {
    api = RunningApi.start();
  }

  @AfterEach
  void stop() {
    api.close();
  }

  private Exchange deploy(int version, String more) {
    var spec = Specs.yaml("shop", "api", 2).replace("api:1", "api:" + version);
    return api.deploy(spec + more);
  }

  private void report(int index, int revision, Phase phase, Setbacks setbacks) {
    var report = new PodReport(index, revision, revision, 1, phase, setbacks, "api@sha256:1");
    api.core.tell(Specs.API.entity(), new ReportPod(Specs.API, report));
  }

  private void allUp(int revision) {
    for (var index = 0; index < 2; index++) report(index, revision, Phase.RUNNING, Setbacks.NONE);
  }

  private String rollout(String field) {
    return api.get(API + "/rollout").expect(200).json().at("/" + field).asText();
  }

  @Test
  void a_rollout_is_told_from_its_first_step_to_its_last() {
    deploy(1, ONE_BY_ONE).expect(201);
    assertThat(rollout("state")).isEqualTo("progressing");
    allUp(1);
    assertThat(rollout("state")).isEqualTo("completed");
    deploy(2, ONE_BY_ONE).expect(200);
    assertThat(rollout("message")).isEqualTo("0 of 2 pods are at revision 2.");
    report(0, 2, Phase.RUNNING, Setbacks.NONE);
    assertThat(rollout("updated")).isEqualTo("1");
    report(1, 2, Phase.RUNNING, Setbacks.NONE);
    assertThat(rollout("state")).isEqualTo("completed");
    assertThat(api.get(API).json().at("/rollout/state").asText()).isEqualTo("completed");
  }

  @Test
  void one_that_failed_says_which_pod_and_why_with_its_last_lines() {
    deploy(1, ONE_BY_ONE);
    allUp(1);
    deploy(2, ONE_BY_ONE);
    var why = new Trouble("Error", "Exit code 3.", Optional.of(3), List.of("no database"));
    report(0, 2, Phase.RESTARTING, new Setbacks(3, 0, false, Optional.of(why)));
    var told = api.get(API + "/rollout").expect(200).json();
    assertThat(told.at("/state").asText()).isEqualTo("stopped");
    assertThat(told.at("/failure/pod").asText()).isEqualTo("helyos-shop-api-0");
    assertThat(told.at("/failure/cause").asText()).isEqualTo("restarts");
    assertThat(told.at("/failure/exit_code").asInt()).isEqualTo(3);
    assertThat(told.at("/failure/last_lines/0").asText()).isEqualTo("no database");
    assertThat(api.get(API).json().at("/message").asText())
        .contains("revision 2 has stopped", "Exit code 3.", "helyos rollback api -p shop");
  }

  @Test
  void revisions_are_all_there_and_one_can_go_back_to_each() {
    deploy(1, ONE_BY_ONE);
    allUp(1);
    deploy(2, ONE_BY_ONE);
    var all = api.get(API + "/revisions").expect(200).json();
    assertThat(all.findValuesAsText("revision")).containsExactly("1", "2");
    assertThat(all.at("/0/completed").asBoolean()).isTrue();
    assertThat(all.at("/0/digest").asText()).isEqualTo("api@sha256:1");
    assertThat(all.at("/1/current").asBoolean()).isTrue();
    var back = api.post(API + "/rollback", "{\"revision\":1}").expect(200);
    assertThat(back.json().at("/revision").asInt()).isEqualTo(1);
    assertThat(back.header("Helyos-Change")).isNotEmpty();
    assertThat(api.post(API + "/rollback", "{}").expect(200).json().at("/revision").asInt())
        .isEqualTo(2);
  }

  @Test
  void each_revision_names_who_made_it_and_by_which_change() {
    var first = deploy(1, ONE_BY_ONE).header("Helyos-Change");
    allUp(1);
    var second = api.post(API + "/restart", "").expect(200).header("Helyos-Change");
    api.post(API + "/rollback", "{}").expect(200);
    var me = api.get("/api/v1/whoami").expect(200).json().at("/name").asText();
    var all = api.get(API + "/revisions").expect(200).json();
    assertThat(all.findValuesAsText("change")).containsExactly(first, second);
    assertThat(all.findValuesAsText("author")).containsExactly(me, me);
  }

  @Test
  void what_is_not_there_cannot_be_gone_back_to() {
    deploy(1, ONE_BY_ONE);
    api.post(API + "/rollback", "{\"revision\":7}").expect(404, "not-found");
    api.post(API + "/rollback", "{}").expect(409, "conflict");
    api.get("/api/v1/projects/shop/deployments/apu/rollout").expect(404, "not-found");
    api.post("/api/v1/projects/shop/deployments/apu/restart", "").expect(404, "not-found");
  }

  @Test
  void a_paused_rollout_waits_and_takes_no_restart() {
    deploy(1, ONE_BY_ONE);
    allUp(1);
    assertThat(api.post(API + "/pause", "").expect(200).json().at("/state").asText())
        .isEqualTo("paused");
    deploy(2, ONE_BY_ONE);
    api.post(API + "/restart", "").expect(409, "conflict");
    assertThat(api.post(API + "/resume", "").expect(200).json().at("/state").asText())
        .isEqualTo("progressing");
    assertThat(api.post(API + "/restart", "").expect(200).json().at("/revision").asInt())
        .isEqualTo(3);
  }

  @Test
  void a_dry_run_tells_the_steps_and_where_the_pods_would_go() {
    Specs.register(api.core, "one");
    deploy(1, "");
    allUp(1);
    var spec = Specs.yaml("shop", "api", 2).replace("api:1", "api:2");
    var plan =
        api.send("POST", "/api/v1/deploy?dryRun=true", spec, "Content-Type", "application/yaml")
            .expect(200)
            .json()
            .at("/plan");
    assertThat(plan.at("/change").asText()).isEqualTo("updated");
    assertThat(plan.at("/steps").findValuesAsText("action"))
        .containsExactly("add", "replace", "replace", "remove");
    assertThat(plan.at("/steps").findValuesAsText("pod"))
        .containsExactly(
            "helyos-shop-api-2", "helyos-shop-api-0", "helyos-shop-api-1", "helyos-shop-api-2");
    assertThat(plan.at("/steps/0/node").asText()).isEqualTo("one");
    assertThat(rollout("revision")).isEqualTo("1");
  }
}
