package io.helyos.simulator.world;

import io.helyos.model.EntityId;
import io.helyos.model.delivery.Answer;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// Which daemon each entity lives on. An entity stays where it is until its daemon is known to be
/// gone; only then it begins to live elsewhere, so it never lives twice.
final class Region {
  private final World world;
  private final Set<Daemon> members = new LinkedHashSet<>();
  private final Map<EntityId, Daemon> homes = new LinkedHashMap<>();

  Region(World world) {
    this.world = world;
  }

  void join(Daemon daemon) {
    members.add(daemon);
  }

  /// The others have noticed that this daemon is gone.
  void lose(Daemon daemon) {
    if (!members.remove(daemon)) return;
    world.story("cluster", () -> "has lost " + daemon.name() + ", its entities live elsewhere");
    homes.values().removeIf(daemon::equals);
    members.stream().filter(Daemon::isUp).findFirst().ifPresent(Daemon::wakeWhatHasWork);
  }

  /// The entity lives elsewhere from now on, perhaps. Whoever has something to do is woken there.
  void move(EntityId id) {
    homes.remove(id);
    wake(id);
  }

  Optional<Daemon> home(EntityId id) {
    var home = homes.get(id);
    if (home != null) return Optional.of(home);
    var all = List.copyOf(members);
    if (all.isEmpty()) return Optional.empty();
    var chosen = all.get(Math.floorMod(id.toString().hashCode() + homes.size(), all.size()));
    homes.put(id, chosen);
    return Optional.of(chosen);
  }

  /// A command arrives, if there is a living daemon for it.
  void execute(Daemon from, EntityId to, Object command, Request request, Consumer<Answer> reply) {
    home(to)
        .filter(home -> world.network().passes(from, home))
        .ifPresent(home ->
            home.in(
                home.life(),
                () -> home.shell(to).tell(new Shell.Execute(command, request, reply))));
  }

  void wake(EntityId id) {
    home(id).ifPresent(home -> home.in(home.life(), () -> home.shell(id)));
  }
}
