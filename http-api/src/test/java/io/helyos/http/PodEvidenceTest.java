package io.helyos.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.helyos.model.PodId;
import io.helyos.model.pod.Assignment;
import io.helyos.model.pod.Exit;
import io.helyos.model.pod.Health.Liveness;
import io.helyos.model.pod.Needs;
import io.helyos.model.pod.Pod;
import io.helyos.model.pod.PodCommand;
import io.helyos.model.pod.StartFailure;
import io.helyos.model.template.Backoff;
import io.helyos.model.template.RestartPolicy;
import io.helyos.model.template.StopPolicy;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Why a pod is as it is, as clients read it.
class PodEvidenceTest {

  /// So that the next attempt is still to come.
  private static final Instant LATER = Instant.parse("2999-03-01T12:00:00Z");

  private static final Instant TIME = Instant.parse("2026-03-01T12:00:00Z");
  private static final PodId POD = Specs.API.pod(0);

  private final RunningApi api = RunningApi.start();

  @BeforeEach
  void deploy() {
    Specs.register(api.core, "one");
    api.deploy(Specs.yaml("shop", "api", 1));
  }

  @AfterEach
  void stop() {
    api.close();
  }

  private JsonNode pod() {
    return api.get("/api/v1/pods/helyos-shop-api-0").expect(200).json();
  }

  private void exits(Exit exit) {
    api.core.tell(POD.entity(), new PodCommand.ReportExited(1, 1, exit));
  }

  private void placed(boolean checked, boolean gated) {
    api.core.tell(
        POD.entity(),
        new PodCommand.Assign(
            new Assignment(
                POD,
                1,
                "api:1",
                new Needs(0, 0, List.of()),
                RestartPolicy.ALWAYS,
                Backoff.DEFAULT,
                StopPolicy.DEFAULT,
                checked,
                gated)));
    api.core.tell(POD.entity(), new PodCommand.ChoosePlacement(1, "one", Map.of(), Map.of()));
    api.core.tell(POD.entity(), new PodCommand.ReportGranted(1, "one", List.of()));
  }

  private void running(boolean checked, boolean gated) {
    placed(checked, gated);
    api.core.tell(
        POD.entity(),
        new PodCommand.ReportStarted(1, 1, new Pod.Container("c0", "", "sha256:abc", TIME)));
  }

  private void answers(Liveness liveness, boolean ready, String words) {
    api.core.tell(
        POD.entity(),
        new PodCommand.ReportHealth(1, 1, liveness, ready, words, TIME.plusSeconds(9)));
  }

  @Test
  void a_pod_without_a_check_runs_and_has_no_health() {
    running(false, false);
    assertThat(pod().at("/status").asText()).isEqualTo("running");
    assertThat(pod().at("/ready").asBoolean()).isTrue();
    assertThat(pod().at("/health").isNull()).isTrue();
    assertThat(pod().at("/started_at").asText()).isEqualTo("2026-03-01T12:00:00Z");
    assertThat(pod().at("/next_attempt_at").isNull()).isTrue();
  }

  @Test
  void a_pod_whose_check_has_not_passed_yet_is_not_running() {
    running(true, false);
    assertThat(pod().at("/status").asText()).isEqualTo("creating");
    assertThat(pod().at("/reason").asText()).isEqualTo("HealthcheckStarting");
    assertThat(pod().at("/ready").asBoolean()).isFalse();
    assertThat(pod().at("/health/status").asText()).isEqualTo("starting");
    assertThat(pod().at("/container_id").asText()).isEqualTo("c0");

    answers(Liveness.HEALTHY, true, "200 OK");
    assertThat(pod().at("/status").asText()).isEqualTo("running");
    assertThat(pod().at("/ready").asBoolean()).isTrue();
    assertThat(pod().at("/health").toString())
        .isEqualTo(
            "{\"status\":\"healthy\",\"answer\":\"200 OK\",\"since\":\"2026-03-01T12:00:09Z\"}");
  }

