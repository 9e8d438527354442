package io.helyos.persistence.orders;

import io.helyos.persistence.killed.Promises;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/// A process whose lanes save orders until it is killed: order file, promises file.
final class KilledLanes {
  static final int LANES = 8;

  private KilledLanes() {}

  public static void main(String[] arguments) throws Exception {
    var promises = Promises.appendTo(Path.of(arguments[1]));
    var store = FileOrderStore.open(Path.of(arguments[0]));
    var last = new int[LANES];
    for (var order : store.load()) last[order.pod().index()] = order.attempt();
    for (var lane = 0; lane < LANES; lane++) saveForEver(store, promises, lane, last[lane] + 1);
    new CountDownLatch(1).await();
  }

  private static void saveForEver(FileOrderStore store, Promises promises, int pod, int attempt) {
    store
        .save(TestOrders.order(pod, attempt))
        .thenAcceptAsync(done -> {
          promises.add(TestOrders.pod(pod).toString(), attempt);
          saveForEver(store, promises, pod, attempt + 1);
        })
        .exceptionally(failure -> {
          failure.printStackTrace();
          return null;
        });
  }
}
