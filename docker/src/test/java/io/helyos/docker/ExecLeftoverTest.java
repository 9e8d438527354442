package io.helyos.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.helyos.model.port.ContainerRuntime;
import io.helyos.model.port.EngineUnderTest;
import io.helyos.model.port.ExecRequest;
import io.helyos.model.port.FaultyEngine;
import io.helyos.model.port.Program;
import io.helyos.model.port.Recorder;
import io.helyos.model.port.RuntimeFailure.Kind;
import io.helyos.model.port.Workbench;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ExecLeftoverTest implements EngineUnderTest {
  private final Workbench bench = new Workbench(this);

  @Override
  public ContainerRuntime runtime() {
    return TestEngine.runtime();
  }

  @Override
  public FaultyEngine faultyEngine() {
    throw new AssertionError("no case here needs a faulty engine");
  }

  @Override
  public Workbench bench() {
    return bench;
  }

  @AfterEach
  void clearTheBench() {
    bench.clear();
  }

  private static List<String> processes(String container) {
    return Arrays.stream(TestEngine.raw().topContainerCmd(container).exec().getProcesses())
        .map(columns -> columns[columns.length - 1])
        .toList();
  }

  @Test
  void an_overdue_command_is_killed_with_what_it_started_and_nothing_else_is() {
    var id = bench.run(Program.RUN_UNTIL_TERM);
    var hanging = List.of("/bin/sh", "-c", "sleep 7771 & sleep 7772");
    var call = runtime().exec(id, hanging, Duration.ofSeconds(2));
    await()
        .atMost(Workbench.PATIENCE)
        .untilAsserted(
            () -> assertThat(processes(id)).anyMatch(line -> line.contains("sleep 777")));
    assertThat(Workbench.failure(call).kind()).isEqualTo(Kind.UNKNOWN_OUTCOME);
    await()
        .atMost(Workbench.PATIENCE)
        .untilAsserted(
            () -> assertThat(processes(id)).noneMatch(line -> line.contains("sleep 777")));
    assertThat(bench.inspect(id).isRunning()).isTrue();
    assertThat(processes(id)).anyMatch(line -> line.contains("sleep 3600"));
  }

  @Test
  void a_command_whose_client_hangs_up_is_killed_and_nothing_else_is() {
    var id = bench.run(Program.RUN_UNTIL_TERM);
    var talking = ExecRequest.of(List.of("/bin/sh", "-c", "sleep 7781 & exec sleep 7782"));
    var session = Workbench.done(runtime().openExec(id, talking.withInput()));
    await()
        .atMost(Workbench.PATIENCE)
        .untilAsserted(
            () -> assertThat(processes(id)).anyMatch(line -> line.contains("sleep 7782")));
    session.close();
    await()
        .atMost(Workbench.PATIENCE)
        .untilAsserted(
            () -> assertThat(processes(id)).noneMatch(line -> line.contains("sleep 778")));
    assertThat(bench.inspect(id).isRunning()).isTrue();
    assertThat(processes(id)).anyMatch(line -> line.contains("sleep 3600"));
  }

  @Test
  void a_command_runs_as_another_user_in_another_directory() {
    var id = bench.run(Program.RUN_UNTIL_TERM);
    var request =
        new ExecRequest(
            List.of("/bin/sh", "-c", "id -un; pwd"),
            false,
            false,
            Optional.of("nobody"),
            Optional.of("/tmp"),
            Map.of(),
            Optional.empty());
    try (var session = Workbench.done(runtime().openExec(id, request))) {
      var said = new ByteArrayOutputStream();
      Recorder.of(session.output())
          .awaitCompletion()
          .forEach(piece -> said.writeBytes(piece.bytes()));
      assertThat(said.toString(StandardCharsets.UTF_8).lines()).containsExactly("nobody", "/tmp");
    }
  }
}
