package io.helyos.orchestrator.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.model.port.ContainerSpec;
import io.helyos.model.port.ProbeAnswer;
import io.helyos.model.template.Probe;
import io.helyos.model.template.ProcessSpec;
import io.helyos.model.template.Resources;
import io.helyos.model.template.StopPolicy;
import io.helyos.simulator.EngineFault;
import io.helyos.simulator.EngineSettings;
import io.helyos.simulator.SimulatedEngine;
import io.helyos.simulator.SimulatedRuntime;
import io.helyos.simulator.VirtualTimeline;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandProbeTest {
  private final VirtualTimeline time = new VirtualTimeline(Instant.EPOCH);
  private final SimulatedRuntime engine =
      new SimulatedRuntime(new SimulatedEngine("sim-1", EngineSettings.DEFAULT, time));
  private final NetworkProber prober = new NetworkProber(engine);

  @AfterEach
  void endProbing() {
    prober.close();
  }

  private CompletableFuture<ProbeAnswer> ask(Duration timeout, String... command) {
    var action = new Probe.Action.Exec(List.of(command));
    var probe = new Probe(action, Duration.ofSeconds(10), timeout, 3, Duration.ZERO);
    return prober.ask(probe, "api-0", "").toCompletableFuture();
  }

  private CompletableFuture<ProbeAnswer> ask(String... command) {
    return ask(Duration.ofSeconds(5), command);
  }

  private void run(Map<String, String> env) {
    var process =
        new ProcessSpec(
            List.of(), List.of(), env, Optional.empty(), Optional.empty(), Optional.empty(), true);
    var id =
        engine
            .create(
                new ContainerSpec(
                    "api-0",
                    "helyos/test:1",
                    Map.of(),
                    process,
                    List.of(),
                    "none",
                    List.of(),
                    new Resources(0, 0),
                    StopPolicy.DEFAULT,
                    List.of(),
                    List.of(),
                    List.of(),
                    false,
                    256,
                    10_000_000,
                    2))
            .toCompletableFuture()
            .join();
    engine.start(id).toCompletableFuture().join();
  }

  @ParameterizedTest
  @CsvSource({
    "0, '', true, exit code 0",
    "0, ready, true, exit code 0: ready",
    "3, '', false, exit code 3",
    "1, 'trying\nno database\n\n', false, exit code 1: no database"
  })
  void the_exit_code_is_the_answer_and_the_last_line_says_why(
      int code, String printed, boolean passed, String words) {
    run(Map.of("SIM_EXEC_CODE", "" + code, "SIM_EXEC_PRINT", printed));
    assertThat(ask("check").join()).isEqualTo(new ProbeAnswer(passed, words));
  }

  @Test
  void a_command_that_takes_too_long_has_not_answered() {
    run(Map.of("SIM_EXEC_AFTER", "6s"));
    var asked = ask("check");
    time.advance(Duration.ofMillis(4900));
    assertThat(asked).isNotDone();
    time.advance(Duration.ofMillis(200));
    assertThat(asked.join()).isEqualTo(ProbeAnswer.bad("no answer within 5 s"));
  }

  @Test
  void a_command_that_cannot_be_executed_is_bad() {
    run(Map.of("SIM_EXEC_ERROR", "no such file"));
    assertThat(ask("check").join().passed()).isFalse();
    assertThat(ask("check").join().words()).contains("no such file");
  }

  @Test
  void a_container_that_is_gone_is_bad() {
    assertThat(ask("check").join().words()).contains("no container api-0");
  }

  @Test
  void an_engine_that_never_answers_is_not_waited_for_and_no_fault_of_the_container() {
    run(Map.of());
    engine.inflict(EngineFault.HANG);
    // Time stands still for the engine, so that only the prober's own deadline can end this.
    assertThat(ask(Duration.ofMillis(50), "check").orTimeout(90, TimeUnit.SECONDS).join())
        .isEqualTo(ProbeAnswer.none("no answer within 50 ms, and the engine does not answer"));
  }
}
