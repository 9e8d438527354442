package io.helyos.daemon.crash;

import static io.helyos.model.port.OutsideCall.HEAR_EVENTS;
import static io.helyos.model.port.OutsideCall.SAVE_ORDER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.helyos.model.port.CrashPoint;
import io.helyos.model.port.CrashPoints;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.concurrent.SubmissionPublisher;
import org.junit.jupiter.api.Test;

class CrashPointTest {
  private final List<String> happened = new ArrayList<>();
  private final CrashPoints points = point -> happened.add(point.toString());

  @Test
  void an_answer_is_heard_after_the_second_point() {
    var answer = new CompletableFuture<String>();
    var heard =
        points.around(
            SAVE_ORDER,
            () -> {
              happened.add("asked");
              return answer;
            });
    var _ = heard.thenAccept(happened::add);
    assertThat(happened).containsExactly("before-save-order", "asked");

    answer.complete("done");

    assertThat(happened).containsExactly("before-save-order", "asked", "after-save-order", "done");
  }

  @Test
  void a_failure_comes_through_as_it_was() {
    var failure = new IllegalStateException("no");

    var heard = points.around(SAVE_ORDER, () -> CompletableFuture.failedFuture(failure));

    assertThat(heard.handle((_, seen) -> seen).join()).isSameAs(failure);
    assertThat(happened).containsExactly("before-save-order", "after-save-order");
  }

  @Test
  void a_stream_passes_with_everything_that_comes() {
    Executor here = Runnable::run;
    try (var engine = new SubmissionPublisher<String>(here, 8)) {
      new PointedStream<>(points, HEAR_EVENTS, () -> engine).subscribe(new Listener());
      engine.submit("started");
    }

    assertThat(happened)
        .containsExactly(
            "before-hear-events", "after-hear-events", "started", "after-hear-events", "the end");
  }

  private final class Listener implements Flow.Subscriber<String> {
    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(String item) {
      happened.add(item);
    }

    @Override
    public void onError(Throwable failure) {
      happened.add(failure.toString());
    }

    @Override
    public void onComplete() {
      happened.add("the end");
    }
  }

  @Test
  void every_point_is_found_by_its_name_and_by_no_other() {
    for (var point : CrashPoint.all()) {
      assertThat(CrashPoint.named(point.toString())).isEqualTo(point);
    }
    assertThat(CrashPoint.all()).extracting(CrashPoint::toString).doesNotHaveDuplicates();
    assertThatThrownBy(() -> CrashPoint.named("after-lunch"))
        .hasMessageContaining("'after-lunch'")
        .hasMessageContaining("before-create-container");
  }

  @Test
  void a_daemon_that_is_told_to_die_at_no_point_does_not_start() {
    System.setProperty(CrashAt.PROPERTY, "after-lunch:2");
    try {
      assertThatThrownBy(CrashAt::asAsked).hasMessageContaining("'after-lunch'");
    } finally {
      System.clearProperty(CrashAt.PROPERTY);
    }
  }
}
