package io.helyos.cli;

import static io.helyos.cli.Samples.deployment;
import static io.helyos.cli.Samples.node;
import static io.helyos.cli.Samples.pod;
import static io.helyos.cli.Samples.project;
import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.contract.resource.DeploymentResource;
import io.helyos.contract.resource.DeploymentStatus;
import io.helyos.contract.resource.PodStatus;
import io.helyos.contract.resource.VersionResource;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DescribeTest {
  @TempDir Path home;
  private final StubDaemon daemon =
      new StubDaemon()
          .answers(
              "GET /api/v1/pods/helyos-ecommerce-api-1",
              200,
              pod(
                  1,
                  PodStatus.FAILED,
                  "Error",
                  "The container ended.",
                  List.of("bye", "\u001b[1mbye")))
          .answers("GET /api/v1/pods", 200, List.of(pod(0, PodStatus.RUNNING)))
          .answers("GET /api/v1/projects", 200, List.of(project("ecommerce")))
          .answers("GET /api/v1/projects/ecommerce", 200, project("ecommerce"))
          .answers(
              "GET /api/v1/projects/ecommerce/deployments/api",
              200,
              deployment(1, DeploymentStatus.RUNNING))
          .answers("GET /api/v1/deployments", 200, List.of(deployment(1, DeploymentStatus.RUNNING)))
          .answers("GET /api/v1/nodes", 200, List.of(node("alpha")))
          .answers("GET /api/v1/nodes/alpha", 200, node("alpha"))
          .answers(
              "GET /api/v1/version",
              200,
              new VersionResource("1.0", "v1", "alpha", "c1", "Docker 20.10.24"));

  @AfterEach
  void stop() {
    daemon.close();
  }

  @Test
  void a_pod_by_its_short_name_with_its_last_lines() {
    var ran = Cli.with(home, daemon).run("describe", "pod", "api-1", "-p", "ecommerce");
    assertThat(ran.out())
        .isEqualTo(
            """
            Name:         helyos-ecommerce-api-1
            Project:      ecommerce
            Deployment:   api
            Status:       Failed
            Reason:       Error
            Message:      The container ended.
            Ready:        no
            Exit code:    137 (ended by SIGKILL)
            Restarts:     1
            Revision:     1
            Incarnation:  1, attempt 1
            Image:        ghcr.io/company/api:latest
            Node:         alpha
            Container:    c0ffee
            Address:      10.0.0.2
            Ports:        20002->3000/tcp
            Age:          2m
            Last lines:
              bye
              bye
            What to do:
              Something outside its program killed it: an operator, or the machine when it ran out of memory. What it said: helyos logs api -p ecommerce --pod 1
            """);
  }

  @Test
  void a_pod_that_is_not_there_is_3() {
    assertThat(Cli.with(home, daemon).run("describe", "pod", "helyos-x-y-0").code()).isEqualTo(3);
  }

  @Test
  void a_deployment_with_its_pods() {
    assertThat(Cli.with(home, daemon).run("describe", "deployment", "ecommerce/api").out())
        .contains(
            "Replicas:  1 of 1 ready\n",
            "Labels:    tier=web\n",
            "Pods:\n",
            "helyos-ecommerce-api-0");
  }

  @Test
  void a_deployment_tells_its_checks() {
    try (var other = new StubDaemon()) {
      var template =
          """
          "template":{"healthcheck":{"path":"/ok","port":3000,"interval":"10s","timeout":"5s",\
          "retries":3,"startPeriod":"1m"},"readiness":{"exec":["test","-f","/ok"],\
          "interval":"1s","timeout":"500ms","retries":1,"startPeriod":"0s"}}\
          """;
      var deployment =
          io.helyos.cli.output.Documents.compact(deployment(1, DeploymentStatus.RUNNING));
      other
          .says(
              "GET /api/v1/projects/ecommerce/deployments/api",
              200,
              "application/json",
              deployment.replace("\"template\":{}", template))
          .answers("GET /api/v1/pods", 200, List.of());
      assertThat(Cli.with(home, other).run("describe", "deployment", "ecommerce/api").out())
          .contains(
              "Healthcheck:  path /ok on port 3000, every 10s, timeout 5s, fails after 3 in a row, not counted in the first 1m\n",
              "Readiness:    command test -f /ok, every 1s, timeout 500ms, fails after 1 in a row\n");
    }
  }

  @Test
  void the_ports_of_a_deployment_are_told_as_a_spec_says_them() {
    var plain = deployment(1, DeploymentStatus.RUNNING);
    var ports =
        List.of(
            Map.of("container", 80, "protocol", "tcp"),
            Map.of("name", "dns", "container", 53, "host", 5353, "protocol", "udp"),
            Map.of("container", 3000, "host", 8080, "ip", "127.0.0.1", "protocol", "tcp"));
    var whole =
        new DeploymentResource(
            plain.id(),
            plain.spec(),
            plain.status(),
            plain.createdAt(),
            plain.updatedAt(),
            "web",
            plain.project(),
            1,
            1,
            1,
            "",
            Map.of(),
            Map.of("ports", ports),
            Map.of(),
            Map.of("mode", "everynode", "nodes", List.of("role=web")),
            null,
            Instant.parse("2030-01-31T12:00:00Z"));
    daemon.answers("GET /api/v1/projects/ecommerce/deployments/web", 200, whole);
    assertThat(Cli.with(home, daemon).run("describe", "deployment", "ecommerce/web").out())
        .contains("Ports:      80, dns=5353:53/udp, 127.0.0.1:8080:3000\n")
        .contains("Placement:  one pod on each node with role=web\n")
        .contains("Expires:    2030-01-31T12:00:00Z\n");
    assertThat(Cli.with(home, daemon).run("describe", "deployment", "ecommerce/api").out())
        .contains("Ports:     3000\n");
  }

  @Test
  void a_node_with_its_pods() {
    assertThat(Cli.with(home, daemon).run("describe", "node", "alpha").out())
        .contains(
            "CPU:      3 of 4 not reserved\n", "Memory:   6GiB of 8GiB not reserved\n", "api-0");
  }

  @Test
  void a_project_with_its_deployments() {
    assertThat(Cli.with(home, daemon).run("describe", "project", "ecommerce").out())
        .contains("Status:       active\n", "Deployments:  1\n", "api   ecommerce");
  }

  @Test
  void yaml_has_the_names_of_the_api() {
    assertThat(Cli.with(home, daemon).run("describe", "node", "alpha", "-o", "yaml").out())
        .contains("last_heartbeat: 2026-03-01T11:59:57Z\n", "  cpu_cores: 4\n");
  }

  @Test
  void the_cluster_in_numbers() {
    assertThat(Cli.with(home, daemon).run("status").out())
        .isEqualTo(
            """
            Server:       %s
            Mode:         single
            Nodes:        1 of 1 ready
            Projects:     1
            Deployments:  1 running, 0 stopped, 1 in all
            Pods:         1 running, 0 restarting, 1 in all
            """
                .formatted(daemon.url()));
  }

  @Test
  void versions_of_both_sides() {
    assertThat(Cli.with(home, daemon).run("version").out())
        .endsWith("helyosd:  1.0, node alpha, Docker 20.10.24\n");
    var alone = new Cli(home).env("HELYOS_SERVER", "http://127.0.0.1:1").run("version");
    assertThat(alone.code()).isZero();
    assertThat(alone.out()).contains("Cannot reach");
  }
}
