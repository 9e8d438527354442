package io.helyos.daemon.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.daemon.Specs;
import io.helyos.daemon.harness.Api;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;

/// Somebody who makes one deployment after the other, asking each daemon in turn, and writes down
/// which were promised to him. Who has promised and then forgets is found out.
final class Promises implements AutoCloseable {
  private static final long PAUSE_NANOS = 200_000_000;

  private final List<Api> daemons;
  private final String project;
  private final List<String> kept = new CopyOnWriteArrayList<>();
  private final Thread thread;
  private volatile boolean over;

  Promises(String project, Api... daemons) {
    this.daemons = List.of(daemons);
    this.project = project;
    this.thread = Thread.ofVirtual().start(this::ask);
  }

  private void ask() {
    for (var round = 0; !over; round++) {
      var name = "promise-" + round;
      try {
        var reply = daemons.get(round % daemons.size()).deploy(Specs.of(project, name, 0));
        if (reply.status() / 100 == 2) kept.add(name);
      } catch (UncheckedIOException nothingPromised) {
        // A daemon that is cut off ends.
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  int count() {
    return kept.size();
  }

  /// No longer asks.
  @Override
  public void close() {
    over = true;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  void assertThatAllAreKept(Api api) {
    var there = api.get("/api/v1/deployments?project=" + project).ok().body();
    assertThat(there.findValuesAsText("name")).containsAll(kept);
  }
}
