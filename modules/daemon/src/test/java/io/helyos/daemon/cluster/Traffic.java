package io.helyos.daemon.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import io.helyos.daemon.harness.Api;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/// Somebody who asks daemons for one thing after another, and writes down what they said.
final class Traffic implements AutoCloseable {
  private static final long PAUSE_NANOS = 200_000_000;

  private final List<Api> daemons;
  private final List<String> unclear = new CopyOnWriteArrayList<>();
  private final AtomicInteger answered = new AtomicInteger();
  private final AtomicInteger refused = new AtomicInteger();
  private final Thread thread;
  private volatile boolean over;
  private volatile int promised;

  /// Scales a deployment up and down until it is closed.
  Traffic(List<Api> daemons, String project, String deployment) {
    this.daemons = List.copyOf(daemons);
    this.thread = Thread.ofVirtual().start(() -> ask(project, deployment));
  }

  private void ask(String project, String deployment) {
    for (var round = 0; !over; round++) {
      var api = daemons.get(round % daemons.size());
      var wanted = round % 2;
      note("scale", () -> api.scale(project, deployment, wanted), () -> promised = wanted);
      note("list", () -> api.get("/api/v1/pods"), () -> {});
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  private interface Question {
    Api.Reply ask();
  }

  private void note(String what, Question question, Runnable done) {
    try {
      var reply = question.ask();
      if (reply.status() / 100 == 2) {
        answered.incrementAndGet();
        done.run();
      } else if (reply.status() == 503 && isProblem(reply.body())) {
        refused.incrementAndGet();
        // Taken or not: nobody knows before it is asked again.
        if (what.equals("scale")) promised = -1;
      } else {
        unclear.add(what + ": " + reply);
      }
    } catch (UncheckedIOException broken) {
      unclear.add(what + ": " + broken);
    }
  }

  private static boolean isProblem(JsonNode body) {
    return !body.path("detail").asText().isEmpty();
  }

  int answered() {
    return answered.get();
  }

  int refused() {
    return refused.get();
  }

  /// Answers that were neither a success nor a problem that says to try again.
  List<String> unclear() {
    return unclear;
  }

  /// The replicas that were promised last; -1 when the last write was refused.
  int promised() {
    return promised;
  }

  @Override
  public void close() {
    over = true;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
