package io.helyos.model.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.helyos.model.port.ContainerState.Phase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/// One case's desk: names and labels that nobody else has, short words for what cases do again and
/// again, and the cleaning up.
public final class Workbench {
  /// How long a case waits for what must come. Generous: the machine may be busy.
  public static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final String LABEL = "io.helyos.test.case";

  private final EngineUnderTest engine;
  private final String prefix = "helyos-test-" + UUID.randomUUID().toString().substring(0, 8);
  private final AtomicInteger names = new AtomicInteger();
  private final List<String> networks = new ArrayList<>();
  private final List<FaultyEngine> faulty = new ArrayList<>();
  private final Instant begin = Instant.now();

  public Workbench(EngineUnderTest engine) {
    this.engine = engine;
  }

  /// Labels that all containers of this case carry, and no others.
  public Map<String, String> labels() {
    return Map.of(LABEL, prefix);
  }

  /// Shortly before the case began, by this machine's clock.
  public Instant begin() {
    return begin.minusSeconds(1);
  }

  public String newName() {
    return prefix + "-" + names.incrementAndGet();
  }

  public SpecDraft draft(Program program) {
    return new SpecDraft(newName(), engine.image(), engine.program(program), labels());
  }

  public ContainerSpec spec(Program program) {
    return draft(program).done();
  }

  public String create(Program program) {
    return create(spec(program));
  }

  public String create(ContainerSpec spec) {
    return done(engine.runtime().create(spec));
  }

  public String run(Program program) {
    var id = run(spec(program));
    if (program.saysReady()) {
      awaitReady(id);
    }
    return id;
  }

  /// Waits until a program that says so is ready for signals.
  public void awaitReady(String container) {
    var log = engine.runtime().logs(container, LogQuery.last(1));
    await()
        .atMost(PATIENCE)
        .until(() -> Recorder.of(log).awaitCompletion().stream().anyMatch(Workbench::saysReady));
  }

  private static boolean saysReady(LogLine line) {
    return line.text().equals("ready");
  }

  public String run(ContainerSpec spec) {
    var id = create(spec);
    start(id);
    return id;
  }

  /// Runs a program that ends by itself, to its end.
  public String ran(Program program) {
    return ran(spec(program));
  }

  public String ran(ContainerSpec spec) {
    var id = run(spec);
    awaitPhase(id, Phase.EXITED);
    return id;
  }

  public void start(String container) {
    done(engine.runtime().start(container));
  }

  public void stop(String container) {
    stop(container, Duration.ofSeconds(30));
  }

  public void stop(String container, Duration grace) {
    done(engine.runtime().stop(container, "SIGTERM", grace));
  }

  public void remove(String container) {
    done(engine.runtime().remove(container));
  }

  public boolean exists(String container) {
    return done(engine.runtime().inspect(container)).isPresent();
  }

  public ContainerState inspect(String container) {
    return done(engine.runtime().inspect(container)).orElseThrow();
  }

  /// Everything of this case that the engine has.
  public List<ContainerState> list() {
    return done(engine.runtime().list(labels()));
  }

  public ContainerState awaitPhase(String container, Phase phase) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(inspect(container).phase()).isEqualTo(phase));
    return inspect(container);
  }

  public String network() {
    var name = newName();
    networks.add(name);
    done(engine.runtime().ensureNetwork(name, labels()));
    return name;
  }

  public Recorder<ContainerEvent> events() {
    return Recorder.of(engine.runtime().events(labels(), begin()));
  }

  public FaultyEngine faultyEngine() {
    var opened = engine.faultyEngine();
    faulty.add(opened);
    return opened;
  }

  /// Removes all that the case has left on the engine.
  public void clear() {
    faulty.forEach(FaultyEngine::close);
    list().forEach(container -> remove(container.id()));
    networks.forEach(network -> done(engine.runtime().removeNetwork(network)));
  }

  /// The result of a call that must succeed.
  public static <T> T done(CompletionStage<T> call) {
    try {
      return call.toCompletableFuture().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw new AssertionError("expected the call to succeed, it failed: " + e.getCause(), e);
    } catch (TimeoutException e) {
      throw new AssertionError("expected an answer within " + PATIENCE + ", there was none", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while waiting for an answer", e);
    }
  }

  /// The failure of a call that must fail.
  public static RuntimeFailure failure(CompletionStage<?> call) {
    var error = error(call);
    if (error instanceof RuntimeFailure failure) {
      return failure;
    }
    throw new AssertionError("expected a RuntimeFailure, found " + error, error);
  }

  /// That a call fails in this way, with words for a person.
  public static void assertFails(CompletionStage<?> call, RuntimeFailure.Kind kind) {
    var failure = failure(call);
    assertThat(failure.kind()).as("kind of: %s", failure.getMessage()).isEqualTo(kind);
    assertThat(failure.getMessage()).isNotBlank();
  }

  static Throwable error(CompletionStage<?> call) {
    try {
      var result = call.toCompletableFuture().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      throw new AssertionError("expected the call to fail, it returned " + result);
    } catch (ExecutionException e) {
      return e.getCause() == null ? e : e.getCause();
    } catch (TimeoutException e) {
      throw new AssertionError("expected a failure within " + PATIENCE + ", no answer came", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while waiting for a failure", e);
    }
  }
}
