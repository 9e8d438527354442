package io.helyos.simulator.world;

import io.helyos.model.Seat;
import io.helyos.model.agent.Order;
import io.helyos.model.port.ContainerState;
import io.helyos.model.port.OrderStore;
import io.helyos.simulator.SimulatedOrders;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/// A machine's order file. Saving takes time; of what is under way when the daemon dies, some may
/// have reached the disk. It can be lost, and it can refuse to be written.
final class Disk implements OrderStore {
  private static final Duration WRITE = Duration.ofMillis(4);

  private final World world;
  private final Dice dice;
  private final Deque<Runnable> underWay = new ArrayDeque<>();
  private SimulatedOrders orders = new SimulatedOrders();
  private Instant lost = Instant.MIN;
  private boolean full;

  Disk(World world, Dice dice) {
    this.world = world;
    this.dice = dice;
  }

  void full(boolean now) {
    full = now;
  }

  void lose() {
    orders = new SimulatedOrders();
    lost = world.time().instant();
  }

  /// Whether the orders behind a container were lost: what its agent had decided by itself is then
  /// known to nobody.
  boolean wasLostAfter(ContainerState container) {
    return container.startedAt().filter(lost::isAfter).isPresent();
  }

  /// The daemon dies: what it was writing is there up to some point.
  void crash() {
    for (var left = dice.below(underWay.size() + 1); left > 0; left--) underWay.removeFirst().run();
    underWay.clear();
  }

  @Override
  public Collection<Order> load() {
    return List.copyOf(orders.load());
  }

  @Override
  public CompletionStage<Void> save(Order order) {
    return write(() -> orders.save(order));
  }

  @Override
  public CompletionStage<Void> forget(Seat seat) {
    return write(() -> orders.forget(seat));
  }

  private CompletionStage<Void> write(Runnable work) {
    if (full) return CompletableFuture.failedStage(new IllegalStateException("the disk is full"));
    var done = new CompletableFuture<Void>();
    underWay.add(work);
    world
        .time()
        .after(
            WRITE,
            () -> {
              if (!underWay.remove(work)) return;
              work.run();
              finish(done);
            });
    return done;
  }

  private static void finish(CompletableFuture<Void> done) {
    done.complete(null);
  }

  @Override
  public void close() {}
}
