package io.helyos.simulator;

import io.helyos.model.port.ContainerSpec;
import io.helyos.model.port.ContainerState;
import io.helyos.model.port.EngineDescription;
import io.helyos.model.port.ExecRequest;
import io.helyos.model.port.ExecResult;
import io.helyos.model.port.RuntimeFailure;
import io.helyos.model.port.RuntimeFailure.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The containers of one machine that does not exist. Lives on when its clients have gone, as an
/// engine does, and ends with the process. Every method but those of the package is one turn under
/// the engine's lock; [SimulatedRuntime] is the way in.
public final class SimulatedEngine {
  private final String host;
  private final EngineSettings settings;
  private final Timeline timeline;
  private final EngineLock lock = new EngineLock();
  private final EventHistory history = new EventHistory(lock);
  private final SimulatedNetworks networks = new SimulatedNetworks();
  private final SimulatedImages images = new SimulatedImages();
  private final Map<String, SimulatedContainer> byId = new LinkedHashMap<>();
  private final Map<String, SimulatedContainer> byName = new HashMap<>();
  private Instant lastTick = Instant.EPOCH;
  private long created;

  public SimulatedEngine(String host, EngineSettings settings, Timeline timeline) {
    this.host = host;
    this.settings = settings;
    this.timeline = timeline;
  }

  /// How many containers there are, running or not.
  public int size() {
    return lock.turn(byId::size);
  }

  /// What a machine's failure does: all that runs is killed at once, nothing is removed.
  public void killAll() {
    lock.turn(() -> byId.values().forEach(SimulatedContainer::kill));
  }

  EngineSettings settings() {
    return settings;
  }

  Timeline timeline() {
    return timeline;
  }

  EngineLock lock() {
    return lock;
  }

  EventHistory history() {
    return history;
  }

  SimulatedNetworks networks() {
    return networks;
  }

  SimulatedImages images() {
    return images;
  }

  /// The engine's clock, within a turn. No two readings are equal, so that time tells order.
  Instant tick() {
    var now = timeline.instant().truncatedTo(ChronoUnit.MICROS);
    lastTick = now.isAfter(lastTick) ? now : lastTick.plus(1, ChronoUnit.MICROS);
    return lastTick;
  }

  EngineDescription describe() {
    return new EngineDescription(
        "simulated", "amd64", settings.cpus(), settings.memoryBytes(), host);
  }

  String create(ContainerSpec spec) {
    return lock.turn(() -> {
      EngineRules.check(spec);
      images.require(spec.image());
      var holder = byName.get(spec.name());
      if (holder != null) {
        throw taken(spec.name(), holder);
      }
      spec.sharesNetworkOf().ifPresent(this::found);
      var id = EngineIds.hex(host + "/" + ++created);
      var container = new SimulatedContainer(this, id, spec);
      byId.put(id, container);
      byName.put(spec.name(), container);
      container.tellCreation();
      return id;
    });
  }

  void start(String container) {
    lock.turn(() -> found(container).start());
  }

  /// A container that is to share another's network can only do so while that one runs.
  void requireNetwork(String container) {
    if (!found(container).isRunning()) {
      throw new RuntimeFailure(
          Kind.NOT_FOUND, "cannot join network of a non running container: " + container);
    }
  }

  CompletableFuture<Boolean> stop(String container, String signal, Duration grace) {
    return lock.turn(() -> {
      EngineRules.checkSignal(signal);
      return found(container).stop(signal, grace);
    });
  }

  void remove(String container) {
    lock.turn(() -> {
      var found = look(container);
      if (found != null) {
        found.destroy();
        byId.remove(found.id());
        byName.remove(found.name());
      }
    });
  }

  void rename(String container, String name) {
    lock.turn(() -> {
      var found = found(container);
      EngineRules.checkName(name);
      var holder = byName.get(name);
      if (holder != null && holder != found) {
        throw taken(name, holder);
      }
      byName.remove(found.name());
      found.rename(name);
      byName.put(name, found);
    });
  }

  private static RuntimeFailure taken(String name, SimulatedContainer holder) {
    return new RuntimeFailure(
        Kind.NAME_TAKEN, "name " + name + " is taken by container " + holder.id().substring(0, 12));
  }

  CompletableFuture<ExecResult> exec(String container, List<String> command, Duration timeout) {
    return lock.turn(() -> found(container).exec(command, timeout));
  }

  SimulatedSession talk(String container, ExecRequest request, OpenStreams streams) {
    return with(container, found -> found.talk(request, streams));
  }

  Optional<ContainerState> inspect(String container) {
    return lock.turn(() -> Optional.ofNullable(look(container)).map(SimulatedContainer::state));
  }

  List<ContainerState> list(Map<String, String> labels) {
    return lock.turn(() ->
        byId.values().stream()
            .filter(container -> container.carries(labels))
            .map(SimulatedContainer::state)
            .toList());
  }

  /// One turn about a container that must be there.
  <T> T with(String container, Function<SimulatedContainer, T> work) {
    return lock.turn(() -> work.apply(found(container)));
  }

  private SimulatedContainer found(String container) {
    var found = look(container);
    if (found == null) {
      throw new RuntimeFailure(Kind.NOT_FOUND, "there is no container " + container);
    }
    return found;
  }

  private @Nullable SimulatedContainer look(String container) {
    var found = byId.get(container);
    return found != null ? found : byName.get(container);
  }
}
