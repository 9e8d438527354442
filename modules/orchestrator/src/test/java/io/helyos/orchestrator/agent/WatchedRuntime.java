package io.helyos.orchestrator.agent;

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
import io.helyos.model.port.RuntimeFailure;
import io.helyos.model.template.PullPolicy;
import io.helyos.simulator.SimulatedRuntime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Flow;

/// Passes calls on and writes down what was asked. On demand it loses the answer to a create and
/// all events, and knows late whom the kernel has killed.
final class WatchedRuntime implements ContainerRuntime {
  private final SimulatedRuntime engine;
  private final List<String> calls = new CopyOnWriteArrayList<>();
  private volatile boolean losesCreate;
  private volatile boolean isDeaf;
  private volatile long unawareLooks;

  WatchedRuntime(SimulatedRuntime engine) {
    this.engine = engine;
  }

  /// The next create is carried out and not answered.
  void loseNextCreate() {
    losesCreate = true;
  }

  /// So many looks do not show yet that the kernel has killed a container for its memory.
  void learnOfMemoryAfter(int looks) {
    unawareLooks = looks;
  }

  /// From now on nobody who subscribes hears an event.
  void loseEvents() {
    isDeaf = true;
  }

  void cutStreams() {
    engine.cutStreams();
  }

  /// The names of all calls so far.
  List<String> calls() {
    return calls;
  }

  long count(String call) {
    return calls.stream().filter(call::equals).count();
  }

  @Override
  public CompletionStage<EngineDescription> describe() {
    calls.add("describe");
    return engine.describe();
  }

  @Override
  public CompletionStage<String> create(ContainerSpec spec) {
    calls.add("create");
    var answer = engine.create(spec);
    if (!losesCreate) return answer;
    losesCreate = false;
    return answer.thenCompose(_ ->
        CompletableFuture.failedStage(
            new RuntimeFailure(RuntimeFailure.Kind.UNKNOWN_OUTCOME, "no answer")));
  }

  @Override
  public CompletionStage<Void> start(String container) {
    calls.add("start");
    return engine.start(container);
  }

  @Override
  public CompletionStage<Void> stop(String container, String signal, Duration grace) {
    calls.add("stop");
    return engine.stop(container, signal, grace);
  }

  @Override
  public CompletionStage<Void> remove(String container) {
    calls.add("remove");
    return engine.remove(container);
  }

  @Override
  public CompletionStage<Void> rename(String container, String name) {
    calls.add("rename");
    return engine.rename(container, name);
  }

  @Override
  public CompletionStage<ExecResult> exec(
      String container, List<String> command, Duration timeout) {
    calls.add("exec");
    return engine.exec(container, command, timeout);
  }

  @Override
  public CompletionStage<ExecSession> openExec(String container, ExecRequest request) {
    calls.add("openExec");
    return engine.openExec(container, request);
  }

  @Override
  public CompletionStage<Flow.Publisher<byte[]>> readFiles(String container, String path) {
    calls.add("readFiles");
    return engine.readFiles(container, path);
  }

  @Override
  public CompletionStage<Void> writeFiles(
      String container, String directory, Flow.Publisher<byte[]> archive) {
    calls.add("writeFiles");
    return engine.writeFiles(container, directory, archive);
  }

  @Override
  public CompletionStage<Optional<ContainerState>> inspect(String container) {
    calls.add("inspect");
    var isUnaware = count("inspect") <= unawareLooks;
    return engine
        .inspect(container)
        .thenApply(found -> isUnaware ? found.map(seen -> seen.withOomKilled(false)) : found);
  }

  @Override
  public CompletionStage<List<ContainerState>> list(Map<String, String> labels) {
    calls.add("list");
    return engine.list(labels);
  }

  @Override
  public Flow.Publisher<LogLine> logs(String container, LogQuery query) {
    calls.add("logs");
    return engine.logs(container, query);
  }

  @Override
  public Flow.Publisher<ContainerEvent> events(Map<String, String> labels, Instant since) {
    calls.add("events");
    return isDeaf ? _ -> {} : engine.events(labels, since);
  }

  @Override
  public CompletionStage<String> pull(String image, PullPolicy policy) {
    calls.add("pull");
    return engine.pull(image, policy);
  }

  @Override
  public CompletionStage<Void> ensureNetwork(String name, Map<String, String> labels) {
    calls.add("ensureNetwork");
    return engine.ensureNetwork(name, labels);
  }

  @Override
  public CompletionStage<Void> removeNetwork(String name) {
    calls.add("removeNetwork");
    return engine.removeNetwork(name);
  }

  @Override
  public void close() {
    engine.close();
  }
}
