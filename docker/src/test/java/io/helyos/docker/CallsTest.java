package io.helyos.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.helyos.model.port.RuntimeFailure.Kind;
import io.helyos.model.port.Workbench;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CallsTest {
  private static final CountDownLatch NEVER = new CountDownLatch(1);

  private static Void hang() {
    try {
      NEVER.await();
      return null;
    } catch (InterruptedException e) {
      throw new UncheckedIOException(new IOException("interrupted"));
    }
  }

  @Test
  void a_call_that_hangs_is_given_up_and_gives_its_lane_back() {
    try (var calls = new Calls(1, Duration.ofMillis(100))) {
      var failure = Workbench.failure(calls.call("create x", CallsTest::hang));
      assertThat(failure.kind()).isEqualTo(Kind.UNKNOWN_OUTCOME);
      assertThat(failure).hasMessageStartingWith("create x: the Docker engine has not answered");
      assertThat(Workbench.<String>done(calls.call("next", () -> "answer"))).isEqualTo("answer");
    }
  }

  @Test
  void an_alarm_leaves_no_trace_on_its_thread() {
    try (var calls = new Calls(1, Duration.ofMillis(1))) {
      for (int i = 0; i < 500; i++) {
        // Ends at about the time at which the alarm goes off, sometimes before, sometimes after.
        calls.within("spin", CallsTest::spinForAboutAMillisecond);
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
      }
      spinForAboutAMillisecond();
      assertThat(Thread.currentThread().isInterrupted()).as("a late alarm").isFalse();
    }
  }

  private static boolean spinForAboutAMillisecond() {
    var until = System.nanoTime() + 1_000_000;
    while (System.nanoTime() < until) {
      Thread.onSpinWait();
    }
    return false;
  }

  @Test
  void no_more_calls_are_under_way_than_there_are_lanes() {
    var now = new AtomicInteger();
    var most = new AtomicInteger();
    try (var calls = new Calls(3, Duration.ofSeconds(30))) {
      IntStream.range(0, 100)
          .mapToObj(_ ->
              calls.call(
                  "count",
                  () -> {
                    most.accumulateAndGet(now.incrementAndGet(), Math::max);
                    spinForAboutAMillisecond();
                    return now.decrementAndGet();
                  }))
          .toList()
          .forEach(Workbench::done);
    }
    assertThat(most).hasValueLessThanOrEqualTo(3);
  }

  @Test
  void closing_answers_calls_that_wait_for_a_lane() {
    var calls = new Calls(1, Duration.ofSeconds(30));
    var begun = new CompletableFuture<Boolean>();
    var hanging =
        calls.call(
            "hang",
            () -> {
              begun.complete(true);
              return hang();
            });
    var waiting = calls.call("wait", () -> "never");
    Workbench.done(begun);
    calls.close();
    assertThat(Workbench.failure(waiting).kind()).isEqualTo(Kind.UNREACHABLE);
    assertThat(Workbench.failure(hanging).kind()).isEqualTo(Kind.UNKNOWN_OUTCOME);
    assertThat(Workbench.failure(calls.call("late", () -> "never")).kind())
        .isEqualTo(Kind.UNREACHABLE);
  }

  @Test
  void even_an_error_is_an_answer() {
    try (var calls = new Calls(1, Duration.ofSeconds(30))) {
      var broken =
          calls.call(
              "break",
              () -> {
                throw new StackOverflowError();
              });
      assertThatThrownBy(broken::join).hasRootCauseInstanceOf(StackOverflowError.class);
    }
  }
}
