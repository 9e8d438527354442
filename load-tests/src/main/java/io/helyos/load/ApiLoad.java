package io.helyos.load;

import io.helyos.client.HelyosClient;
import io.helyos.client.Listing;
import io.helyos.client.failure.HelyosException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/// A steady mix of requests: so many a second whatever becomes of those before, and each timed from
/// the instant when it was due, so that a daemon that hangs cannot hide it by being asked less.
final class ApiLoad {
  static final int PER_SECOND = 40;

  private static final int TURNS = 80;
  private static final int WRITE_EVERY = 10;

  private final HelyosClient client;
  private final String steady;
  private final String churned;
  private final String empty;
  private int turn;

  /// @param steady a deployment that is only read
  /// @param churned one that is scaled between one and two
  /// @param empty one without pods, which is deployed again with another environment
  ApiLoad(HelyosClient client, String steady, String churned, String empty) {
    this.client = client;
    this.steady = steady;
    this.churned = churned;
    this.empty = empty;
  }

  /// What came of it, in milliseconds.
  record Times(Samples reads, Samples writes, List<String> failures) {
    private Times() {
      this(new Samples(), new Samples(), new ArrayList<>());
    }

    Samples all() {
      var all = new Samples();
      reads.copyTo(all);
      writes.copyTo(all);
      return all;
    }

    private synchronized void add(boolean write, double millis) {
      (write ? writes : reads).add(millis);
    }

    private synchronized void failed(String why) {
      failures.add(why);
    }
  }

  /// Asks for so long, and waits for the last answer.
  Times during(Duration window) throws InterruptedException {
    var times = new Times();
    var begun = System.nanoTime();
    var count = window.toMillis() * PER_SECOND / 1000;
    try (var requests = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var i = 0L; i < count; i++) {
        var due = begun + i * TimeUnit.SECONDS.toNanos(1) / PER_SECOND;
        TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
        var mine = turn++;
        requests.execute(() -> time(mine, due, times));
      }
    }
    return times;
  }

  private void time(int mine, long due, Times times) {
    try {
      request(mine);
      times.add(mine % WRITE_EVERY == 0, (System.nanoTime() - due) / 1e6);
    } catch (HelyosException e) {
      times.failed(String.valueOf(e.getMessage()));
    }
  }

  private void request(int mine) {
    if (mine % TURNS == 0) {
      client.scale(Workload.PROJECT, churned, 1 + mine / TURNS % 2);
    } else if (mine % WRITE_EVERY == 0) {
      var spec = Workload.yaml(empty, 0) + "env: {TURN: \"%d\"}\n".formatted(mine);
      client.deploy(spec.getBytes(StandardCharsets.UTF_8), "application/yaml");
    } else {
      read(mine);
    }
  }

  private void read(int mine) {
    switch (mine % 4) {
      case 0 -> client.pods(Listing.of(Workload.PROJECT));
      case 1 -> client.deployment(Workload.PROJECT, steady);
      case 2 -> client.nodes();
      default -> client.deployments(Listing.all());
    }
  }
}
