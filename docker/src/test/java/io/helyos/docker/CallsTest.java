package io.helyos.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.helyos.model.port.RuntimeFailure.Kind;
import io.helyos.model.port.Workbench;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
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
  void an_alarm_never_hits_the_next_call_on_the_lane() {
    try (var calls = new Calls(1, Duration.ofMillis(1))) {
      var answers =
          IntStream.range(0, 2000)
              .mapToObj(i ->
                  i % 2 == 0
                      ? calls.call("spin", CallsTest::spinForAboutAMillisecond)
                      : calls.call("look", () -> Thread.currentThread().isInterrupted()))
              .toList();
      for (int i = 1; i < answers.size(); i += 2) {
        // A look may itself be late, but it must not begin interrupted.
        assertThat(answers.get(i).exceptionally(e -> false))
            .isCompletedWithValueMatching(x -> !x)
            .succeedsWithin(Workbench.PATIENCE);
      }
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
