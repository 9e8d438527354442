package io.helyos.simulator;

import io.helyos.model.port.ContainerRuntime;
import io.helyos.model.port.ContainerRuntimeContract;
import io.helyos.model.port.FaultyEngine;
import io.helyos.model.port.Program;
import io.helyos.model.template.ProcessSpec;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// The simulated engine keeps the same promises as a real one.
@Execution(ExecutionMode.CONCURRENT)
class SimulatedRuntimeContractTest extends ContainerRuntimeContract {
  private static final ScheduledExecutorService SCHEDULER =
      Executors.newSingleThreadScheduledExecutor();
  private static final SimulatedEngine ENGINE =
      new SimulatedEngine(
          "sim-1",
          EngineSettings.DEFAULT.withCallTimeout(Duration.ofMillis(200)),
          Timeline.of(InstantSource.system(), SCHEDULER));
  private static final ContainerRuntime RUNTIME = new SimulatedRuntime(ENGINE);

  @AfterAll
  static void endTime() {
    SCHEDULER.shutdownNow();
  }

  @Override
  public ContainerRuntime runtime() {
    return RUNTIME;
  }

  @Override
  public ProcessSpec program(Program program) {
    return SimulatedPrograms.of(program);
  }

  @Override
  public List<String> command(Program program) {
    return SimulatedPrograms.command(program);
  }

  @Override
  public FaultyEngine faultyEngine() {
    return new SimulatedFaults(new SimulatedRuntime(ENGINE));
  }

  private record SimulatedFaults(SimulatedRuntime runtime) implements FaultyEngine {
    @Override
    public void inflict(Fault fault) {
      runtime.inflict(EngineFault.valueOf(fault.name()));
    }

    @Override
    public void heal() {
      runtime.heal();
    }

    @Override
    public void cutStreams() {
      runtime.cutStreams();
    }

    @Override
    public void close() {
      runtime.close();
    }
  }
}
