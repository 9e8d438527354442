package io.helyos.model.port;

import io.helyos.model.port.EngineProxy.Request;
import io.helyos.model.port.FaultyEngine.Fault;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;

/// One client's connection and its twin to the engine. One thread carries requests on, the other
/// carries answers back, so that a client that hangs up in the midst of an answer is seen.
final class EngineProxyConnection {
  private record Asked(Request request, Optional<Fault> fault) {}

  private final EngineProxy proxy;
  private final SocketChannel client;
  private final SocketChannel engine;
  private final BlockingQueue<Asked> asked = new LinkedBlockingQueue<>();
  private final AtomicInteger unanswered = new AtomicInteger();
  private final CompletableFuture<Boolean> answered = new CompletableFuture<>();
  private volatile boolean answering;

  EngineProxyConnection(EngineProxy proxy, SocketChannel client, SocketChannel engine) {
    this.proxy = proxy;
    this.client = client;
    this.engine = engine;
  }

  void start() {
    Thread.ofVirtual().name("engine-proxy-requests").start(() -> untilCut(this::carryRequests));
    Thread.ofVirtual().name("engine-proxy-answers").start(() -> untilCut(this::carryAnswers));
  }

  boolean isAnswering() {
    return answering;
  }

  long unanswered() {
    return unanswered.get();
  }

  void cut() {
    try (client;
        engine) {
      proxy.forget(this);
      answered.complete(true);
    } catch (IOException alreadyGone) {
      // Nothing left to cut.
    }
  }

  private interface Work {
    void run() throws IOException, InterruptedException;
  }

  private void untilCut(Work work) {
    try {
      work.run();
    } catch (IOException closed) {
      // One of both sides has hung up: the other is told by the cut.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      cut();
    }
  }

  private void carryRequests() throws IOException {
    var in = new BufferedInputStream(Channels.newInputStream(client));
    var out = new BufferedOutputStream(Channels.newOutputStream(engine));
    while (true) {
      var head = HttpHead.read(in);
      var request = Request.of(head);
      var fault = proxy.faultFor(request);
      if (fault.equals(Optional.of(Fault.HANG))) {
        HttpBody.copyToEnd(in, OutputStream.nullOutputStream());
        return;
      }
      unanswered.incrementAndGet();
      asked.add(new Asked(request, fault));
      head.write(out);
      if (head.asksForUpgrade()) {
        carryRawInput(in, out);
        return;
      }
      carryRequestBody(head, in, out);
    }
  }

  /// After an upgrade, a client that has no more to say may still have much to hear.
  private void carryRawInput(InputStream in, OutputStream out) throws IOException {
    HttpBody.copyToEnd(in, out);
    engine.shutdownOutput();
    answered.join();
  }

  private static void carryRequestBody(HttpHead head, InputStream in, OutputStream out)
      throws IOException {
    if (head.isChunked()) {
      HttpBody.readChunks(in, chunk -> HttpBody.writeChunk(out, chunk));
      HttpBody.writeLastChunk(out);
    } else {
      HttpBody.copyExactly(in, out, Math.max(0, head.contentLength()));
    }
  }

  private void carryAnswers() throws IOException, InterruptedException {
    var in = new BufferedInputStream(Channels.newInputStream(engine));
    var out = new BufferedOutputStream(Channels.newOutputStream(client));
    var next = asked.take();
    while (true) {
      var head = HttpHead.read(in);
      unanswered.decrementAndGet();
      if (next.fault().equals(Optional.of(Fault.LOSE_ANSWERS))) {
        return;
      }
      answering = true;
      head.write(out);
      var goesOn = carryAnswerBody(next, head, in, out);
      answering = false;
      if (!goesOn) {
        return;
      }
      next = asked.take();
    }
  }

  /// Says whether the connection can be used for another request.
  private static boolean carryAnswerBody(
      Asked asked, HttpHead head, InputStream in, OutputStream out) throws IOException {
    var status = head.status();
    if (asked.request().method().equals("HEAD") || status == 204 || status == 304) {
      return true;
    }
    if (head.isChunked()) {
      var shuffle = EventShuffle.of(asked.request(), asked.fault(), out);
      HttpBody.readChunks(in, shuffle);
      shuffle.end();
      HttpBody.writeLastChunk(out);
    } else if (status != 101 && head.contentLength() >= 0) {
      HttpBody.copyExactly(in, out, head.contentLength());
    } else {
      HttpBody.copyToEnd(in, out);
      return false;
    }
    return true;
  }
}
