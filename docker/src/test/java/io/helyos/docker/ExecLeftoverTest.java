package io.helyos.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.helyos.model.port.ContainerRuntime;
import io.helyos.model.port.EngineUnderTest;
import io.helyos.model.port.FaultyEngine;
import io.helyos.model.port.Program;
import io.helyos.model.port.RuntimeFailure.Kind;
import io.helyos.model.port.Workbench;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
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
}
