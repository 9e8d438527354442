package io.helyos.orchestrator.probe;

import io.helyos.model.port.ProbeAnswer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

/// All conversations at once, on one thread that sleeps while there is nothing to hear.
final class ProbeLoop implements AutoCloseable {
  private static final int AT_ONCE = 8 * 1024;

  private final Selector selector;
  private final Queue<Conversation> beginning = new ConcurrentLinkedQueue<>();
  private final PriorityQueue<Conversation> open =
      new PriorityQueue<>((a, b) -> Long.signum(a.deadline() - b.deadline()));
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(AT_ONCE);
  private volatile boolean closed;

  ProbeLoop() {
    try {
      this.selector = Selector.open();
    } catch (IOException e) {
      throw new UncheckedIOException("no selector for probes can be opened", e);
    }
    Thread.ofPlatform().daemon().name("helyos-probes").start(this::run);
  }

  CompletionStage<ProbeAnswer> begin(Conversation conversation) {
    beginning.add(conversation);
    selector.wakeup();
    if (closed) {
      endAll(beginning);
    }
    return conversation.answer();
  }

  private void run() {
    try (selector) {
      while (!closed) {
        openNew();
        endLate();
        selector.select(this::proceed, pause());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("probing has ended: the selector failed", e);
    } finally {
      closed = true;
      endAll(open);
      endAll(beginning);
    }
  }

  private void proceed(SelectionKey key) {
    ((Conversation) key.attachment()).proceed(key, buffer);
  }

  private void openNew() {
    for (var next = beginning.poll(); next != null; next = beginning.poll()) {
      next.open(selector);
      if (!next.isOver()) {
        open.add(next);
      }
    }
  }

  private void endLate() {
    for (var next = open.peek(); next != null; next = open.peek()) {
      if (!next.isOver()) {
        if (next.nanosLeft() > 0) {
          return;
        }
        next.expire();
      }
      open.remove();
    }
  }

  /// Until the next deadline, in milliseconds; 0 for as long as nothing happens.
  private long pause() {
    var next = open.peek();
    return next == null ? 0 : Math.max(1, TimeUnit.NANOSECONDS.toMillis(next.nanosLeft()) + 1);
  }

  private static void endAll(Queue<Conversation> conversations) {
    for (var next = conversations.poll(); next != null; next = conversations.poll()) {
      next.end(ProbeAnswer.bad("not asked: this daemon has stopped probing"));
    }
  }

  @Override
  public void close() {
    closed = true;
    selector.wakeup();
  }
}
