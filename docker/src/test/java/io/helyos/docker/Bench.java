package io.helyos.docker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.transport.DockerHttpClient.Request.Method;
import io.helyos.model.port.ContainerRuntime;
import io.helyos.model.port.ContainerSpec;
import io.helyos.model.port.ContainerState.Phase;
import io.helyos.model.port.EngineProxy;
import io.helyos.model.port.EngineUnderTest;
import io.helyos.model.port.FaultyEngine;
import io.helyos.model.port.LogLine;
import io.helyos.model.port.LogQuery;
import io.helyos.model.port.Recorder;
import io.helyos.model.port.Workbench;
import io.helyos.model.template.ProcessSpec;
import io.helyos.model.template.PublishedPort;
import io.helyos.model.template.Resources;
import io.helyos.model.template.StopPolicy;
import io.helyos.model.template.VolumeSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// The desk of one test on the real engine: specifications, what became of them, and cleaning up.
final class Bench implements EngineUnderTest, AfterEachCallback {
  private final Workbench work = new Workbench(this);

  @Override
  public ContainerRuntime runtime() {
    return TestEngine.runtime();
  }

  @Override
  public FaultyEngine faultyEngine() {
    throw new UnsupportedOperationException("these tests put their own proxy before the engine");
  }

  @Override
  public Workbench bench() {
    return work;
  }

  @Override
  public void afterEach(ExtensionContext context) {
    work.clear();
  }

  static EngineProxy proxy(Path directory) {
    return new EngineProxy(directory.resolve("engine.sock"), TestEngine.socket());
  }

  static ProcessSpec shell(String script) {
    return process(List.of("/bin/sh", "-c", script), List.of());
  }

  static ProcessSpec process(List<String> command, List<String> args) {
    return new ProcessSpec(
        command, args, Map.of(), Optional.empty(), Optional.empty(), Optional.empty(), true);
  }

  /// As the agent asks for it by default.
  ContainerSpec spec(ProcessSpec process) {
    return spec(process, "none", List.of(), List.of(), Resources.UNLIMITED);
  }

  ContainerSpec spec(ProcessSpec process, List<VolumeSpec> volumes) {
    return spec(process, "none", volumes, List.of(), Resources.UNLIMITED);
  }

  ContainerSpec spec(
      ProcessSpec process,
      String network,
      List<VolumeSpec> volumes,
      List<PublishedPort> ports,
      Resources resources) {
    return new ContainerSpec(
        work.newName(),
        TestEngine.IMAGE,
        work.labels(),
        process,
        volumes,
        network,
        ports,
        resources,
        StopPolicy.DEFAULT,
        List.of(),
        List.of("NET_RAW", "MKNOD"),
        List.of(),
        false,
        4096,
        10_000_000,
        3);
  }

  /// What a container prints until it ends.
  String output(ContainerSpec spec) {
    var id = work.run(spec);
    work.awaitPhase(id, Phase.EXITED);
    return lines(id).stream().map(LogLine::text).collect(Collectors.joining("\n"));
  }

  List<LogLine> lines(String id) {
    return Recorder.of(runtime().logs(id, LogQuery.last(-1))).awaitCompletion();
  }

  /// What the engine itself says of a container.
  static InspectContainerResponse raw(String id) {
    return TestEngine.raw().inspectContainerCmd(id).exec();
  }

  /// The same, with the fields that the library does not know.
  static JsonNode json(String id) {
    try (var engine = new EngineConnection(TestEngine.settings());
        var answer = engine.open(Method.GET, "/containers/" + id + "/json")) {
      return new ObjectMapper().readTree(answer.getBody());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
