package io.helyos.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.helyos.model.EntityId;
import io.helyos.model.PodId;
import io.helyos.model.deployment.DeploymentCommand.ReportPod;
import io.helyos.model.node.NodeCommand;
import io.helyos.model.node.NodeFacts;
import io.helyos.model.pod.Assignment;
import io.helyos.model.pod.Health.Liveness;
import io.helyos.model.pod.Needs;
import io.helyos.model.pod.Pod;
import io.helyos.model.pod.PodCommand;
import io.helyos.model.pod.PodReport;
import io.helyos.model.template.Backoff;
import io.helyos.model.template.PortSpec;
import io.helyos.model.template.PublishedPort;
import io.helyos.model.template.RestartPolicy;
import io.helyos.model.template.StopPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Where traffic may go.
@Timeout(60)
class EndpointsTest {
  private static final String PATH = "/api/v1/projects/shop/deployments/api/endpoints";
  private static final StopPolicy DRAINING =
      StopPolicy.of(Duration.ofSeconds(10), "SIGTERM", Duration.ofSeconds(5), List.of());
  private RunningApi api;

  @BeforeEach
  void start() {
    api = RunningApi.start();
    api.deploy(Specs.yaml("shop", "api", 3));
    var facts =
        new NodeFacts("10.0.0.1", "amd64", "Docker 29", 8000, 8L << 30, 20_000, 32_767, 110);
    api.core.tell(EntityId.node("one"), new NodeCommand.Register("one", facts, Map.of()));
  }

  @AfterEach
  void stop() {
    api.close();
  }

  private PodId run(int index, StopPolicy stop, String ip) {
    var pod = Specs.API.pod(index);
    var needs = new Needs(0, 0, List.of(new PortSpec("web", 3000, 0, ip, PortSpec.Protocol.TCP)));
    api.core.tell(
        pod.entity(),
        new PodCommand.Assign(
            new Assignment(
                pod, 1, "api:1", needs, RestartPolicy.ALWAYS, Backoff.DEFAULT, stop, false, true)));
    var port = new PublishedPort(3000, 20_000 + index, ip, PortSpec.Protocol.TCP);
    api.core.tell(
        pod.entity(), new PodCommand.ChoosePlacement(1, "one", Map.of("one", 1.0), Map.of()));
    api.core.tell(pod.entity(), new PodCommand.ReportGranted(1, "one", List.of(port)));
    var container = new Pod.Container("c" + index, "172.18.0.5", "sha256:abc", Instant.EPOCH);
    api.core.tell(pod.entity(), new PodCommand.ReportStarted(1, 1, container));
    return pod;
  }

  private void ready(PodId pod) {
    api.core.tell(
        pod.entity(),
        new PodCommand.ReportHealth(1, 1, Liveness.HEALTHY, true, "200", Instant.EPOCH));
  }

  private JsonNode endpoints() {
    return api.get(PATH).expect(200).json();
  }

  @Test
  void a_pod_is_in_the_list_when_its_container_runs_and_ready_when_its_check_says_so() {
    Specs.pending(api.core, 1);
    var pod = run(0, StopPolicy.DEFAULT, "");
    assertThat(endpoints()).hasSize(1);
    assertThat(endpoints().path(0).path("ready").asBoolean()).isFalse();
    ready(pod);
    var endpoint = endpoints().path(0);
    assertThat(endpoint.path("pod").asText()).isEqualTo("helyos-shop-api-0");
    assertThat(endpoint.path("name").asText()).isEqualTo("web");
    assertThat(endpoint.path("address").asText()).isEqualTo("10.0.0.1");
    assertThat(endpoint.path("port").asInt()).isEqualTo(20_000);
    assertThat(endpoint.path("container_ip").asText()).isEqualTo("172.18.0.5");
    assertThat(endpoint.path("container_port").asInt()).isEqualTo(3000);
    assertThat(endpoint.path("ready").asBoolean()).isTrue();
    assertThat(endpoint.path("draining").asBoolean()).isFalse();
  }

  @Test
  void a_port_that_is_bound_to_one_address_is_reached_there() {
    run(0, StopPolicy.DEFAULT, "127.0.0.1");
    assertThat(endpoints().path(0).path("address").asText()).isEqualTo("127.0.0.1");
  }

  @Test
  void a_pod_that_drains_is_still_told_of_and_gets_nothing_new() {
    var pod = run(0, DRAINING, "");
    ready(pod);
    api.core.tell(pod.entity(), new PodCommand.Stop());
    var endpoint = endpoints().path(0);
    assertThat(endpoint.path("ready").asBoolean()).isFalse();
    assertThat(endpoint.path("draining").asBoolean()).isTrue();
    assertThat(endpoint.path("draining_since").asText()).isNotEmpty();
    assertThat(endpoint.path("container_ip").asText()).isEqualTo("172.18.0.5");
    api.core.tell(pod.entity(), new PodCommand.ReportGone(1, "one"));
    assertThat(endpoints()).isEmpty();
  }

  @Test
  void a_pod_without_a_drain_leaves_at_once() {
    var pod = run(0, StopPolicy.DEFAULT, "");
    ready(pod);
    api.core.tell(pod.entity(), new PodCommand.Stop());
    assertThat(endpoints()).isEmpty();
  }

  @Test
  void a_watcher_gets_the_whole_list_each_time_that_it_changes() throws Exception {
    var pod = run(0, DRAINING, "");
    try (var lines = api.stream(PATH + "?watch=true")) {
      var frames = lines.filter(line -> line.startsWith("data: ")).iterator();
      assertThat(frame(frames.next()).path(0).path("ready").asBoolean()).isFalse();
      ready(pod);
      assertThat(frame(frames.next()).path(0).path("ready").asBoolean()).isTrue();
      api.core.tell(pod.entity(), new PodCommand.Remove());
      assertThat(frame(frames.next()).path(0).path("draining").asBoolean()).isTrue();
      api.core.tell(pod.entity(), new PodCommand.ReportGone(1, "one"));
      assertThat(frame(frames.next())).isEmpty();
    }
  }

  @Test
  void a_watch_ends_with_its_deployment() {
    api.delete("/api/v1/projects/shop/deployments/api").expect(204);
    try (var lines = api.stream(PATH + "?watch=true")) {
      var all = lines.iterator();
      assertThat(all.next()).isNotNull();
      for (var index = 0; index < 3; index++) {
        var gone = new PodReport(index, 0, 0, 0, PodReport.Phase.GONE);
        api.core.tell(Specs.API.entity(), new ReportPod(Specs.API, gone));
      }
      while (all.hasNext()) all.next();
    }
  }

  @Test
  void of_what_is_not_there_nothing_is_told() {
    api.bad("GET", "/api/v1/projects/shop/deployments/web/endpoints", "").expect(404, "not-found");
    api.bad("GET", PATH + "?wach=true", "").expect(400, "bad-request");
  }

  private static JsonNode frame(String line) throws Exception {
    return new ObjectMapper().readTree(line.substring("data: ".length()));
  }
}
