package io.helyos.simulator;

import io.helyos.model.port.ContainerEvent;
import io.helyos.model.port.ContainerSpec;
import io.helyos.model.port.ContainerState;
import io.helyos.model.port.ContainerState.Phase;
import io.helyos.model.port.ExecRequest;
import io.helyos.model.port.ExecResult;
import io.helyos.model.port.LogLine;
import io.helyos.model.port.LogQuery;
import io.helyos.model.port.RuntimeFailure;
import io.helyos.model.port.RuntimeFailure.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One container and the process in it. Guarded by its engine's lock.
final class SimulatedContainer {
  private static final int KILLED = 137;
  private static final int NOT_EXECUTABLE = 127;

  private final SimulatedEngine engine;
  private final String id;
  private final ContainerSpec spec;
  private final Behaviour behaviour;
  private final ProcessLog log;
  private final RunTimers timers;
  private final List<Runnable> waiters = new ArrayList<>(0);
  private @Nullable SimulatedFiles files;
  private String name;
  private Phase phase = Phase.CREATED;
  private int exitCode;
  private boolean oomKilled;
  private @Nullable Instant startedAt;
  private @Nullable Instant finishedAt;
  private String ip = "";
  private String error = "";

  SimulatedContainer(SimulatedEngine engine, String id, ContainerSpec spec) {
    this.engine = engine;
    this.id = id;
    this.spec = spec;
    this.name = spec.name();
    this.behaviour = Behaviour.of(spec.process().env());
    this.timers = new RunTimers(engine);
    this.log = new ProcessLog(engine.lock());
  }

  String id() {
    return id;
  }

  String name() {
    return name;
  }

  void rename(String newName) {
    name = newName;
  }

  /// Starts a reader of the log; returns the log, which can forget it.
  ProcessLog read(LogQuery query, Outlet<LogLine> reader) {
    log.read(query, isRunning(), reader);
    return log;
  }

  boolean isRunning() {
    return phase == Phase.RUNNING;
  }

  boolean carries(Map<String, String> labels) {
    return spec.labels().entrySet().containsAll(labels.entrySet());
  }

  ContainerState state() {
    return new ContainerState(
        id,
        name,
        spec.image(),
        spec.labels(),
        phase,
        exitCode,
        oomKilled,
        Optional.ofNullable(startedAt),
        Optional.ofNullable(finishedAt),
        ip,
        isRunning() ? spec.ports() : List.of(),
        error);
  }

  void start() {
    if (isRunning()) {
      return;
    }
    try {
      execute();
    } catch (RuntimeFailure failure) {
      error = String.valueOf(failure.getMessage());
      exitCode = NOT_EXECUTABLE;
      throw failure;
    }
  }

  private void execute() {
    if (!behaviour.startError().isEmpty()) {
      throw new RuntimeFailure(
          Kind.INVALID, "the process cannot be executed: " + behaviour.startError());
    }
    spec.sharesNetworkOf().ifPresent(engine::requireNetwork);
    ip = engine.networks().join(id, spec);
    phase = Phase.RUNNING;
    exitCode = 0;
    oomKilled = false;
    error = "";
    finishedAt = null;
    startedAt = tell(ContainerEvent.Kind.STARTED);
    behave();
  }

  private void behave() {
    behaviour.print().forEach(line -> print(false, line));
    behaviour.printError().forEach(line -> print(true, line));
    for (var i = 0; i < behaviour.printCount(); i++) {
      print(false, "line " + i);
    }
    behaviour.printEvery().ifPresent(every -> printOn(every, 0));
    behaviour.oomAfter().ifPresent(after -> timers.after(after, this::runOutOfMemory));
    behaviour.exitAfter().ifPresent(after -> timers.after(after, this::endByItself));
  }

  private void printOn(Duration every, int number) {
    print(false, "line " + number);
    timers.after(every, () -> printOn(every, number + 1));
  }

  private void print(boolean stderr, String text) {
    log.write(engine.tick(), stderr, text);
  }

  private void runOutOfMemory() {
    if (!isRunning()) {
      return;
    }
    oomKilled = true;
    tell(ContainerEvent.Kind.OOM);
    exit(KILLED);
  }

  private void endByItself() {
    if (!isRunning()) {
      return;
    }
    behaviour.printLast().forEach(line -> print(false, line));
    exit(behaviour.exitCode());
  }

