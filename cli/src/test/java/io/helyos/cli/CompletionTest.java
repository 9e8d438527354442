package io.helyos.cli;

import static io.helyos.cli.Samples.deployment;
import static io.helyos.cli.Samples.pod;
import static io.helyos.cli.Samples.project;
import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.contract.resource.DeploymentStatus;
import io.helyos.contract.resource.PodStatus;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompletionTest {
  @TempDir Path home;
  private final StubDaemon daemon =
      new StubDaemon()
          .answers("GET /api/v1/pods", 200, List.of(pod(0, PodStatus.RUNNING)))
          .answers("GET /api/v1/projects", 200, List.of(project("ecommerce"), project("other")))
          .answers(
              "GET /api/v1/deployments", 200, List.of(deployment(1, DeploymentStatus.RUNNING)));

  @AfterEach
  void stop() {
    daemon.close();
  }

  private List<String> complete(String... words) {
    var line = new ArrayList<>(List.of("__complete", "--"));
    line.addAll(List.of(words));
    var ran = Cli.with(home, daemon).run(line.toArray(String[]::new));
    assertThat(ran.code()).isZero();
    assertThat(ran.err()).isEmpty();
    return ran.out().lines().toList();
  }

  @Test
  void commands_are_completed_on_each_level() {
    assertThat(complete("de")).containsExactly("delete", "deploy", "deployments", "describe");
    assertThat(complete("project", "s")).containsExactly("suspend");
    assertThat(complete("auth", "token", "")).contains("create", "ls", "revoke");
  }

  @Test
  void options_and_their_words_are_completed() {
    assertThat(complete("pods", "--pro")).containsExactly("--project");
    assertThat(complete("pods", "-o", "")).containsExactly("json", "name", "table", "wide", "yaml");
  }

  @Test
  void a_value_after_an_equals_sign_is_completed_as_each_shell_splits_it() {
    assertThat(complete("pods", "--output=j")).containsExactly("--output=json");
    assertThat(complete("pods", "--project="))
        .containsExactly("--project=ecommerce", "--project=other");
    assertThat(complete("pods", "--output", "=", "j")).containsExactly("json");
    assertThat(complete("pods", "--watch=")).isEmpty();
    assertThat(complete("pods", "--bogus=")).isEmpty();
  }

  @Test
  void live_names_are_asked_for() {
    assertThat(complete("scale", "")).containsExactly("ecommerce/api");
    assertThat(complete("scale", "-p", "ecommerce", "a")).containsExactly("api");
    assertThat(complete("pods", "-p", "e")).containsExactly("ecommerce");
    assertThat(complete("describe", "pod", "")).containsExactly("helyos-ecommerce-api-0");
    assertThat(complete("scale", "api", "")).isEmpty();
  }

  @Test
  void without_a_daemon_it_stays_silent() {
    var ran =
        new Cli(home)
            .env("HELYOS_SERVER", "http://127.0.0.1:1")
            .run("__complete", "--", "scale", "");
    assertThat(ran).isEqualTo(new Cli.Ran(0, "", ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"bash", "zsh", "fish"})
  void there_is_a_script_for_each_shell(String shell) {
    assertThat(new Cli(home).run("completions", shell).out()).contains("helyos __complete --");
  }
}
