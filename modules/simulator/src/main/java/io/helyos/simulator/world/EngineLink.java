package io.helyos.simulator.world;

import io.helyos.model.port.ContainerEvent;
import io.helyos.model.port.ContainerState;
import io.helyos.model.reconciliation.Labels;
import io.helyos.simulator.SimulatedRuntime;
import io.helyos.simulator.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An agent's link to its engine: subscribe, then list, then compare, and all again when the engine
/// was away.
final class EngineLink {
  private static final Duration COMPARE = Duration.ofSeconds(10);
  private static final Duration SOON = Duration.ofSeconds(2);
  private static final Duration FIRST_RETRY = Duration.ofMillis(250);
  private static final Duration LAST_RETRY = Duration.ofSeconds(5);

  /// Who is told what the engine says.
  interface Listener {
    void heard(ContainerEvent event, long count);

    /// All containers of this machine.
    ///
    /// @param asked how much had been heard when the list was asked for
    void listed(List<ContainerState> containers, long asked);
  }

  private final Agent agent;
  private final Daemon daemon;
  private final SimulatedRuntime runtime;
  private final Map<String, String> labels;
  private final Listener listener;
  private Optional<Ears> ears = Optional.empty();
  private Timeline.@Nullable Timer connecting;
  private Timeline.@Nullable Timer comparing;
  private Timeline.@Nullable Timer soon;
  private Instant lastEvent;
  private boolean connected;
  private boolean compared;
  private boolean listing;
  private long heard;
  private int failures;

  EngineLink(Agent agent, Machine machine, SimulatedRuntime runtime, Listener listener) {
    this.agent = agent;
    this.daemon = machine.daemon();
    this.runtime = runtime;
    this.labels = Map.of(Labels.CLUSTER, World.CLUSTER, Labels.NODE, machine.name());
    this.listener = listener;
    this.lastEvent = daemon.now();
  }

  /// Whether the engine answers and has been compared with since it last went away.
  boolean isUp() {
    return connected && compared;
  }

  void connect() {
    agent.pipe(
        runtime.describe(),
        found -> {
          if (found.isPresent()) connected();
          else lost();
        });
  }

  private void connected() {
    failures = 0;
    connecting = cancelled(connecting);
    ears.ifPresent(Ears::close);
    connected = true;
    listing = false;
    listen();
    list();
    compareLater();
  }

  private void compareLater() {
    comparing = cancelled(comparing);
    comparing =
        daemon.after(
            COMPARE,
            () -> {
              list();
              compareLater();
            });
  }

  void lost() {
    // Several calls fail together; the next attempt is already on its way.
    if (connecting != null) return;
    ears.ifPresent(Ears::close);
    ears = Optional.empty();
    agent.hands().networks().forget();
    comparing = cancelled(comparing);
    connected = false;
    compared = false;
    listing = false;
    var wait = FIRST_RETRY.multipliedBy(1L << Math.min(failures++, 5));
    connecting =
        daemon.after(
            wait.compareTo(LAST_RETRY) < 0 ? wait : LAST_RETRY,
            () -> {
              connecting = null;
              connect();
            });
  }

  private static Timeline.@Nullable Timer cancelled(Timeline.@Nullable Timer timer) {
    if (timer != null) timer.cancel();
    return null;
  }

  /// Something is unclear that only the engine can tell.
  void compareSoon() {
    if (!connected) return;
    soon = cancelled(soon);
    soon = daemon.after(SOON, this::list);
  }

  private void list() {
    if (!connected || listing) return;
    listing = true;
    var asked = heard;
    agent.pipe(
        runtime.list(labels),
        found -> {
          if (found.isPresent()) listed(found.get(), asked);
          else lost();
        });
  }

  /// A list of an engine that went away meanwhile is none.
  private void listed(List<ContainerState> containers, long asked) {
    if (!connected || !listing) return;
    listing = false;
    compared = true;
    listener.listed(containers, asked);
  }

  private void listen() {
    var next = new Ears[1];
    next[0] =
        new Ears(
            event ->
                agent.post(() -> {
                  if (!isPresent(next[0])) return;
                  lastEvent = event.time();
                  listener.heard(event, ++heard);
                }),
            () ->
                agent.post(() -> {
                  if (isPresent(next[0])) lost();
                }));
    ears = Optional.of(next[0]);
    runtime.events(labels, lastEvent).subscribe(next[0]);
  }

  private boolean isPresent(Ears which) {
    return ears.filter(which::equals).isPresent();
  }
}
