package io.helyos.persistence.orders;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.helyos.model.Seat;
import io.helyos.model.agent.Order;
import io.helyos.persistence.killed.ChildJvm;
import io.helyos.persistence.killed.Promises;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileOrderStoreTest {
  private static final int KILLS = Integer.getInteger("kills", 3);

  @TempDir private Path folder;

  private FileOrderStore open() {
    return FileOrderStore.open(folder.resolve("orders.db"));
  }

  private static void wait(CompletionStage<Void> stage) throws Exception {
    stage.toCompletableFuture().get(60, SECONDS);
  }

  @Test
  void a_new_file_holds_no_orders() {
    try (var store = open()) {
      assertThat(store.load()).isEmpty();
    }
  }

  @Test
  void the_last_order_of_each_pod_is_loaded() throws Exception {
    try (var store = open()) {
      wait(store.save(TestOrders.order(0, 1)));
      wait(store.save(TestOrders.order(1, 1)));
      wait(store.save(TestOrders.order(0, 2)));
    }
    try (var store = open()) {
      assertThat(store.load())
          .containsExactlyInAnyOrder(TestOrders.order(0, 2), TestOrders.order(1, 1));
    }
  }

  @Test
  void a_forgotten_order_is_gone() throws Exception {
    try (var store = open()) {
      wait(store.save(TestOrders.order(0, 1)));
      wait(store.forget(Seat.of(TestOrders.pod(0))));
    }
    try (var store = open()) {
      assertThat(store.load()).isEmpty();
    }
  }

  @Test
  void an_order_that_is_saved_without_waiting_is_replaced_by_the_later_one() throws Exception {
    try (var store = open()) {
      var saves =
          IntStream.rangeClosed(1, 100)
              .mapToObj(attempt -> store.save(TestOrders.order(0, attempt)))
              .toList();
      for (var save : saves) wait(save);
      assertThat(store.load()).containsExactly(TestOrders.order(0, 100));
    }
  }

  @Test
  void the_file_does_not_grow_with_the_orders_of_a_pod() throws Exception {
    for (var round = 0; round < 3; round++) {
      try (var store = open()) {
        for (var attempt = 1; attempt < 500; attempt++) {
          store.save(TestOrders.order(0, attempt));
        }
      }
      assertThat(Files.size(folder.resolve("orders.db"))).isLessThan(32 << 10);
    }
  }

  @Test
  void an_order_that_cannot_be_saved_says_so() {
    var store = open();
    store.close();
    assertThatThrownBy(() -> wait(store.save(TestOrders.order(0, 1))))
        .hasMessageContaining("is closed");
  }

  @Test
  void after_a_kill_each_pod_has_the_last_order_that_was_acknowledged() throws Exception {
    var promises = folder.resolve("promises");
    for (var kill = 1; kill <= KILLS; kill++) {
      var enough = Promises.count(promises) + 300;
      try (var child = ChildJvm.start(KilledLanes.class, folder.resolve("orders.db"), promises)) {
        child.untilPromised(promises, enough);
      }
      var promised = Promises.read(promises);
      assertThat(promised).hasSize(KilledLanes.LANES);
      try (var store = open()) {
        assertThat(store.load()).hasSize(KilledLanes.LANES);
        // One more may have been on its way to each lane's promise.
        assertThat(store.load())
            .allSatisfy(order ->
                assertThat((long) order.attempt())
                    .isBetween(promisedTo(promised, order), promisedTo(promised, order) + 1));
      }
    }
  }

  private static long promisedTo(Map<String, Long> promised, Order order) {
    return promised.getOrDefault(order.pod().toString(), 0L);
  }
}
