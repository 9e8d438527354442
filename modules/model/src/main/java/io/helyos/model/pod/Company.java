package io.helyos.model.pod;

import io.helyos.model.pod.Companion.Stand;
import io.helyos.model.pod.Part.Role;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// The companions of a pod's own container, and whose turn it is: the holder first, the init
/// containers one by one, then all others at once.
///
/// @param all in the order in which they start
/// @param ownGone of a pod that is taken down: nothing of its own container is left
public record Company(List<Companion> all, boolean ownGone) {
  public Company {
    all = List.copyOf(all);
  }

  static Company of(List<Part> parts) {
    return new Company(parts.stream().map(Companion::fresh).toList(), false);
  }

  public Optional<Companion> find(String name) {
    return all.stream().filter(c -> c.name().equals(name)).findFirst();
  }

  /// The running container whose network all share.
  Optional<Pod.Container> held() {
    return of(Role.HOLDER).findFirst().flatMap(Companion::up).map(Stand.Up::container);
  }

  /// The ids of the containers that run beside the pod's own.
  public List<String> running() {
    return all.stream().flatMap(c -> c.up().stream()).map(up -> up.container().id()).toList();
  }

  /// Of the images that its containers run, by name; the holder's is ours.
  Map<String, String> digests() {
    var digests = new TreeMap<String, String>();
    for (var companion : all) {
      if (companion.is(Role.HOLDER)) continue;
      companion.digest().ifPresent(seen -> digests.put(companion.name(), seen));
    }
    return digests;
  }

  private Stream<Companion> of(Role role) {
    return all.stream().filter(c -> c.is(role));
  }

  /// Whether the pod's own container may start, and those beside it.
  boolean isReadied() {
    return held().isPresent() && of(Role.INIT).allMatch(Companion::hasSucceeded);
  }

  /// Whether a companion may start.
  boolean isDue(Companion companion) {
    return switch (companion.part().role()) {
      case HOLDER -> true;
      case INIT ->
          held().isPresent()
              && of(Role.INIT)
                  .takeWhile(c -> !c.name().equals(companion.name()))
                  .allMatch(Companion::hasSucceeded);
      case BESIDE -> isReadied();
    };
  }

  /// The first that is not as a running pod wants it.
  Optional<Companion> lacking() {
    return all.stream().filter(c -> !isWell(c)).findFirst();
  }

  private static boolean isWell(Companion companion) {
    return switch (companion.stand()) {
      case Stand.Up(_, var health) ->
          !companion.is(Role.INIT)
              && health.liveness() == Health.Liveness.HEALTHY
              && health.ready();
      case Stand.Done(_, var failed) -> !failed;
      case Stand.Awaited _, Stand.BackingOff _, Stand.Gone _ -> false;
    };
  }

  int restarts() {
    return all.stream().mapToInt(Companion::restarts).sum();
  }

  int pullFailures() {
    return all.stream().mapToInt(Companion::pullFailures).sum();
  }

  Company with(Companion changed) {
    return with(c -> c.name().equals(changed.name()) ? changed : c);
  }

  private Company with(UnaryOperator<Companion> change) {
    return new Company(all.stream().map(change).toList(), ownGone);
  }

  /// The network has ended with its holder: whatever was in it starts anew, in its order. Who waits
  /// after a crash goes on waiting, and who is at an end beside the others stays there.
  Company unheld() {
    return with(c ->
        c.is(Role.HOLDER)
            ? c
            : switch (c.stand()) {
              case Stand.Up _ -> c.begun(c.attempt() + 1);
              case Stand.Awaited _ -> isDue(c) ? c.begun(c.attempt() + 1) : c;
              case Stand.Done _ -> c.is(Role.INIT) ? c.begun(c.attempt() + 1) : c;
              case Stand.BackingOff _, Stand.Gone _ -> c;
            });
  }

  /// Whether these are its companions.
  boolean isOf(List<Part> parts) {
    return all.stream().map(Companion::part).toList().equals(parts);
  }

  /// With another revision the counts begin anew.
  Company forgiven() {
    return with(Companion::forgiven);
  }

  /// The same in a new life of the pod.
  Company reborn() {
    return new Company(all.stream().map(Companion::reborn).toList(), false);
  }

  /// The same in another place.
  Company elsewhere() {
    return new Company(all.stream().map(Companion::elsewhere).toList(), false);
  }

  /// Nothing is left of the pod's own container.
  Company withoutOwn() {
    return new Company(all, true);
  }

  /// Whether only the holder is left: nobody needs it any more.
  boolean isDeserted() {
    return ownGone && all.stream().allMatch(c -> c.is(Role.HOLDER) || c.isGone());
  }
}
