package io.helyos.docker;

import static io.helyos.model.port.Workbench.done;
import static io.helyos.model.port.Workbench.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.model.port.ContainerSpec;
import io.helyos.model.port.EngineProxy.Request;
import io.helyos.model.port.RuntimeFailure.Kind;
import io.helyos.model.template.ProcessSpec;
import io.helyos.model.template.Resources;
import io.helyos.model.template.StopPolicy;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProcessTest {
  @RegisterExtension final Bench bench = new Bench();

  @Test
  void the_process_finds_what_the_specification_says() {
    var process =
        new ProcessSpec(
            List.of("/bin/sh", "-c"),
            List.of("echo \"$GREETING\" $(id -u) $(pwd) $(hostname)"),
            Map.of("GREETING", "a=b \"c\" ${d}"),
            Optional.of("65534"),
            Optional.of("/tmp"),
            Optional.of("api-0"),
            true);
    assertThat(bench.output(bench.spec(process))).isEqualTo("a=b \"c\" ${d} 65534 /tmp api-0");
  }

  @Test
  void without_command_and_args_the_image_decides() {
    var config = Bench.raw(bench.bench().create(bench.spec(ProcessSpec.ofImage()))).getConfig();
    assertThat(config.getCmd()).containsExactly("/bin/serve");
    assertThat(config.getEntrypoint()).isNull();
  }

  @Test
  void a_command_replaces_the_entrypoint_and_args_replace_what_follows_it() {
    var process = Bench.process(List.of("/bin/echo", "-n"), List.of("x", "y"));
    var config = Bench.raw(bench.bench().create(bench.spec(process))).getConfig();
    assertThat(config.getEntrypoint()).containsExactly("/bin/echo", "-n");
    assertThat(config.getCmd()).containsExactly("x", "y");
  }

  @ParameterizedTest
  @CsvSource({"true, docker-init", "false, sh"})
  void an_init_is_the_first_process_when_it_is_wanted(boolean init, String first) {
    var process =
        new ProcessSpec(
            List.of("/bin/sh", "-c", "cat /proc/1/comm; true"),
            List.of(),
            Map.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            init);
    assertThat(bench.output(bench.spec(process))).isEqualTo(first);
  }

  @Test
  void signal_and_grace_stand_in_the_engine_for_whoever_stops_it_by_hand() {
    var base = bench.spec(Bench.shell("true"));
    var spec =
        new ContainerSpec(
            base.name(),
            base.image(),
            base.labels(),
            base.process(),
            List.of(),
            "none",
            List.of(),
            Resources.UNLIMITED,
            new StopPolicy(Duration.ofMillis(2500), "SIGUSR1"),
            List.of(),
            List.of(),
            List.of(),
            false,
            100,
            1_000_000,
            1);
    var config = Bench.json(bench.bench().create(spec)).path("Config");
    assertThat(config.path("StopSignal").asText()).isEqualTo("SIGUSR1");
    assertThat(config.path("StopTimeout").asInt()).isEqualTo(3);
  }

  @Test
  void a_program_that_is_not_there_is_named() {
    var process =
        new ProcessSpec(
            List.of("/no/such/program"),
            List.of(),
            Map.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false);
    var id = bench.bench().create(bench.spec(process));
    var failure = failure(bench.runtime().start(id));
    assertThat(failure.kind()).isEqualTo(Kind.INVALID);
    assertThat(failure)
        .hasMessageStartingWith("the process cannot be started: exec: \"/no/such/program\"")
        .hasMessageContaining("no such file or directory")
        .hasMessageEndingWith("check command and args")
        .message()
        .doesNotContain("OCI", "{", "shim");
  }

  @Test
  void an_unknown_capability_is_named_before_the_engine_is_asked() {
    var base = bench.spec(Bench.shell("true"));
    var spec =
        new ContainerSpec(
            base.name(),
            base.image(),
            base.labels(),
            base.process(),
            List.of(),
            "none",
            List.of(),
            Resources.UNLIMITED,
            StopPolicy.DEFAULT,
            List.of("FLY"),
            List.of(),
            List.of(),
            false,
            100,
            1_000_000,
            1);
    assertThat(failure(bench.runtime().create(spec)))
        .hasMessage("unknown capability 'FLY': expected a name such as NET_ADMIN");
  }

  @Test
  void a_container_costs_two_requests_to_start_and_a_list_costs_one(@TempDir Path directory) {
    try (var proxy = Bench.proxy(directory);
        var runtime = DockerRuntime.connect(URI.create("unix://" + proxy.socket()))) {
      var id = done(runtime.create(bench.spec(Bench.shell("sleep 60"))));
      done(runtime.start(id));
      assertThat(done(runtime.list(bench.bench().labels()))).hasSize(1);
      assertThat(proxy.requests())
          .extracting(Request::path)
          .containsExactly(
              "/containers/create", "/containers/" + id + "/start", "/containers/json");
    }
  }
}
