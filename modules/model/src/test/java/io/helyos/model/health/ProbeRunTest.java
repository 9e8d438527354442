package io.helyos.model.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.model.health.ProbeRun.Verdict;
import io.helyos.model.port.ProbeAnswer;
import io.helyos.model.template.Probe;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// One check of one container: when it is asked, and what the answers amount to.
class ProbeRunTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private static Probe probe(int interval, int retries, int startPeriod) {
    return new Probe(
        new Probe.Action.Http("/health", 8080),
        Duration.ofSeconds(interval),
        Duration.ofSeconds(5),
        retries,
        Duration.ofSeconds(startPeriod));
  }

  private static ProbeRun begin(Probe probe, Verdict verdict) {
    return ProbeRun.begin(probe, NOON, NOON, verdict);
  }

  private static ProbeRun answered(ProbeRun run, boolean passed, Instant at) {
    return run.asked(at).answered(new ProbeAnswer(passed, ""), at);
  }

  /// Refuses every question, asked as soon as it is due. Answers the second of the failure.
  private static long failsAt(ProbeRun run) {
    for (var second = 0; second < 1000; second++) {
      var now = NOON.plusSeconds(second);
      if (run.isDue(now)) run = answered(run, false, now);
      if (run.verdict() == Verdict.FAILED) return second;
    }
    throw new AssertionError("It never failed");
  }

  @Test
  void the_first_question_is_due_at_once() {
    assertThat(begin(probe(10, 3, 0), Verdict.UNKNOWN).isDue(NOON)).isTrue();
  }

  @Test
  void a_question_that_is_under_way_is_not_asked_again() {
    var asked = begin(probe(10, 3, 0), Verdict.UNKNOWN).asked(NOON);
    assertThat(asked.isDue(NOON.plusSeconds(60))).isFalse();
    assertThat(asked.answered(ProbeAnswer.bad("no"), NOON).isDue(NOON.plusSeconds(60))).isTrue();
  }

  @Test
  void until_it_has_passed_a_check_is_asked_every_second() {
    var run = begin(probe(10, 3, 0), Verdict.UNKNOWN);
    run = answered(run, false, NOON);
    assertThat(run.due()).isEqualTo(NOON.plusSeconds(1));
    run = answered(run, true, NOON.plusSeconds(1));
    assertThat(run.verdict()).isEqualTo(Verdict.PASSED);
    run = answered(run, true, NOON.plusSeconds(2));
    assertThat(run.due()).isEqualTo(NOON.plusSeconds(12));
  }

  @Test
  void a_check_that_is_quicker_than_that_keeps_its_own_pace() {
    var half = probe(10, 3, 0);
    var quick =
        new Probe(
            half.action(), Duration.ofMillis(500), half.timeout(), half.retries(), Duration.ZERO);
    assertThat(answered(begin(quick, Verdict.UNKNOWN), false, NOON).due())
        .isEqualTo(NOON.plusMillis(500));
  }

  @ParameterizedTest
  @CsvSource({"10, 3, 0, 30", "10, 3, 60, 90", "2, 1, 0, 2", "1, 5, 20, 25"})
  void before_it_has_passed_as_much_time_is_given_as_the_failures_would_take(
      int interval, int retries, int startPeriod, long second) {
    assertThat(failsAt(begin(probe(interval, retries, startPeriod), Verdict.UNKNOWN)))
        .isEqualTo(second);
  }

  @ParameterizedTest
  @CsvSource({"1, 0", "3, 20", "5, 40"})
  void after_it_has_passed_failures_in_a_row_count_at_its_own_pace(int retries, long second) {
    assertThat(failsAt(begin(probe(10, retries, 3600), Verdict.PASSED))).isEqualTo(second);
  }

  @Test
  void one_good_answer_interrupts_the_row() {
    var run = begin(probe(10, 3, 0), Verdict.PASSED);
    for (var n = 0; n < 10; n++) {
      run = answered(answered(run, false, NOON), false, NOON);
      assertThat(run.verdict()).isEqualTo(Verdict.PASSED);
      run = answered(run, true, NOON);
      assertThat(run.failures()).isZero();
    }
  }

  @Test
  void after_the_start_period_was_passed_once_it_protects_no_more() {
    var run = answered(begin(probe(10, 2, 3600), Verdict.UNKNOWN), true, NOON);
    run = answered(answered(run, false, NOON), false, NOON);
    assertThat(run.verdict()).isEqualTo(Verdict.FAILED);
  }

  @Test
  void a_question_that_could_not_be_put_speaks_neither_for_nor_against() {
    for (var verdict : Verdict.values()) {
      var run = answered(begin(probe(10, 2, 0), verdict), false, NOON);
      var late = NOON.plusSeconds(3600);
      var unasked = run.asked(late).answered(ProbeAnswer.none("no engine"), late);
      assertThat(unasked.verdict()).isEqualTo(run.verdict());
      assertThat(unasked.failures()).isEqualTo(run.failures());
      assertThat(unasked.isDue(late.plusSeconds(10))).isTrue();
    }
  }

  @Test
  void what_has_failed_passes_with_the_first_good_answer() {
    var failed = answered(begin(probe(10, 1, 0), Verdict.PASSED), false, NOON);
    assertThat(failed.verdict()).isEqualTo(Verdict.FAILED);
    assertThat(answered(failed, false, NOON).verdict()).isEqualTo(Verdict.FAILED);
    assertThat(answered(failed, true, NOON).verdict()).isEqualTo(Verdict.PASSED);
  }

  @Test
  void a_container_that_was_not_asked_for_long_has_its_retries_still() {
    var run = begin(probe(10, 3, 0), Verdict.UNKNOWN);
    var late = NOON.plusSeconds(3600);
    run = answered(run, false, late);
    run = answered(run, false, late.plusSeconds(1));
    assertThat(run.verdict()).isEqualTo(Verdict.UNKNOWN);
    assertThat(answered(run, false, late.plusSeconds(2)).verdict()).isEqualTo(Verdict.FAILED);
  }
}
