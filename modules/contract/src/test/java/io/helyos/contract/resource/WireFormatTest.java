package io.helyos.contract.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.helyos.contract.problem.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class WireFormatTest {
  private static final Instant TIME = Instant.parse("2026-03-01T12:00:00Z");

  private final ObjectMapper answers = WireFormat.answers();
  private final ObjectMapper requests = WireFormat.requests();

  private static PodResource pod() {
    return new PodResource(
        new UUID(1, 1),
        new UUID(2, 2),
        "shop",
        "api",
        0,
        null,
        null,
        null,
        PodStatus.CRASH_LOOP_BACKOFF,
        "api:1",
        4,
        TIME,
        "helyos-shop-api-0",
        "Error",
        "",
        false,
        "alpha",
        List.of(new PortBinding("http", 80, 20000, "", "tcp")),
        2,
        5,
        1,
        "",
        137,
        "SIGKILL",
        List.of("bye"),
        null,
        TIME,
        new PodHealth("starting", "connection refused", TIME),
        List.of());
  }

  private static DeploymentResource deployment() {
    var spec =
        new SpecResource(
            "shop",
            new SpecResource.Name("api"),
            3,
            "api:1",
            List.of(80),
            Map.of("A", "b"),
            List.of(VolumeResource.named("d", "/d"), VolumeResource.bind("/h", "/m", true)),
            List.of(),
            new SpecResource.Network(true, "x.org", false),
            null,
            "always",
            new SpecResource.Limits("512m", 1));
    return new DeploymentResource(
        new UUID(2, 2),
        spec,
        DeploymentStatus.RUNNING,
        TIME,
        TIME,
        "api",
        "shop",
        1,
        3,
        3,
        "",
        Map.of("tier", "web"),
        Map.of("image", "api:1"),
        Map.of(),
        Map.of(),
        null,
        null);
  }

  @Test
  void a_pod_has_every_field_that_existing_clients_need() throws JsonProcessingException {
    assertThat(answers.writeValueAsString(pod()))
        .startsWith(
            """
            {"id":"00000000-0000-0001-0000-000000000001",\
            "deployment_id":"00000000-0000-0002-0000-000000000002","project":"shop",\
            "deployment_name":"api","replica_index":0,"node_id":null,"container_id":null,\
            "container_ip":null,"status":"crashloopbackoff","image":"api:1","restart_count":4,\
            "created_at":"2026-03-01T12:00:00Z","name":"helyos-shop-api-0",\
            """);
  }

  @Test
  void a_deployment_has_every_field_that_existing_clients_need() throws JsonProcessingException {
    assertThat(answers.writeValueAsString(deployment()))
        .startsWith(
            """
            {"id":"00000000-0000-0002-0000-000000000002","spec":{"project":"shop",\
            "deployment":{"name":"api"},"replicas":3,"image":"api:1","ports":[80],\
            "env":{"A":"b"},"volumes":[{"name":"d","mount":"/d"},\
            {"path":"/h","mount":"/m","readonly":true}],"secrets":[],\
            "network":{"public":true,"domain":"x.org","https":false},"healthcheck":null,\
            "restart":"always","resources":{"memory":"512m","cpu":1}},"status":"running",\
            "created_at":"2026-03-01T12:00:00Z","updated_at":"2026-03-01T12:00:00Z",\
            """);
  }

  @Test
  void what_is_written_is_read_back() throws JsonProcessingException {
    assertThat(answers.readValue(answers.writeValueAsString(pod()), PodResource.class))
        .isEqualTo(pod());
    assertThat(
            answers.readValue(answers.writeValueAsString(deployment()), DeploymentResource.class))
        .isEqualTo(deployment());
  }

  @Test
  void a_write_carries_its_change_beside_the_object() throws JsonProcessingException {
    var change = new ChangeAnswer("7f3a", "deployment|shop-api", 4);
    var text = answers.writeValueAsString(new Written<>(deployment(), change));
    assertThat(text)
        .endsWith(",\"change\":\"7f3a\",\"entity\":\"deployment|shop-api\",\"sequence\":4}");
    assertThat(answers.readValue(text, ChangeAnswer.class)).isEqualTo(change);
    assertThat(answers.readValue(text, DeploymentResource.class)).isEqualTo(deployment());
    assertThat(ChangeAnswer.ofHeaders("7f3a", change.mark())).isEqualTo(change);
  }

  @Test
  void cores_are_whole_numbers_when_they_are_whole() throws JsonProcessingException {
    var capacity = new NodeResource.Capacity(4, 2.5, 1, 1, 0);
    assertThat(answers.writeValueAsString(capacity))
        .startsWith("{\"cpu_cores\":4,\"cpu_available\":2.5,");
  }

  @Test
  void an_old_daemon_may_leave_our_fields_out() throws JsonProcessingException {
    var pod =
        answers.readValue(
            """
            {"id":"00000000-0000-0001-0000-000000000001",
             "deployment_id":"00000000-0000-0001-0000-000000000001","project":"p",
             "deployment_name":"d","replica_index":0,"status":"running","image":"i",
             "restart_count":0,"created_at":"2026-03-01T12:00:00.5Z","unknown":{}}
            """,
            PodResource.class);
    assertThat(pod.lastLines()).isEmpty();
    assertThat(pod.reason()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(PodStatus.class)
  void a_status_is_lower_case_in_json_and_camel_case_for_people(PodStatus status)
      throws JsonProcessingException {
    assertThat(answers.writeValueAsString(status)).isEqualTo('"' + status.word() + '"');
    assertThat(status.word()).isLowerCase().isEqualToIgnoringCase(status.label());
    assertThat(PodStatus.of(status.word())).isEqualTo(status);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"replicas\":null}",
        "{\"replicas\":3.7}",
        "{\"replicas\":\"3\"}",
        "{\"replicas\":true}",
        "{\"replicas\":3,\"replicas\":4}",
        "{\"replicas\":3,\"more\":4}",
        "{\"replicas\":3} 4",
        "{\"replicas\":99999999999}",
        "[3]",
        ""
      })
  void a_request_that_is_not_exactly_right_is_refused(String request) {
    assertThatThrownBy(() -> requests.readValue(request, ScaleRequest.class))
        .isInstanceOf(JsonProcessingException.class);
  }

  @Test
  void what_may_be_left_out_of_a_request_may_be_left_out() throws JsonProcessingException {
    assertThat(requests.readValue("{\"name\":\"ci\"}", CreateToken.class))
        .isEqualTo(new CreateToken("ci", null, null));
  }

  @Test
  void a_problem_carries_the_text_that_existing_clients_print() throws JsonProcessingException {
    var problem = Problem.of(409, "name-taken", "Name taken", "a-b/c has it.").in("r1");
    assertThat(answers.writeValueAsString(problem))
        .isEqualTo(
            """
            {"type":"urn:helyos:problem:name-taken","title":"Name taken","status":409,\
            "detail":"a-b/c has it.","instance":"r1","code":"name-taken","error":"a-b/c has it."}\
            """);
    assertThat(answers.readValue("{\"error\":\"no\"}", Problem.class).sentence()).isEqualTo("no");
  }
}
