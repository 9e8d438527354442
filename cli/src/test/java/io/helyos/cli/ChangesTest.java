package io.helyos.cli;

import static io.helyos.cli.Samples.deployment;
import static io.helyos.cli.Samples.pod;
import static io.helyos.cli.Samples.project;
import static io.helyos.cli.Samples.written;
import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.cli.shell.Terminal;
import io.helyos.contract.resource.DeploymentStatus;
import io.helyos.contract.resource.PodStatus;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangesTest {
  private static final Terminal TERMINAL = new Terminal(true, true, true, 80, 24, false, true);

  @TempDir Path home;
  private final StubDaemon daemon =
      new StubDaemon()
          .answers(
              "POST /api/v1/projects/ecommerce/deployments/api/scale",
              200,
              written(deployment(5, DeploymentStatus.RUNNING)))
          .answers(
              "POST /api/v1/projects/ecommerce/deployments/api/stop",
              200,
              written(deployment(3, DeploymentStatus.STOPPED)))
          .says("DELETE /api/v1/projects/ecommerce/deployments/api", 204, "application/json", "")
          .answers("POST /api/v1/projects", 201, project("shop"))
          .answers("POST /api/v1/projects/shop/suspend", 200, project("shop"))
          .answers("POST /api/v1/projects/shop/resume", 200, project("shop"))
          .says("DELETE /api/v1/projects/shop", 204, "application/json", "");

  @AfterEach
  void stop() {
    daemon.close();
  }

  @ParameterizedTest
  @CsvSource({"api -p ecommerce", "ecommerce/api", "deployment/ecommerce/api"})
  void a_deployment_is_named_in_three_ways(String name) {
    var words = ("scale " + name + " 5").split(" ");
    var ran = Cli.with(home, daemon).run(words);
    assertThat(ran.out()).isEqualTo("Scaled ecommerce/api to 5 replicas (change 7f3a).\n");
    assertThat(ran.code()).isZero();
    assertThat(daemon.asked.getLast().body()).isEqualTo("{\"replicas\":5}");
  }

  @Test
  void json_shows_the_object_with_its_change() {
    assertThat(Cli.with(home, daemon).run("scale", "ecommerce/api", "5", "--json").out())
        .contains("\"replicas\" : 5", "\"change\" : \"7f3a\"", "\"sequence\" : 4");
  }

  @Test
  void a_deployment_is_stopped() {
    assertThat(Cli.with(home, daemon).run("stop", "ecommerce/api").out())
        .startsWith("Stopped ecommerce/api");
  }

  @Test
  void the_project_comes_from_the_environment_and_else_is_the_default_one() {
    Cli.with(home, daemon).env("HELYOS_PROJECT", "ecommerce").run("stop", "api");
    assertThat(daemon.asked.getLast().path()).contains("/ecommerce/");
    Cli.with(home, daemon).run("stop", "api");
    assertThat(daemon.last("POST /api/v1/projects/default/deployments/api/stop")).isPresent();
  }

  @Test
  void without_a_terminal_and_without_y_nothing_is_removed() {
    var ran = Cli.with(home, daemon).typing("y\n").run("rm", "ecommerce/api");
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).contains("-y");
    assertThat(daemon.asked).isEmpty();
  }

  @Test
  void y_removes_without_a_question() {
    var ran = Cli.with(home, daemon).run("rm", "ecommerce/api", "-y");
    assertThat(ran.out()).isEqualTo("Removed ecommerce/api.\n");
    assertThat(ran.err()).isEmpty();
    assertThat(daemon.asked.getLast().method()).isEqualTo("DELETE");
  }

  @ParameterizedTest
  @CsvSource({
    "y, true",
    "Y, true",
    "yes, true",
    "YES, true",
    "n, false",
    "'', false",
    "yep, false"
  })
  void only_a_yes_is_a_yes(String answer, boolean removed) {
    var ran = Cli.with(home, daemon).on(TERMINAL).typing(answer + "\n").run("rm", "ecommerce/api");
    assertThat(ran.err()).startsWith("Remove ecommerce/api and its pods? [y/N] ");
    assertThat(daemon.asked.isEmpty()).isEqualTo(!removed);
    assertThat(ran.code()).isEqualTo(removed ? 0 : 1);
  }

  @Test
  void projects_are_made_suspended_resumed_and_deleted() {
    var cli = Cli.with(home, daemon);
    assertThat(cli.run("project", "create", "shop").out()).isEqualTo("Created project shop.\n");
    assertThat(cli.run("project", "suspend", "shop").out()).isEqualTo("Suspended project shop.\n");
    assertThat(cli.run("project", "resume", "shop").out()).isEqualTo("Resumed project shop.\n");
    assertThat(cli.run("project", "delete", "shop", "-y").out())
        .isEqualTo("Deleted project shop.\n");
  }

  @Test
  void the_next_process_reads_what_this_one_wrote() {
    daemon.answers("GET /api/v1/pods", 200, List.of(pod(0, PodStatus.RUNNING)));
    daemon.answers(
        "POST /api/v1/projects/shop/deployments/api/scale",
        200,
        deployment(5, DeploymentStatus.RUNNING),
        Map.of("Helyos-Change", "9", "Helyos-After", "deployment|shop-api@17"));
    Cli.with(home, daemon).run("pods");
    assertThat(daemon.asked.getLast().header("Helyos-after")).isEmpty();
    Cli.with(home, daemon).run("scale", "shop/api", "5");
    Cli.with(home, daemon).run("pods");
    assertThat(daemon.asked.getLast().header("Helyos-after")).isEqualTo("deployment|shop-api@17");
  }

  @Test
  void a_mark_that_the_daemon_has_lost_is_forgotten() {
    daemon.answers(
        "POST /api/v1/projects",
        201,
        project("shop"),
        Map.of("Helyos-Change", "9", "Helyos-After", "project|shop@1"));
    daemon.refuses("GET /api/v1/pods", 412, "unknown-mark", "The journal ends before it.");
    daemon.answers("GET /api/v1/pods", 200, List.of());
    var cli = Cli.with(home, daemon);
    // The first canned answer to this request has no mark, the second one has.
    cli.run("project", "create", "shop");
    cli.run("project", "create", "shop");
    assertThat(cli.run("pods").code()).isZero();
    assertThat(daemon.asked.getLast().header("Helyos-after")).isEmpty();
  }
}
