package io.helyos.simulator.world;

import io.helyos.model.PodId;
import io.helyos.model.Seat;
import io.helyos.model.desk.Desk;
import io.helyos.model.desk.Turns;
import io.helyos.model.port.ContainerState;
import io.helyos.model.reconciliation.Labels;
import io.helyos.model.reconciliation.Labels.Identity;
import io.helyos.model.reconciliation.Step;
import io.helyos.model.template.Holder;
import io.helyos.simulator.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// The desks of all pods on a machine, and when each is to be looked at again.
final class Desks {
  private final Daemon daemon;
  private final Map<Seat, Desk> desks = new LinkedHashMap<>();
  private final Map<Seat, Timeline.Timer> alarms = new LinkedHashMap<>();

  Desks(Daemon daemon) {
    this.daemon = daemon;
  }

  Desk of(Seat seat) {
    return find(seat).orElseGet(() -> Desk.of(seat));
  }

  Optional<Desk> find(Seat seat) {
    return Optional.ofNullable(desks.get(seat));
  }

  void put(Desk desk) {
    desks.put(desk.seat(), desk);
  }

  void drop(Seat seat) {
    desks.remove(seat);
    cancel(seat);
  }

  private void cancel(Seat seat) {
    var alarm = alarms.remove(seat);
    if (alarm != null) alarm.cancel();
  }

  /// Should nothing come in before, the desk is looked at when it says.
  void wake(Seat seat, Instant now, Runnable look) {
    cancel(seat);
    of(seat)
        .wakeAt(now)
        .ifPresent(at -> alarms.put(seat, daemon.after(Duration.between(now, at), look)));
  }

  List<Seat> seats() {
    return List.copyOf(desks.keySet());
  }

  /// Those of one pod, its own container's among them.
  List<Desk> all(PodId pod) {
    var own = Seat.of(pod);
    var others = desks.values().stream().filter(d -> d.pod().equals(pod) && !d.seat().equals(own));
    return Stream.concat(Stream.of(of(own)), others).toList();
  }

  /// The desk of the container that keeps the network of a pod of several.
  Optional<Desk> holder(Seat seat) {
    return find(new Seat(seat.pod(), Optional.of(Holder.NAME)));
  }

  /// Looks at a desk and at the others of its pod, if it is one of several: what has come of one
  /// container may be what another waits for.
  void around(Seat seat, Consumer<Seat> look) {
    look.accept(seat);
    if (holder(seat).isEmpty()) return;
    all(seat.pod()).stream().map(Desk::seat).filter(s -> !s.equals(seat)).forEach(look);
  }

  /// The step of a desk, unless others of its pod have to go first.
  Step minding(Desk desk, Step step, Instant now) {
    return holder(desk.seat()).isEmpty() ? step : Turns.minding(desk, all(desk.pod()), step, now);
  }

  boolean hasProject(String project) {
    return desks.values().stream()
        .anyMatch(desk -> desk.pod().project().equals(project) && desk.newest().isPresent());
  }

  /// Spreads a list of the engine over the desks; answers whose containers nobody has an order for.
  List<Identity> listed(Collection<ContainerState> containers, long asked) {
    var bySeat = new LinkedHashMap<Seat, List<ContainerState>>();
    var strays = new ArrayList<Identity>();
    for (var container : containers) {
      Labels.identity(container.labels())
          .ifPresent(id -> {
            bySeat.computeIfAbsent(id.seat(), _ -> new ArrayList<>()).add(container);
            if (of(id.seat()).order().isEmpty()) strays.add(id);
          });
    }
    bySeat.keySet().forEach(seat -> put(of(seat)));
    desks.replaceAll((seat, desk) -> desk.listed(bySeat.getOrDefault(seat, List.of()), asked));
    return strays;
  }
}
