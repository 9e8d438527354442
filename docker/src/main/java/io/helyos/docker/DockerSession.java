package io.helyos.docker;

import io.helyos.model.port.ExecPiece;
import io.helyos.model.port.ExecSession;
import io.helyos.model.port.RuntimeFailure;
import io.helyos.model.port.RuntimeFailure.Kind;
import io.helyos.model.port.TerminalSize;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Flow;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/// A command that runs on the engine, over its own connection. A virtual thread writes, another
/// reads; between them and the command is nothing but the sockets' buffers.
final class DockerSession implements ExecSession {
  private final EngineConnection engine;
  private final Calls calls;
  private final String exec;
  private final HijackedStream stream;
  private final StreamPublisher<ExecPiece> output;
  private final boolean tty;
  private final ExecutorService writer =
      Executors.newSingleThreadExecutor(Thread.ofVirtual().name("docker-exec-in").factory());
  private final CompletableFuture<Integer> exitCode = new CompletableFuture<>();
  private final AtomicBoolean closed = new AtomicBoolean();
  private volatile @Nullable Thread waiting;

  /// @param exec by the engine's name for it
  /// @param streams where open streams stand, so that they can be closed with the runtime
  DockerSession(
      EngineConnection engine,
      Calls calls,
      String exec,
      HijackedStream stream,
      boolean tty,
      Set<StreamSubscription<?>> streams) {
    this.engine = engine;
    this.calls = calls;
    this.exec = exec;
    this.stream = stream;
    this.tty = tty;
    var pieces = new ExecPieces(tty, this::awaitEnd);
    this.output = new StreamPublisher<>("the output of a command", () -> stream, pieces, streams);
  }

  @Override
  public Flow.Publisher<ExecPiece> output() {
    return output;
  }

  @Override
  public CompletionStage<Void> write(byte[] bytes) {
    return later(() -> stream.write(bytes));
  }

  @Override
  public CompletionStage<Void> endInput() {
    return later(stream::endInput);
  }

  private interface Sending {
    void run() throws IOException;
  }

  /// In the order in which it was asked for. To a command that has ended nothing can be given.
  private CompletionStage<Void> later(Sending sending) {
    var sent = new CompletableFuture<Void>();
    try {
      writer.execute(() -> {
        try {
          sending.run();
        } catch (IOException e) {
          // The command's end is told by its output, not by this.
        }
        sent.complete(null);
      });
    } catch (RejectedExecutionException e) {
      sent.complete(null);
    }
    return sent;
  }

  @Override
  public CompletionStage<Void> resize(TerminalSize size) {
    if (!tty) return CompletableFuture.completedStage(null);
    return calls
        .call(
            "resize a terminal",
            () -> engine.calls().resizeExecCmd(exec).withSize(size.rows(), size.columns()).exec())
        // A command that has ended has no terminal any more.
        .exceptionally(_ -> null);
  }

  @Override
  public CompletionStage<Integer> exitCode() {
    return exitCode;
  }

  private void awaitEnd() {
    waiting =
        Thread.ofVirtual()
            .name("docker-exec-end")
            .start(() -> {
              try {
                exitCode.complete(ExecEnd.await(engine, calls, exec, "wait for a command"));
              } catch (RuntimeException e) {
                exitCode.completeExceptionally(e);
              }
            });
  }

  @Override
  public void close() {
    if (!closed.compareAndSet(false, true)) return;
    writer.shutdownNow();
    stream.close();
    var waiter = waiting;
    if (waiter != null) waiter.interrupt();
    var hungUp = new RuntimeFailure(Kind.UNKNOWN_OUTCOME, "nobody waits for the command any more");
    if (exitCode.completeExceptionally(hungUp)) {
      Thread.ofVirtual()
          .name("docker-exec-hangup")
          .start(() -> ExecLeftover.kill(engine, calls, exec));
    }
  }
}
