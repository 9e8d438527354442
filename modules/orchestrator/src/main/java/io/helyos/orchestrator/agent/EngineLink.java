package io.helyos.orchestrator.agent;

import io.helyos.model.port.ContainerEvent;
import io.helyos.model.port.ContainerRuntime;
import io.helyos.model.port.EngineDescription;
import io.helyos.model.reconciliation.Labels;
import io.helyos.orchestrator.agent.AgentMessage.Connected;
import io.helyos.orchestrator.agent.AgentMessage.EngineLost;
import io.helyos.orchestrator.agent.AgentMessage.Listed;
import io.helyos.orchestrator.agent.AgentMessage.Tick;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.TimerScheduler;

/// The link to the engine: connected or not, listened to, and compared with now and then. Events
/// are a hint and can be lost: subscribe first, then list, then compare.
final class EngineLink {
  /// No more often than this a steady engine is asked for a list.
  private static final Duration COMPARE = Duration.ofSeconds(10);

  private static final int TELLING = 2;
  private static final Duration SOON = Duration.ofSeconds(2);
  private static final Duration FIRST_RETRY = Duration.ofMillis(250);
  private static final Duration LAST_RETRY = Duration.ofSeconds(5);

  private final ActorContext<AgentMessage> context;
  private final TimerScheduler<AgentMessage> timers;
  private final ContainerRuntime runtime;
  private final Engine engine;
  private final Site site;
  private final EngineCondition condition;
  private Optional<EngineWatch> watch = Optional.empty();
  private Optional<EngineDescription> described = Optional.empty();
  private Instant lastEvent;
  private Instant asked;
  private boolean connected;
  private boolean compared;
  private boolean listing;
  private long heard;
  private int failures;

  EngineLink(
      ActorContext<AgentMessage> context,
      TimerScheduler<AgentMessage> timers,
      ContainerRuntime runtime,
      Engine engine,
      Site site,
      EngineCondition condition) {
    this.context = context;
    this.timers = timers;
    this.runtime = runtime;
    this.engine = engine;
    this.site = site;
    this.condition = condition;
    this.lastEvent = site.clock().instant();
    this.asked = lastEvent;
  }

  /// Whether the engine answers and has been compared with since it last went away.
  boolean isUp() {
    return connected && compared;
  }

  /// What the engine said of itself when it was last connected to.
  EngineDescription engine() {
    return described.orElseThrow();
  }

  /// Counts what was heard, so that a list can be told from what is newer than it.
  long heard(ContainerEvent event) {
    lastEvent = event.time();
    return ++heard;
  }

  void connect() {
    context.pipeToSelf(
        runtime.describe(),
        (description, failure) ->
            failure == null && description != null
                ? new Connected(description)
                : new EngineLost(failure == null ? "no answer" : Engine.message(failure)));
  }

  /// Nothing more is passed on.
  void close() {
    watch.ifPresent(EngineWatch::end);
  }

  void connected(EngineDescription description) {
    if (failures >= TELLING) {
      context.getLog().info("The engine of node {} answers again.", site.node());
    }
    failures = 0;
    timers.cancel(Tick.CONNECT);
    watch.ifPresent(EngineWatch::end);
    described = Optional.of(description);
    connected = true;
    listing = false;
    var next = new EngineWatch(context.getSelf());
    watch = Optional.of(next);
    runtime
        .events(Map.of(Labels.CLUSTER, site.cluster(), Labels.NODE, site.node()), lastEvent)
        .subscribe(next);
    list();
    timers.startTimerWithFixedDelay(Tick.COMPARE, COMPARE);
    context.getLog().debug("Connected to engine {}", description.version());
  }

  void lost(String why) {
    // Several calls fail together; the next attempt is already on its way.
    if (timers.isTimerActive(Tick.CONNECT)) return;
    watch.ifPresent(EngineWatch::end);
    watch = Optional.empty();
    engine.forgetNetworks();
    timers.cancel(Tick.COMPARE);
    // A stream that ends once is no news; an engine that then does not answer is.
    if (++failures >= TELLING) condition.isSilent(why);
    if (failures == TELLING) {
      context.getLog().warn("The engine of node {} does not answer: {}", site.node(), why);
    }
    connected = false;
    compared = false;
    listing = false;
    var wait = FIRST_RETRY.multipliedBy(1L << Math.min(failures - 1, 5));
    timers.startSingleTimer(
        Tick.CONNECT, Tick.CONNECT, wait.compareTo(LAST_RETRY) < 0 ? wait : LAST_RETRY);
  }

  void tick(Tick tick) {
    switch (tick) {
      case CONNECT -> connect();
      case COMPARE -> {
        tellOfSilence();
        list();
      }
      case COMPARE_SOON -> list();
    }
  }

  /// An engine that hangs refuses nothing: it is known by the answer that does not come.
  private void tellOfSilence() {
    var silence = Duration.between(asked, site.clock().instant());
    if (listing && silence.compareTo(COMPARE) >= 0) {
      condition.isSilent("It has not answered for %d seconds.".formatted(silence.toSeconds()));
    }
  }

  /// Something is unclear that only the engine can tell.
  void compareSoon() {
    // One that is set already is not put off, however much is unclear.
    if (connected && !timers.isTimerActive(Tick.COMPARE_SOON)) {
      timers.startSingleTimer(Tick.COMPARE_SOON, Tick.COMPARE_SOON, SOON);
    }
  }

  /// Whether a list that has come in is of the engine as it is now.
  boolean listed() {
    if (!connected || !listing) return false;
    listing = false;
    compared = true;
    condition.answers();
    return true;
  }

  private void list() {
    if (!connected || listing) return;
    listing = true;
    asked = site.clock().instant();
    var known = heard;
    context.pipeToSelf(
        engine.list(),
        (containers, failure) ->
            failure == null && containers != null
                ? new Listed(containers, known)
                : new EngineLost(failure == null ? "no answer" : Engine.message(failure)));
  }

  CompletionStage<Void> leave(String project) {
    return engine.leave(project);
  }
}
