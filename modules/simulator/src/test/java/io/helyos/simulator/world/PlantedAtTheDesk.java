package io.helyos.simulator.world;

import io.helyos.model.Seat;
import io.helyos.model.agent.Order;
import io.helyos.model.desk.Desk;
import io.helyos.model.desk.News;
import io.helyos.model.port.OrderStore;
import io.helyos.model.reconciliation.Step;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/// Faults in what the agent decides.
final class PlantedAtTheDesk {
  private PlantedAtTheDesk() {}

  static List<Planted> all() {
    return List.of(
        Planted.atTheDesk("desk: late orders count", new Gullible()),
        Planted.atTheDesk("desk: an exit with zero is no news", new Content()),
        Planted.atTheDesk("desk: what is dead is not removed", new Untidy()),
        Planted.atTheDesk("desk: the deputy does not wait", new Hasty()),
        Planted.atTheDesk("desk: what is well is ended", new Impatient()),
        new Planted("desk: orders are not saved first", Rules.MODEL.withOrders(Forgetful::new)));
  }

  private static final class Gullible implements Clerk {
    @Override
    public Optional<Order> admit(Desk desk, Order order) {
      return Optional.of(order);
    }
  }

  private static final class Content implements Clerk {
    @Override
    public Optional<News> news(Desk desk) {
      return Clerk.super.news(desk).filter(news -> !isGood(news));
    }

    private static boolean isGood(News news) {
      return news instanceof News.Ended(var container, _) && container.exitCode() == 0;
    }
  }

  private static final class Untidy implements Clerk {
    @Override
    public Step step(Desk desk, Instant now) {
      var step = Clerk.super.step(desk, now);
      return step instanceof Step.Remove ? new Step.Rest() : step;
    }
  }

  private static final class Impatient implements Clerk {
    @Override
    public Step step(Desk desk, Instant now) {
      var step = Clerk.super.step(desk, now);
      if (!(step instanceof Step.Rest) || desk.busy() || desk.order().isEmpty()) return step;
      return desk.seen().stream()
          .filter(container -> container.isRunning() && desk.checkup().isPresent())
          .findFirst()
          .<Step>map(Step.Halt::new)
          .orElse(step);
    }
  }

  private static final class Hasty implements Clerk {
    @Override
    public Optional<Order> initiative(Desk desk, boolean reached, Instant now) {
      return Clerk.super.initiative(desk, reached, now.plusSeconds(20));
    }
  }

  /// Says that it has saved what it will save later.
  private record Forgetful(OrderStore store) implements OrderStore {
    @Override
    public Collection<Order> load() {
      return store.load();
    }

    @Override
    public CompletionStage<Void> save(Order order) {
      var saved = store.save(order);
      return saved.toCompletableFuture().isCompletedExceptionally()
          ? saved
          : CompletableFuture.allOf();
    }

    @Override
    public CompletionStage<Void> forget(Seat seat) {
      return store.forget(seat);
    }

    @Override
    public void close() {}
  }
}