  @Test
  void a_pod_that_is_not_ready_runs_all_the_same() {
    running(false, true);
    answers(Liveness.HEALTHY, true, "200 OK");
    answers(Liveness.HEALTHY, false, "503 Service Unavailable");
    assertThat(pod().at("/status").asText()).isEqualTo("running");
    assertThat(pod().at("/reason").asText()).isEqualTo("NotReady");
    assertThat(pod().at("/ready").asBoolean()).isFalse();
    assertThat(pod().at("/health/answer").asText()).isEqualTo("503 Service Unavailable");
  }

  @Test
  void a_killed_container_shows_code_signal_last_lines_and_the_next_attempt() {
    running(false, false);
    exits(new Exit(137, true, LATER, List.of("allocating", "more")));
    assertThat(pod().at("/reason").asText()).isEqualTo("OOMKilled");
    assertThat(pod().at("/exit_code").asInt()).isEqualTo(137);
    assertThat(pod().at("/signal").asText()).isEqualTo("SIGKILL");
    assertThat(pod().at("/last_lines").toString()).isEqualTo("[\"allocating\",\"more\"]");
    assertThat(pod().at("/next_attempt_at").asText()).isEqualTo(LATER.plusSeconds(1).toString());
    assertThat(pod().at("/started_at").isNull()).isTrue();
  }

  @Test
  void a_container_that_chose_its_own_code_has_no_signal() {
    running(false, false);
    exits(new Exit(3, false, TIME, List.of()));
    assertThat(pod().at("/exit_code").asInt()).isEqualTo(3);
    assertThat(pod().at("/signal").isNull()).isTrue();
  }

  @Test
  void an_unhealthy_container_that_was_ended_tells_what_it_had_answered() {
    running(true, false);
    exits(
        new Exit(143, false, TIME, List.of(), Optional.empty(), Optional.of("connection refused")));
    assertThat(pod().at("/reason").asText()).isEqualTo("Unhealthy");
    assertThat(pod().at("/message").asText()).contains("connection refused");
    assertThat(pod().at("/signal").asText()).isEqualTo("SIGTERM");
  }

  @Test
  void an_image_that_cannot_be_had_tells_what_the_registry_said_and_when_it_is_asked_again() {
    placed(false, false);
    api.core.tell(
        POD.entity(),
        new PodCommand.ReportStartFailed(
            1, 1, StartFailure.IMAGE, "manifest for api:1 not found", TIME));
    assertThat(pod().at("/reason").asText()).isEqualTo("ErrImagePull");
    assertThat(pod().at("/message").asText()).contains("manifest for api:1 not found");
    assertThat(pod().at("/next_attempt_at").asText()).startsWith("2026-03-01T12:00:");
    assertThat(pod().at("/restart_count").asInt()).isZero();
  }

  @Test
  void the_last_events_of_a_pod_come_in_their_order() {
    running(true, false);
    answers(Liveness.HEALTHY, true, "200 OK");
    exits(new Exit(1, false, LATER, List.of("bye")));
    var all = api.get("/api/v1/pods/helyos-shop-api-0/events").expect(200).json();
    assertThat(all.findValuesAsText("action"))
        .containsExactly("assigned", "chosen", "placed", "started", "healthy", "died");
    assertThat(all.findValuesAsText("entity")).containsOnly("pod|shop-api-0");
    var last = api.get("/api/v1/pods/helyos-shop-api-0/events?tail=2").expect(200).json();
    assertThat(last.findValuesAsText("action")).containsExactly("healthy", "died");
    assertThat(last.findValuesAsText("message").getFirst()).contains("200 OK");
  }

  @Test
  void events_of_no_pod_and_of_no_number_are_refused() {
    api.get("/api/v1/pods/helyos-shop-api-9/events").expect(404, "not-found");
    running(false, false);
    api.bad("GET", "/api/v1/pods/helyos-shop-api-0/events?tail=0", "").expect(400, "bad-request");
  }
}
