package io.helyos.cli;

import static io.helyos.cli.Samples.deployment;
import static io.helyos.cli.Samples.node;
import static io.helyos.cli.Samples.pod;
import static io.helyos.cli.Samples.project;
import static io.helyos.cli.Samples.stats;
import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.cli.shell.Terminal;
import io.helyos.contract.resource.DeploymentStatus;
import io.helyos.contract.resource.PodStatus;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TablesTest {
  @TempDir Path home;
  private final StubDaemon daemon =
      new StubDaemon()
          .answers(
              "GET /api/v1/pods",
              200,
              List.of(
                  pod(0, PodStatus.RUNNING),
                  pod(1, PodStatus.CRASH_LOOP_BACKOFF, "Error", "exit 137", List.of())))
          .answers("GET /api/v1/deployments", 200, List.of(deployment(3, DeploymentStatus.RUNNING)))
          .answers("GET /api/v1/nodes", 200, List.of(node("alpha")))
          .answers("GET /api/v1/nodes/stats", 200, List.of(stats("alpha")))
          .answers("GET /api/v1/projects", 200, List.of(project("ecommerce")));

  @AfterEach
  void stop() {
    daemon.close();
  }

  @Test
  void pods_are_a_table_with_the_headers_of_the_manual() {
    var ran = Cli.with(home, daemon).run("pods");
    assertThat(ran.out())
        .isEqualTo(
            """
            Name                    Project    Deployment  Status            Image                       Age
            helyos-ecommerce-api-0  ecommerce  api         Running           ghcr.io/company/api:latest  2m
            helyos-ecommerce-api-1  ecommerce  api         CrashLoopBackoff  ghcr.io/company/api:latest  2m
            """);
    assertThat(ran.err()).isEmpty();
    assertThat(ran.code()).isZero();
  }

  @Test
  void wide_adds_reason_node_restarts_ports_and_incarnation() {
    assertThat(Cli.with(home, daemon).run("pods", "-o", "wide").out())
        .isEqualTo(
            """
            Name                    Project    Deployment  Status            Image                       Age  Reason  Node   Restarts  Ports            Incarnation
            helyos-ecommerce-api-0  ecommerce  api         Running           ghcr.io/company/api:latest  2m           alpha  0         20001->3000/tcp  1
            helyos-ecommerce-api-1  ecommerce  api         CrashLoopBackoff  ghcr.io/company/api:latest  2m   Error   alpha  1         20002->3000/tcp  1
            """);
  }

  @Test
  void deployments_are_a_table_with_the_headers_of_the_manual() {
    assertThat(Cli.with(home, daemon).run("deployments").out())
        .isEqualTo(
            """
            Name  Project    Status   Replicas  Image                       Age
            api   ecommerce  running  3         ghcr.io/company/api:latest  2m
            """);
  }

  @Test
  void nodes_show_what_is_measured() {
    assertThat(Cli.with(home, daemon).run("nodes").out())
        .isEqualTo(
            """
            Name   Role    Status  CPU  MEM  Pods  Age
            alpha  master  Ready   50%  25%  3     3s
            """);
  }

  @Test
  void projects_are_a_table() {
    assertThat(Cli.with(home, daemon).run("project", "list").out())
        .isEqualTo(
            """
            Name       Age
            ecommerce  3d
            """);
  }

  @Test
  void names_are_what_other_commands_take_back() {
    var cli = Cli.with(home, daemon);
    assertThat(cli.run("pods", "-o", "name").out())
        .isEqualTo("pod/helyos-ecommerce-api-0\npod/helyos-ecommerce-api-1\n");
    assertThat(cli.run("deployments", "-o", "name").out()).isEqualTo("deployment/ecommerce/api\n");
  }

  @Test
  void json_is_a_bare_list_with_the_names_of_the_api() {
    for (var line :
        List.of(
            List.of("pods", "--json"), List.of("--json", "pods"), List.of("pods", "-o", "json"))) {
      var ran = Cli.with(home, daemon).run(line.toArray(String[]::new));
      assertThat(ran.out())
          .startsWith("[ {")
          .contains(
              "\"deployment_name\" : \"api\"", "\"status\" : \"crashloopbackoff\"", "\"node_id\"");
      assertThat(ran.code()).isZero();
    }
  }

  @Test
  void yaml_is_block_style() {
    assertThat(Cli.with(home, daemon).run("project", "list", "-o", "yaml").out())
        .isEqualTo(
            """
            - name: ecommerce
              status: active
              created_at: 2026-02-26T12:00:00Z
            """);
  }

  @Test
  void nothing_is_said_on_stderr_so_that_a_pipe_stays_empty() {
    daemon.answers("GET /api/v1/tokens", 200, "[]");
    var ran = Cli.with(home, daemon).run("auth", "token", "ls");
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err()).isEqualTo("No tokens.\n");
  }

  @Test
  void a_selection_is_sent_to_the_daemon() {
    Cli.with(home, daemon).run("pods", "-p", "ecommerce", "-l", "tier=web,stage!=test");
    assertThat(daemon.last("GET /api/v1/pods").orElseThrow().line())
        .isEqualTo("GET /api/v1/pods?project=ecommerce&l=tier=web,stage!=test");
  }

  @Test
  void lists_show_all_projects_even_if_the_context_has_one() {
    Cli.with(home, daemon).env("HELYOS_PROJECT", "other").run("pods");
    assertThat(daemon.last("GET /api/v1/pods").orElseThrow().query()).isEmpty();
  }

  @Test
  void a_terminal_gets_colour_and_lines_that_fit() {
    var narrow = new Terminal(false, true, false, 44, 24, true, true);
    assertThat(Cli.with(home, daemon).on(narrow).run("pods").out())
        .isEqualTo(
            """
            Name                    Project    Deploymen
            helyos-ecommerce-api-0  ecommerce  api
            helyos-ecommerce-api-1  ecommerce  api
            """);
    var wide = new Terminal(false, true, false, 200, 24, true, true);
    assertThat(Cli.with(home, daemon).on(wide).run("deployments").out())
        .contains("\u001b[32mrunning  \u001b[0m");
    assertThat(
            Cli.with(home, daemon)
                .on(new Terminal(false, true, false, 1, 1, true, true))
                .run("pods")
                .code())
        .isZero();
  }

  @Test
  void text_of_others_does_no_harm_to_a_terminal() {
    daemon.answers(
        "GET /api/v1/nodes",
        200,
        List.of(node("evil\u001b[2Jnode\u202e\u001b]8;;http://x\u0007link\n")));
    daemon.happened();
    var cli = Cli.with(home, daemon);
    cli.run("nodes");
    assertThat(cli.run("nodes").out()).contains("evilnodelink ").doesNotContain("\u001b", "\u202e");
  }
}
