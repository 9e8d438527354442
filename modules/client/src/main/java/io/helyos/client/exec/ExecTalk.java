package io.helyos.client.exec;

import io.helyos.client.failure.AnswerUnreadable;
import io.helyos.client.failure.HelyosException;
import io.helyos.client.http.Wire;
import io.helyos.contract.exec.ExecChannel;
import io.helyos.contract.exec.ExecSignal;
import java.io.IOException;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A conversation with a command in a container. One thread speaks; what the command says comes on
/// another, which is not sent more before the last piece is dealt with.
public final class ExecTalk implements AutoCloseable {
  /// Also while this side takes nothing in, the daemon is to see that it is there.
  private static final Duration HEARTBEAT = Duration.ofSeconds(5);

  private static final int LARGEST = ExecChannel.LARGEST - 1;

  /// Hears what the command says.
  @FunctionalInterface
  public interface Ears {
    /// May take its time: the command waits as long.
    void hear(boolean stderr, ByteBuffer bytes);
  }

  private final Wire wire;
  private final WebSocket socket;
  private final CompletableFuture<Integer> end;
  private final ScheduledExecutorService heart =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("exec-heartbeat").factory());

  private ExecTalk(Wire wire, WebSocket socket, CompletableFuture<Integer> end) {
    this.wire = wire;
    this.socket = socket;
    this.end = end;
    var beat = HEARTBEAT.toMillis();
    var _ = heart.scheduleAtFixedRate(this::beat, beat, beat, TimeUnit.MILLISECONDS);
  }

  /// Returns when the command has begun.
  public static ExecTalk open(Wire wire, String pod, ExecSpec command, Ears ears) {
    var end = new CompletableFuture<Integer>();
    var listener = new ExecListener(ears, end);
    var socket = wire.talk(command.route(pod), ExecChannel.PROTOCOL, listener);
    return new ExecTalk(wire, socket, end);
  }

  private void beat() {
    var _ = socket.sendPong(ByteBuffer.allocate(0));
  }

  /// Gives the command some bytes to read. Returns when they are on their way; what comes after the
  /// command's end goes nowhere.
  public void say(byte[] bytes, int length) {
    for (var from = 0; from < length; from += LARGEST) {
      var size = Math.min(LARGEST, length - from);
      var message = ByteBuffer.allocate(size + 1);
      message.put(ExecChannel.STDIN.number()).put(bytes, from, size).flip();
      send(() -> socket.sendBinary(message, true));
    }
  }

  /// Nothing more will be given.
  public void endInput() {
    signal(new ExecSignal.InputEnd());
  }

  /// The terminal has another size now.
  public void resize(ExecSpec.Size size) {
    signal(new ExecSignal.Resize(size.columns(), size.rows()));
  }

  private void signal(ExecSignal signal) {
    send(() -> socket.sendText(signal.json(), true));
  }

  /// Messages go out one at a time, whoever sends them.
  private synchronized void send(Supplier<CompletableFuture<WebSocket>> sending) {
    try {
      sending.get().join();
    } catch (CompletionException e) {
      // The conversation is over; its end says why.
    }
  }

  /// Waits for the command's end.
  public int exitCode() {
    try {
      return end.join();
    } catch (CompletionException e) {
      throw told(e.getCause());
    }
  }

  private HelyosException told(@Nullable Throwable failure) {
    return switch (failure) {
      case HelyosException known -> known;
      case IOException broken -> wire.unreachable(broken);
      case null, default ->
          new AnswerUnreadable(
              "Expected a conversation with a command, found: %s.".formatted(failure), failure);
    };
  }

  /// Hangs up; what still runs is ended.
  @Override
  public void close() {
    heart.shutdownNow();
    socket.abort();
  }
}
