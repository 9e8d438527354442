package io.helyos.http;

import io.helyos.model.port.ExecPiece;
import io.helyos.model.port.ExecSession;
import io.helyos.model.port.TerminalSize;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Flow;
import java.util.concurrent.SubmissionPublisher;

/// A command that says what a test says, and remembers what it was told.
final class FakeSession implements ExecSession {
  final SubmissionPublisher<ExecPiece> said =
      new SubmissionPublisher<>(Executors.newVirtualThreadPerTaskExecutor(), 8);
  final List<String> heard = new CopyOnWriteArrayList<>();
  final CompletableFuture<Integer> exitCode = new CompletableFuture<>();
  volatile boolean closed;

  /// Completes what is given to it; a test may keep it from doing so.
  volatile CompletableFuture<Void> reading = CompletableFuture.completedFuture(null);

  void say(boolean stderr, String text) {
    said.submit(new ExecPiece(stderr, text.getBytes(StandardCharsets.UTF_8)));
  }

  void exit(int code) {
    said.close();
    exitCode.complete(code);
  }

  @Override
  public Flow.Publisher<ExecPiece> output() {
    return said;
  }

  @Override
  public CompletionStage<Void> write(byte[] bytes) {
    heard.add(new String(bytes, StandardCharsets.UTF_8));
    return reading;
  }

  @Override
  public CompletionStage<Void> endInput() {
    heard.add("END");
    return CompletableFuture.completedStage(null);
  }

  @Override
  public CompletionStage<Void> resize(TerminalSize size) {
    heard.add(size.columns() + "x" + size.rows());
    return CompletableFuture.completedStage(null);
  }

  @Override
  public CompletionStage<Integer> exitCode() {
    return exitCode;
  }

  @Override
  public void close() {
    closed = true;
  }
}
