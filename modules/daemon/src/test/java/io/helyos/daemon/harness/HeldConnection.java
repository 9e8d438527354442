package io.helyos.daemon.harness;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/// One connection of a daemon and its twin to the engine. A client of the engine asks one thing at
/// a time on a connection and sends a request's head in one piece, so what begins like a request is
/// one.
final class HeldConnection {
  private enum Call {
    NONE,
    OTHER,
    CREATE
  }

  private final HeldEngine engine;
  private final SocketChannel client;
  private final SocketChannel upstream;
  private volatile Call call = Call.NONE;

  HeldConnection(HeldEngine engine, SocketChannel client, SocketChannel upstream) {
    this.engine = engine;
    this.client = client;
    this.upstream = upstream;
  }

  void start() {
    Thread.ofVirtual().name("held-requests").start(this::carryRequests);
    Thread.ofVirtual().name("held-answers").start(this::carryAnswers);
  }

  boolean isAsking() {
    return call != Call.NONE;
  }

  boolean isCreating() {
    return call == Call.CREATE;
  }

  boolean isOpen() {
    return client.isOpen();
  }

  private void carryRequests() {
    var bytes = ByteBuffer.allocate(1 << 16);
    try {
      while (client.read(bytes.clear()) >= 0) {
        bytes.flip();
        if (HeldEngine.isRequest(bytes)) {
          call = HeldEngine.isCreate(bytes) ? Call.CREATE : Call.OTHER;
          engine.called();
        }
        while (bytes.hasRemaining()) upstream.write(bytes);
      }
    } catch (IOException closed) {
      // One side has hung up.
    } finally {
      if (call != Call.NONE) engine.cut(call == Call.CREATE);
      close();
    }
  }

  private void carryAnswers() {
    var bytes = ByteBuffer.allocate(1 << 16);
    try {
      while (upstream.read(bytes.clear()) >= 0) {
        bytes.flip();
        if (call == Call.CREATE) engine.awaitRelease(this);
        if (!isOpen()) return;
        call = Call.NONE;
        while (bytes.hasRemaining()) client.write(bytes);
      }
    } catch (IOException closed) {
      // One side has hung up.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      close();
    }
  }

  void close() {
    try (client;
        upstream) {
      call = Call.NONE;
    } catch (IOException alreadyGone) {
      // Nothing left to close.
    }
    engine.closed(this);
  }
}