  /// Asks the process to end; the future completes, with nothing of interest, once it has.
  CompletableFuture<Boolean> stop(String signal, Duration grace) {
    if (!isRunning()) {
      return CompletableFuture.completedFuture(true);
    }
    var ended = new CompletableFuture<Boolean>();
    waiters.add(() -> ended.complete(true));
    var takes = behaviour.stopAfter();
    if (EngineRules.isKill(signal)) {
      exit(KILLED);
    } else if (behaviour.signalExit().isPresent() && takes.compareTo(grace) <= 0) {
      timers.after(takes, () -> exit(behaviour.signalExit().getAsInt()));
    } else {
      timers.after(grace, () -> exit(KILLED));
    }
    return ended;
  }

  /// Runs a command beside the process; one that goes on too long is killed.
  CompletableFuture<ExecResult> exec(List<String> command, Duration timeout) {
    requireRunning();
    var told = ExecBehaviour.of(spec.process().env(), command);
    if (!told.error().isEmpty()) {
      throw new RuntimeFailure(Kind.INVALID, "the process cannot be executed: " + told.error());
    }
    var result = new ExecResult(told.exitCode(), told.lastWords());
    return told.after().isZero()
        ? CompletableFuture.completedFuture(result)
        : execSlowly(told.after(), result, timeout);
  }

  private CompletableFuture<ExecResult> execSlowly(
      Duration takes, ExecResult result, Duration timeout) {
    var answer = new CompletableFuture<ExecResult>();
    Runnable death = () -> answer.complete(new ExecResult(KILLED, ""));
    waiters.add(death);
    Runnable end =
        takes.compareTo(timeout) <= 0
            ? () -> answer.complete(result)
            : () -> answer.completeExceptionally(late(timeout));
    timers.after(
        takes.compareTo(timeout) <= 0 ? takes : timeout,
        () -> {
          waiters.remove(death);
          engine.lock().afterwards(end);
        });
    return answer;
  }

  /// Begins a command beside the process that somebody talks with.
  SimulatedSession talk(ExecRequest request, OpenStreams streams) {
    requireRunning();
    var env = new HashMap<>(spec.process().env());
    env.putAll(request.env());
    var told = ExecBehaviour.of(env, request.command());
    var session = new SimulatedSession(engine.lock(), told, request, streams, waiters::remove);
    waiters.add(session);
    session.begin(timers);
    return session;
  }

  /// Made when somebody asks for them: of ten thousand containers hardly one has any.
  SimulatedFiles files() {
    var known = files == null ? new SimulatedFiles() : files;
    files = known;
    return known;
  }

  /// Writes an archive into a directory, which must be there and take it.
  Function<byte[], SimulatedFiles> into(String directory) {
    files().requireDirectory(directory);
    if (spec.readonlyRootfs()) {
      throw new RuntimeFailure(Kind.INVALID, "container rootfs is marked read-only");
    }
    return archive -> files().write(directory, archive);
  }

  private void requireRunning() {
    if (!isRunning()) {
      throw new RuntimeFailure(Kind.INVALID, "container " + name + " is not running");
    }
  }

  private RuntimeFailure late(Duration timeout) {
    return new RuntimeFailure(
        Kind.UNKNOWN_OUTCOME,
        "a command in %s has not ended within %d ms".formatted(name, timeout.toMillis()));
  }

  void kill() {
    exit(KILLED);
  }

  void destroy() {
    kill();
    tell(ContainerEvent.Kind.DESTROYED);
  }

  void tellCreation() {
    tell(ContainerEvent.Kind.CREATED);
  }

  private void exit(int code) {
    if (!isRunning()) {
      return;
    }
    timers.cancelAll();
    engine.networks().leave(id, spec);
    ip = "";
    phase = Phase.EXITED;
    exitCode = code;
    finishedAt = tell(ContainerEvent.Kind.DIED);
    log.end();
    waiters.forEach(engine.lock()::afterwards);
    waiters.clear();
  }

  private Instant tell(ContainerEvent.Kind kind) {
    var time = engine.tick();
    var code = kind == ContainerEvent.Kind.DIED ? exitCode : 0;
    engine.history().tell(new ContainerEvent(kind, id, spec.labels(), time, code));
    return time;
  }
}
