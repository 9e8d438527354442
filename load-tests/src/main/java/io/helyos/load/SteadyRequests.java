package io.helyos.load;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// So many requests each second, whatever the answers do: one that waits does not hold up the next.
/// Each has a connection of its own and nothing is tried again, so what fails is seen.
final class SteadyRequests implements AutoCloseable {
  private static final int PATIENCE_MS = 10_000;
  private static final byte[] REQUEST =
      "GET / HTTP/1.1\r\nHost: helyos\r\nConnection: close\r\n\r\n"
          .getBytes(StandardCharsets.US_ASCII);

  private final int port;
  private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
  private final List<Asked> asked = new ArrayList<>();

  /// A request that has come to its end.
  ///
  /// @param failure empty when it was answered well
  record Asked(double milliseconds, String failure) {
    boolean failed() {
      return !failure.isEmpty();
    }
  }

  /// Begins at once.
  SteadyRequests(int port, int perSecond) {
    this.port = port;
    var pause = TimeUnit.SECONDS.toNanos(1) / perSecond;
    var started = clock.scheduleAtFixedRate(this::begin, 0, pause, TimeUnit.NANOSECONDS);
    if (started.isCancelled()) throw new IllegalStateException("The clock does not run.");
  }

  private void begin() {
    Thread.ofVirtual().start(this::ask);
  }

  private void ask() {
    var begun = System.nanoTime();
    var failure = failure();
    var took = (System.nanoTime() - begun) / 1e6;
    synchronized (asked) {
      asked.add(new Asked(took, failure));
    }
  }

  private String failure() {
    try {
      var answer = answer(port);
      return answer.startsWith("HTTP/1.1 200") ? "" : answer.lines().findFirst().orElse("nothing");
    } catch (IOException e) {
      return e.toString();
    }
  }

  /// All that is answered to one request.
  static String answer(int port) throws IOException {
    try (var socket = new Socket()) {
      socket.setSoTimeout(PATIENCE_MS);
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE_MS);
      socket.getOutputStream().write(REQUEST);
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /// What has ended since this was asked last.
  List<Asked> take() {
    synchronized (asked) {
      var all = List.copyOf(asked);
      asked.clear();
      return all;
    }
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
