package io.helyos.docker;

import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.exception.NotModifiedException;
import com.github.dockerjava.transport.DockerHttpClient.Request.Method;
import io.helyos.model.port.ContainerEvent;
import io.helyos.model.port.ContainerRuntime;
import io.helyos.model.port.ContainerSpec;
import io.helyos.model.port.ContainerState;
import io.helyos.model.port.EngineDescription;
import io.helyos.model.port.ExecRequest;
import io.helyos.model.port.ExecResult;
import io.helyos.model.port.ExecSession;
import io.helyos.model.port.LogLine;
import io.helyos.model.port.LogQuery;
import io.helyos.model.template.PullPolicy;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Flow;

/// Containers on a Docker engine, from version 20.10 on.
public final class DockerRuntime implements ContainerRuntime {
  private final EngineConnection engine;
  private final Calls calls;
  private final BindPolicy binds;
  private final Images images;
  private final Networks networks;
  private final Set<StreamSubscription<?>> streams = ConcurrentHashMap.newKeySet();

  private DockerRuntime(DockerSettings settings) {
    this.engine = new EngineConnection(settings);
    this.calls = new Calls(settings.lanes(), settings.answerTimeout());
    this.binds = new BindPolicy(settings, new EngineDirectory(engine.calls()));
    this.images =
        new Images(
            engine,
            calls,
            new Credentials(settings.registryConfig(), settings.helperPath()),
            settings.pullPatience());
    this.networks = new Networks(engine.calls());
  }

  /// Speaks to an engine with the settings of the environment. Asks it nothing yet.
  ///
  /// @param dockerHost `unix:///path`, or `tcp://address:port` with TLS or on this machine
  public static DockerRuntime connect(URI dockerHost) {
    return connect(DockerSettings.of(dockerHost));
  }

  /// Speaks to an engine with settings of one's own. Asks it nothing yet.
  ///
  /// @throws IllegalArgumentException for an address that is malformed or not safe
  public static DockerRuntime connect(DockerSettings settings) {
    EngineAddress.check(settings);
    return new DockerRuntime(settings);
  }

  @Override
  public CompletionStage<EngineDescription> describe() {
    return calls.call(
        "describe the engine", () -> EngineDescriptions.of(engine.calls().infoCmd().exec()));
  }

  @Override
  public CompletionStage<String> create(ContainerSpec spec) {
    return calls.call(
        "create " + spec.name(),
        () -> {
          var mounts = Mounts.of(spec.volumes(), binds::resolve);
          return ContainerRequests.create(engine.calls(), spec, mounts).exec().getId();
        });
  }

  @Override
  public CompletionStage<Void> start(String container) {
    return calls.call(
        "start " + container,
        () -> {
          try {
            return engine.calls().startContainerCmd(container).exec();
          } catch (NotModifiedException e) {
            // It runs already.
            return null;
          }
        });
  }

  @Override
  public CompletionStage<Void> stop(String container, String signal, Duration grace) {
    return Failures.unwrapped(new ContainerStop(engine, calls, container).run(signal, grace));
  }

  @Override
  public CompletionStage<Void> remove(String container) {
    return calls.call("remove " + container, () -> ContainerRemoval.run(engine, container));
  }

  @Override
  public CompletionStage<Void> rename(String container, String name) {
    return calls.call("rename " + container, () -> ContainerRename.run(engine, container, name));
  }

  @Override
  public CompletionStage<ExecResult> exec(
      String container, List<String> command, Duration timeout) {
    return new ContainerExec(engine, calls, container).run(command, timeout);
  }

  @Override
  public CompletionStage<ExecSession> openExec(String container, ExecRequest request) {
    return new InteractiveExec(engine, calls, container, streams).open(request);
  }

  @Override
  public CompletionStage<Flow.Publisher<byte[]>> readFiles(String container, String path) {
    return new FileCopy(engine, calls, streams, container).read(path);
  }

  @Override
  public CompletionStage<Void> writeFiles(
      String container, String directory, Flow.Publisher<byte[]> archive) {
    return new FileCopy(engine, calls, streams, container).write(directory, archive);
  }

  @Override
  public CompletionStage<Optional<ContainerState>> inspect(String container) {
    return calls.call(
        "inspect " + container,
        () -> {
          try {
            var answer = engine.calls().inspectContainerCmd(container).exec();
            return Optional.of(ContainerStates.of(answer));
          } catch (NotFoundException e) {
            return Optional.empty();
          }
        });
  }

  @Override
  public CompletionStage<List<ContainerState>> list(Map<String, String> labels) {
    return calls.call("list containers", () -> ContainerList.of(engine, labels));
  }

  @Override
  public Flow.Publisher<LogLine> logs(String container, LogQuery query) {
    return stream("the log of " + container, LogFormat.path(container, query), LogFormat::read);
  }

  @Override
  public Flow.Publisher<ContainerEvent> events(Map<String, String> labels, Instant since) {
    return stream("the engine's events", EventFormat.path(labels, since), EventFormat::read);
  }

  private <T> Flow.Publisher<T> stream(String what, String path, StreamPublisher.Format<T> format) {
    return new StreamPublisher<>(
        what, () -> calls.within(what, () -> engine.open(Method.GET, path)), format, streams);
  }

  @Override
  public CompletionStage<String> pull(String image, PullPolicy policy) {
    return Failures.unwrapped(images.ensure(image, policy));
  }

  @Override
  public CompletionStage<Void> ensureNetwork(String name, Map<String, String> labels) {
    return calls.call(
        "make network " + name,
        () -> {
          networks.ensure(name, labels);
          return null;
        });
  }

  @Override
  public CompletionStage<Void> removeNetwork(String name) {
    return calls.call(
        "remove network " + name,
        () -> {
          networks.remove(name);
          return null;
        });
  }

  /// Fails what is still under way; containers do not notice.
  @Override
  public void close() {
    calls.close();
    streams.forEach(StreamSubscription::close);
    engine.close();
  }
}
