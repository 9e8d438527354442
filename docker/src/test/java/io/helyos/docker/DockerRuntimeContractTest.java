package io.helyos.docker;

import io.helyos.model.port.ContainerRuntime;
import io.helyos.model.port.ContainerRuntimeContract;
import io.helyos.model.port.EngineProxy;
import io.helyos.model.port.FaultyEngine;
import io.helyos.model.port.ProxiedEngine;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// The contract of all container runtimes, on a real engine.
@Execution(ExecutionMode.CONCURRENT)
class DockerRuntimeContractTest extends ContainerRuntimeContract {
  private static final AtomicInteger SOCKETS = new AtomicInteger();

  @TempDir static Path directory;

  @Override
  public ContainerRuntime runtime() {
    return TestEngine.runtime();
  }

  @Override
  public FaultyEngine faultyEngine() {
    var socket = directory.resolve("engine-" + SOCKETS.incrementAndGet() + ".sock");
    return new ProxiedEngine(
        new EngineProxy(socket, TestEngine.socket()), DockerRuntimeContractTest::connect);
  }

  private static DockerRuntime connect(Path socket) {
    return DockerRuntime.connect(
        DockerSettings.of(URI.create("unix://" + socket)).withAnswerTimeout(Duration.ofSeconds(2)));
  }
}
