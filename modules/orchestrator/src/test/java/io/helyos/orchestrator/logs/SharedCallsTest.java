package io.helyos.orchestrator.logs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SharedCallsTest {
  private final SharedCalls<String, Integer> shared = new SharedCalls<>();
  private final List<CompletableFuture<Integer>> calls = new ArrayList<>();

  private CompletionStage<Integer> call() {
    var call = new CompletableFuture<Integer>();
    calls.add(call);
    return call;
  }

  private CompletableFuture<Integer> ask(String question) {
    return shared.ask(question, this::call);
  }

  @Test
  void a_hundred_who_ask_the_same_cost_two_calls() {
    var answers = IntStream.range(0, 100).mapToObj(_ -> ask("a")).toList();
    assertThat(calls).hasSize(1);
    calls.getFirst().complete(1);
    assertThat(calls).hasSize(2);
    assertThat(answers.getFirst()).isCompletedWithValue(1);
    assertThat(answers.subList(1, 100)).noneMatch(CompletableFuture::isDone);
    calls.getLast().complete(2);
    assertThat(answers.subList(1, 100)).allSatisfy(it -> assertThat(it).isCompletedWithValue(2));
    assertThat(calls).hasSize(2);
  }

  @Test
  void nobody_gets_an_answer_that_was_begun_before_the_question() {
    var _ = ask("a");
    var late = ask("a");
    calls.getFirst().complete(1);
    assertThat(late).isNotDone();
    var later = ask("a");
    calls.get(1).complete(2);
    assertThat(late).isCompletedWithValue(2);
    calls.get(2).complete(3);
    assertThat(later).isCompletedWithValue(3);
  }

  @Test
  void other_questions_and_later_ones_have_calls_of_their_own() {
    var _ = ask("a");
    var _ = ask("b");
    assertThat(calls).hasSize(2);
    calls.forEach(call -> call.complete(1));
    var _ = ask("a");
    assertThat(calls).hasSize(3);
  }

  @Test
  void a_failure_is_told_and_ends_nothing_else() {
    var first = ask("a");
    var second = ask("a");
    calls.getFirst().completeExceptionally(new IllegalStateException("away"));
    assertThat(first).isCompletedExceptionally();
    calls.get(1).complete(2);
    assertThat(second).isCompletedWithValue(2);
    var thrown =
        shared.ask(
            "a",
            () -> {
              throw new IllegalStateException("at once");
            });
    assertThat(thrown).isCompletedExceptionally();
    var _ = ask("a");
    assertThat(calls).hasSize(3);
  }

  @Test
  void one_who_gives_up_takes_nothing_from_the_others() {
    var _ = ask("a");
    var impatient = ask("a");
    var patient = ask("a");
    impatient.cancel(true);
    calls.getFirst().complete(1);
    calls.get(1).complete(2);
    assertThat(patient).isCompletedWithValue(2);
  }
}
