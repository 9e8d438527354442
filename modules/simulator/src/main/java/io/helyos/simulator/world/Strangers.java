package io.helyos.simulator.world;

import io.helyos.model.port.ContainerSpec;
import io.helyos.model.port.ContainerState;
import io.helyos.model.template.PortSpec.Protocol;
import io.helyos.model.template.ProcessSpec;
import io.helyos.model.template.PublishedPort;
import io.helyos.model.template.Resources;
import io.helyos.model.template.StopPolicy;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// Containers of other people: they hold host ports and names, and nobody is to touch them.
final class Strangers {
  private static final String NETWORK = "strangers";

  private record Guest(Machine machine, String id) {}

  private final World world;
  private final Dice dice;
  private final Map<Guest, ContainerState> guests = new LinkedHashMap<>();
  private int count;

  Strangers(World world, Dice dice) {
    this.world = world;
    this.dice = dice;
  }

  void come(Machine machine) {
    var name = dice.chance(0.3) ? name() : "stranger-" + ++count;
    var port = dice.chance(0.5) ? 8080 : 20_000 + dice.below(41);
    var outside = machine.outside();
    outside
        .ensureNetwork(NETWORK, Map.of())
        .thenCompose(_ -> outside.create(spec(name, port)))
        .thenCompose(id ->
            outside
                .start(id)
                .thenApply(_ -> id)
                .exceptionallyCompose(failure ->
                    outside
                        .remove(id)
                        .thenCompose(_ -> CompletableFuture.<String>failedStage(failure))))
        .thenAccept(id -> {
          world.story(machine.name(), () -> "stranger %s takes port %d".formatted(name, port));
          var guest = new Guest(machine, id);
          look(guest).ifPresent(state -> guests.put(guest, state));
          world.time().after(dice.seconds(5, 120), () -> leave(guest));
        })
        .exceptionally(_ -> null);
  }

  private String name() {
    return dice.pick(Users.DEPLOYMENTS).pod(dice.below(Users.MOST_REPLICAS)).podName();
  }

  /// Those that somebody has touched. A failure of the machine is nobody's doing.
  List<String> touched() {
    return guests.entrySet().stream()
        .filter(entry ->
            look(entry.getKey())
                .filter(now -> now.startedAt().equals(entry.getValue().startedAt()))
                .isEmpty())
        .map(entry -> entry.getValue().name() + " on " + entry.getKey().machine().name())
        .toList();
  }

  private static Optional<ContainerState> look(Guest guest) {
    return guest.machine().outside().inspect(guest.id()).toCompletableFuture().join();
  }

  private void leave(Guest guest) {
    if (guests.remove(guest) != null) guest.machine().outside().remove(guest.id());
  }

  void leave() {
    List.copyOf(guests.keySet()).forEach(this::leave);
  }

  private static ContainerSpec spec(String name, int port) {
    return new ContainerSpec(
        name,
        "helyos/stranger:1",
        Map.of(),
        ProcessSpec.ofImage(),
        List.of(),
        NETWORK,
        List.of(new PublishedPort(80, port, "", Protocol.TCP)),
        Resources.UNLIMITED,
        new StopPolicy(Duration.ofSeconds(1), "SIGTERM"),
        List.of(),
        List.of(),
        List.of(),
        false,
        100,
        1L << 20,
        1);
  }
}
