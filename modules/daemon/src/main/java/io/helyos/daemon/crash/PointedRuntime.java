package io.helyos.daemon.crash;

import io.helyos.model.port.ContainerEvent;
import io.helyos.model.port.ContainerRuntime;
import io.helyos.model.port.ContainerSpec;
import io.helyos.model.port.ContainerState;
import io.helyos.model.port.CrashPoints;
import io.helyos.model.port.EngineDescription;
import io.helyos.model.port.ExecRequest;
import io.helyos.model.port.ExecResult;
import io.helyos.model.port.ExecSession;
import io.helyos.model.port.LogLine;
import io.helyos.model.port.LogQuery;
import io.helyos.model.port.OutsideCall;
import io.helyos.model.template.PullPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/// An engine with a crash point before and after each call.
public final class PointedRuntime implements ContainerRuntime {
  private final ContainerRuntime runtime;
  private final CrashPoints points;

  public PointedRuntime(ContainerRuntime runtime, CrashPoints points) {
    this.runtime = runtime;
    this.points = points;
  }

  @Override
  public CompletionStage<EngineDescription> describe() {
    return points.around(OutsideCall.DESCRIBE_ENGINE, () -> runtime.describe());
  }

  @Override
  public CompletionStage<String> create(ContainerSpec spec) {
    return points.around(OutsideCall.CREATE_CONTAINER, () -> runtime.create(spec));
  }

  @Override
  public CompletionStage<Void> start(String container) {
    return points.around(OutsideCall.START_CONTAINER, () -> runtime.start(container));
  }

  @Override
  public CompletionStage<Void> stop(String container, String signal, Duration grace) {
    return points.around(OutsideCall.STOP_CONTAINER, () -> runtime.stop(container, signal, grace));
  }

  @Override
  public CompletionStage<Void> remove(String container) {
    return points.around(OutsideCall.REMOVE_CONTAINER, () -> runtime.remove(container));
  }

  @Override
  public CompletionStage<Void> rename(String container, String name) {
    return points.around(OutsideCall.RENAME_CONTAINER, () -> runtime.rename(container, name));
  }

  @Override
  public CompletionStage<ExecResult> exec(
      String container, List<String> command, Duration timeout) {
    return points.around(
        OutsideCall.EXEC_IN_CONTAINER, () -> runtime.exec(container, command, timeout));
  }

  @Override
  public CompletionStage<ExecSession> openExec(String container, ExecRequest request) {
    return points.around(OutsideCall.OPEN_EXEC, () -> runtime.openExec(container, request));
  }

  @Override
  public CompletionStage<Flow.Publisher<byte[]>> readFiles(String container, String path) {
    return points.around(OutsideCall.READ_FILES, () -> runtime.readFiles(container, path));
  }

  @Override
  public CompletionStage<Void> writeFiles(
      String container, String directory, Flow.Publisher<byte[]> archive) {
    return points.around(
        OutsideCall.WRITE_FILES, () -> runtime.writeFiles(container, directory, archive));
  }

  @Override
  public CompletionStage<Optional<ContainerState>> inspect(String container) {
    return points.around(OutsideCall.INSPECT_CONTAINER, () -> runtime.inspect(container));
  }

  @Override
  public CompletionStage<List<ContainerState>> list(Map<String, String> labels) {
    return points.around(OutsideCall.LIST_CONTAINERS, () -> runtime.list(labels));
  }

  @Override
  public Flow.Publisher<LogLine> logs(String container, LogQuery query) {
    return new PointedStream<>(points, OutsideCall.READ_LOG, () -> runtime.logs(container, query));
  }

  @Override
  public Flow.Publisher<ContainerEvent> events(Map<String, String> labels, Instant since) {
    return new PointedStream<>(
        points, OutsideCall.HEAR_EVENTS, () -> runtime.events(labels, since));
  }

  @Override
  public CompletionStage<String> pull(String image, PullPolicy policy) {
    return points.around(OutsideCall.PULL_IMAGE, () -> runtime.pull(image, policy));
  }

  @Override
  public CompletionStage<Void> ensureNetwork(String name, Map<String, String> labels) {
    return points.around(OutsideCall.ENSURE_NETWORK, () -> runtime.ensureNetwork(name, labels));
  }

  @Override
  public CompletionStage<Void> removeNetwork(String name) {
    return points.around(OutsideCall.REMOVE_NETWORK, () -> runtime.removeNetwork(name));
  }

  @Override
  public void close() {
    points.during(OutsideCall.LEAVE_ENGINE, () -> runtime.close());
  }
}
