package io.helyos.docker;

import io.helyos.model.port.RuntimeFailure;
import io.helyos.model.port.RuntimeFailure.Kind;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// Short calls to the engine: a bounded number at once, each with a deadline.
///
/// The deadline is kept here and not left to the transport, whose timeout does nothing on a unix
/// socket. It interrupts the call, which closes its connection and gives the lane back.
final class Calls implements AutoCloseable {
  private final ExecutorService lanes;
  private final ScheduledExecutorService deadlines;
  private final Duration timeout;

  Calls(int lanes, Duration timeout) {
    this.lanes =
        Executors.newFixedThreadPool(
            lanes, Thread.ofPlatform().daemon().name("docker-call-", 1).factory());
    this.deadlines =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("docker-deadlines").factory());
    this.timeout = timeout;
  }

  /// A call on one of the lanes. It waits for a free one, which does not count for its deadline;
  /// but when none has become free for as long as an answer may take, the engine hangs, and the
  /// call is not made at all. So a call ends within two timeouts, however many wait.
  ///
  /// @param what for the message when no answer comes: `create helyos-shop-api-0`
  <T> CompletableFuture<T> call(String what, Supplier<T> work) {
    var answer = new CompletableFuture<T>();
    var asked = System.nanoTime();
    try {
      lanes.execute(() -> {
        if (System.nanoTime() - asked > timeout.toNanos()) {
          answer.completeExceptionally(notMade(what));
        } else {
          run(what, work, answer);
        }
      });
    } catch (RejectedExecutionException e) {
      answer.completeExceptionally(closed(what, e));
    }
    return answer;
  }

  private <T> void run(String what, Supplier<T> work, CompletableFuture<T> answer) {
    try {
      answer.complete(within(what, work));
    } catch (RuntimeException | Error e) {
      answer.completeExceptionally(e);
    }
  }

  /// A call on the caller's own thread.
  <T> T within(String what, Supplier<T> work) {
    return within(what, timeout, work);
  }

  /// A call, or several that belong together, with a deadline of its own.
  <T> T within(String what, Duration limit, Supplier<T> work) {
    var lane = new Lane(Thread.currentThread());
    var alarm = alarm(what, limit, lane);
    try {
      var result = work.get();
      // An answer that came with the alarm is still an answer.
      lane.leave();
      return result;
    } catch (RuntimeException e) {
      throw lane.leave() ? unanswered(what, limit, e) : Failures.translate(what, e);
    } finally {
      alarm.cancel(false);
    }
  }

  private Future<?> alarm(String what, Duration limit, Lane lane) {
    try {
      return deadlines.schedule(lane::interrupt, limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException e) {
      throw closed(what, e);
    }
  }

  private static RuntimeFailure closed(String what, RejectedExecutionException cause) {
    return new RuntimeFailure(
        Kind.UNREACHABLE, what + ": this connection has been closed, nothing was sent", cause);
  }

  private RuntimeFailure notMade(String what) {
    return new RuntimeFailure(
        Kind.UNREACHABLE,
        "%s: the Docker engine has not answered earlier calls for %s; nothing was sent"
            .formatted(what, words(timeout)));
  }

  private static String words(Duration time) {
    return time.toSeconds() > 0 ? time.toSeconds() + " s" : time.toMillis() + " ms";
  }

  private static RuntimeFailure unanswered(String what, Duration limit, RuntimeException cause) {
    return new RuntimeFailure(
        Kind.UNKNOWN_OUTCOME,
        "%s: the Docker engine has not answered for %s; it may have done it"
            .formatted(what, words(limit)),
        cause);
  }

  /// Waits for a call, for code that runs on a thread of its own and may block.
  static <T> T await(CompletableFuture<T> call) {
    try {
      return call.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  @Override
  public void close() {
    deadlines.shutdownNow();
    // Those that wait for a lane find everything closed, and say so to whoever waits for them.
    lanes.shutdownNow().forEach(Runnable::run);
  }

  /// The thread while it works on one call. An alarm that comes too late finds the call left, and
  /// never hits the next one.
  private static final class Lane {
    private final Thread thread;
    private boolean left;
    private boolean interrupted;

    Lane(Thread thread) {
      this.thread = thread;
    }

    synchronized void interrupt() {
      if (!left) {
        interrupted = true;
        thread.interrupt();
      }
    }

    /// Whether the alarm has gone off; if so, its trace on the thread is cleared.
    synchronized boolean leave() {
      left = true;
      return interrupted && (Thread.interrupted() || interrupted);
    }
  }
}
