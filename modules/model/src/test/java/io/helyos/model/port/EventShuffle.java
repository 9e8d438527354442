package io.helyos.model.port;

import io.helyos.model.port.EngineProxy.Request;
import io.helyos.model.port.FaultyEngine.Fault;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Carries chunks on as they are, except for the events of an engine under a fault: these it takes
/// apart by lines, and sends each twice, or each two in the wrong order.
final class EventShuffle implements HttpBody.Sink {
  /// After so long a held event has waited enough for another to go before it.
  private static final long HELD_MILLIS = 500;

  private final Optional<Fault> fault;
  private final OutputStream out;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private byte @Nullable [] held;

  private EventShuffle(Optional<Fault> fault, OutputStream out) {
    this.fault = fault;
    this.out = out;
  }

  static EventShuffle of(Request request, Optional<Fault> fault, OutputStream out) {
    var applies = request.path().equals("/events");
    return new EventShuffle(applies ? fault : Optional.empty(), out);
  }

  @Override
  public synchronized void accept(byte[] content) throws IOException {
    if (fault.isEmpty()) {
      HttpBody.writeChunk(out, content);
      return;
    }
    for (var next : content) {
      line.write(next);
      if (next == '\n') {
        event(line.toByteArray());
        line.reset();
      }
    }
  }

  private void event(byte[] event) throws IOException {
    if (fault.equals(Optional.of(Fault.DUPLICATE_EVENTS))) {
      HttpBody.writeChunk(out, event);
      HttpBody.writeChunk(out, event);
    } else if (fault.equals(Optional.of(Fault.REORDER_EVENTS)) && held == null) {
      held = event;
      CompletableFuture.delayedExecutor(HELD_MILLIS, TimeUnit.MILLISECONDS).execute(this::release);
    } else {
      HttpBody.writeChunk(out, event);
      releaseHeld();
    }
  }

  private synchronized void release() {
    try {
      releaseHeld();
    } catch (IOException e) {
      // The client has gone; the thread that reads will notice as well.
    }
  }

  private void releaseHeld() throws IOException {
    if (held != null) {
      HttpBody.writeChunk(out, held);
      held = null;
    }
  }

  synchronized void end() throws IOException {
    releaseHeld();
    if (line.size() > 0) {
      HttpBody.writeChunk(out, line.toByteArray());
    }
  }
}
