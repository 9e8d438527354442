package io.helyos.simulator;

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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/// One client of a [SimulatedEngine]. Without delays and faults, an answer is there when the call
/// returns, and no other thread has had a part in it. Faults are this client's own: another client
/// of the same engine sees what has really happened.
public final class SimulatedRuntime implements ContainerRuntime {
  private final SimulatedEngine engine;
  private final Delays delays;
  private final FaultyWay way;
  private final OpenStreams streams;

  public SimulatedRuntime(SimulatedEngine engine) {
    this.engine = engine;
    this.delays = engine.settings().delays();
    this.way = new FaultyWay(engine.timeline(), engine.settings());
    this.streams = new OpenStreams(way);
  }

  /// From now on, for every call, until the next one or [#heal].
  public void inflict(EngineFault fault) {
    way.inflict(fault);
    if (fault == EngineFault.REFUSE) {
      cutStreams();
    }
  }

  public void heal() {
    way.inflict(null);
  }

  /// Cuts the events and logs that are being read now.
  public void cutStreams() {
    streams.cut();
  }

  /// How many events and logs are being read.
  public int openStreams() {
    return streams.size();
  }

  @Override
  public CompletionStage<EngineDescription> describe() {
    return way.look(engine::describe);
  }

  @Override
  public CompletionStage<String> create(ContainerSpec spec) {
    return way.change(delays.create(), () -> completed(engine.create(spec)));
  }

  @Override
  public CompletionStage<Void> start(String container) {
    return way.change(delays.start(), () -> done(() -> engine.start(container)));
  }

  @Override
  public CompletionStage<Void> stop(String container, String signal, Duration grace) {
    return way.change(
        delays.stop(),
        () -> engine.stop(container, signal, grace).thenCompose(_ -> done(() -> {})));
  }

  @Override
  public CompletionStage<Void> remove(String container) {
    return way.change(delays.stop(), () -> done(() -> engine.remove(container)));
  }

  @Override
  public CompletionStage<Void> rename(String container, String name) {
    return way.change(Duration.ZERO, () -> done(() -> engine.rename(container, name)));
  }

  @Override
  public CompletionStage<ExecResult> exec(
      String container, List<String> command, Duration timeout) {
    return way.change(Duration.ZERO, () -> engine.exec(container, command, timeout));
  }

  @Override
  public CompletionStage<ExecSession> openExec(String container, ExecRequest request) {
    return way.change(
        Duration.ZERO,
        () -> SimulatedRuntime.<ExecSession>completed(engine.talk(container, request, streams)));
  }

  @Override
  public CompletionStage<Flow.Publisher<byte[]>> readFiles(String container, String path) {
    return way.look(() -> {
      var archive = engine.with(container, found -> found.files().read(path));
      return subscriber ->
          streams.<byte[]>open(
              subscriber,
              stream -> {
                WholeArchive.pour(archive, stream);
                return () -> {};
              });
    });
  }

  @Override
  public CompletionStage<Void> writeFiles(
      String container, String directory, Flow.Publisher<byte[]> archive) {
    return way.change(
        Duration.ZERO,
        () -> {
          engine.with(container, found -> found.into(directory));
          return WholeArchive.of(archive)
              .thenCompose(whole ->
                  done(() -> engine.with(container, found -> found.into(directory).apply(whole))));
        });
  }

  @Override
  public CompletionStage<Optional<ContainerState>> inspect(String container) {
    return way.look(() -> engine.inspect(container));
  }

  @Override
  public CompletionStage<List<ContainerState>> list(Map<String, String> labels) {
    return way.look(() -> engine.list(labels));
  }

  @Override
  public Flow.Publisher<LogLine> logs(String container, LogQuery query) {
    return subscriber ->
        streams.<LogLine>open(
            subscriber,
            stream -> {
              var log = engine.with(container, found -> found.read(query, stream));
              return () -> engine.lock().turn(() -> log.forget(stream));
            });
  }

  @Override
  public Flow.Publisher<ContainerEvent> events(Map<String, String> labels, Instant since) {
    return subscriber ->
        streams.<ContainerEvent>open(
            subscriber,
            stream -> {
              var outlet = way.disordered(stream, engine.lock());
              engine.lock().turn(() -> engine.history().listen(outlet, labels, since));
              return () -> engine.lock().turn(() -> engine.history().forget(outlet));
            });
  }

  @Override
  public CompletionStage<String> pull(String image, PullPolicy policy) {
    var asks = engine.lock().turn(() -> engine.images().needsRegistry(image, policy));
    return way.change(
        asks ? delays.pull() : Duration.ZERO,
        () -> completed(engine.lock().turn(() -> engine.images().pull(image, policy))));
  }

  @Override
  public CompletionStage<Void> ensureNetwork(String name, Map<String, String> labels) {
    return way.change(
        Duration.ZERO, () -> done(() -> engine.lock().turn(() -> engine.networks().ensure(name))));
  }

  @Override
  public CompletionStage<Void> removeNetwork(String name) {
    return way.change(
        Duration.ZERO, () -> done(() -> engine.lock().turn(() -> engine.networks().remove(name))));
  }

  /// Ends this client; the engine and its containers live on.
  @Override
  public void close() {
    way.close();
    cutStreams();
  }

  private static <T> CompletableFuture<T> completed(T value) {
    return CompletableFuture.completedFuture(value);
  }

  private static CompletableFuture<Void> done(Runnable work) {
    work.run();
    return CompletableFuture.allOf();
  }
}
