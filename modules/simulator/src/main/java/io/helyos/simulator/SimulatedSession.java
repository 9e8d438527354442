package io.helyos.simulator;

import io.helyos.model.port.ExecPiece;
import io.helyos.model.port.ExecRequest;
import io.helyos.model.port.ExecSession;
import io.helyos.model.port.TerminalSize;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A command in a simulated container that somebody talks with. Guarded by its engine's lock; run
/// by it when the container ends.
final class SimulatedSession implements ExecSession, Runnable {
  private static final int KILLED = 137;
  private static final int NOT_EXECUTABLE = 127;

  private final EngineLock lock;
  private final ExecBehaviour told;
  private final ExecRequest request;
  private final OpenStreams streams;
  private final Consumer<Runnable> onEnd;
  private final ArrayDeque<ExecPiece> unread = new ArrayDeque<>();
  private final CompletableFuture<Integer> exitCode = new CompletableFuture<>();
  private @Nullable Outlet<ExecPiece> reader;
  private TerminalSize size;
  private int code;
  private boolean ended;

  SimulatedSession(
      EngineLock lock,
      ExecBehaviour told,
      ExecRequest request,
      OpenStreams streams,
      Consumer<Runnable> onEnd) {
    this.lock = lock;
    this.told = told;
    this.request = request;
    this.streams = streams;
    this.onEnd = onEnd;
    this.size = request.size().orElse(new TerminalSize(0, 0));
  }

  void begin(RunTimers timers) {
    if (!told.error().isEmpty()) {
      print(true, "the process cannot be executed: " + told.error());
      end(NOT_EXECUTABLE);
      return;
    }
    print(false, told.output());
    print(true, told.warning());
    if (!told.reads() || !request.stdin()) {
      timers.after(told.after(), () -> end(told.exitCode()));
    }
  }

  @Override
  public Flow.Publisher<ExecPiece> output() {
    return subscriber ->
        streams.<ExecPiece>open(
            subscriber,
            stream -> {
              lock.turn(() -> attach(stream));
              return () -> lock.turn(this::detach);
            });
  }

  private void attach(Outlet<ExecPiece> stream) {
    reader = stream;
    unread.forEach(stream::offer);
    unread.clear();
    if (ended) finish(stream);
    lock.afterwards(stream::drain);
  }

  private void detach() {
    reader = null;
  }

  @Override
  public CompletionStage<Void> write(byte[] bytes) {
    lock.turn(() -> {
      if (ended || !request.stdin()) return;
      if (told.copies()) print(false, bytes);
      if (told.measures()) print(false, "%d %d\n".formatted(size.rows(), size.columns()));
    });
    return CompletableFuture.completedStage(null);
  }

  @Override
  public CompletionStage<Void> endInput() {
    lock.turn(() -> {
      if (told.reads()) end(told.exitCode());
    });
    return CompletableFuture.completedStage(null);
  }

  @Override
  public CompletionStage<Void> resize(TerminalSize now) {
    lock.turn(() -> {
      size = now;
    });
    return CompletableFuture.completedStage(null);
  }

  @Override
  public CompletionStage<Integer> exitCode() {
    return exitCode;
  }

  /// The container has ended.
  @Override
  public void run() {
    lock.turn(() -> end(KILLED));
  }

  @Override
  public void close() {
    run();
  }

  private void print(boolean stderr, String text) {
    print(stderr, text.getBytes(StandardCharsets.UTF_8));
  }

  private void print(boolean stderr, byte[] bytes) {
    var onOne = stderr && !request.tty();
    for (var from = 0; from < bytes.length; from += ExecPiece.LARGEST) {
      var to = Math.min(bytes.length, from + ExecPiece.LARGEST);
      give(new ExecPiece(onOne, Arrays.copyOfRange(bytes, from, to)));
    }
  }

  private void give(ExecPiece piece) {
    var to = reader;
    if (to == null) {
      unread.add(piece);
    } else {
      to.offer(piece);
      lock.afterwards(to::drain);
    }
  }

  private void end(int with) {
    if (ended) return;
    ended = true;
    code = with;
    onEnd.accept(this);
    var to = reader;
    if (to != null) finish(to);
  }

  private void finish(Outlet<ExecPiece> to) {
    to.complete();
    lock.afterwards(to::drain);
    lock.afterwards(() -> exitCode.complete(code));
  }
}
