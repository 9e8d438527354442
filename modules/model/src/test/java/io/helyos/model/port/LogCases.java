package io.helyos.model.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.helyos.model.port.RuntimeFailure.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

interface LogCases extends EngineUnderTest {
  LogQuery ALL = LogQuery.last(-1);
  LogQuery FOLLOW = new LogQuery(true, -1, Optional.empty());

  /// What a container has written so far, read to the end.
  private List<LogLine> log(String container, LogQuery query) {
    return Recorder.of(runtime().logs(container, query)).awaitCompletion();
  }

  /// The same once there is as much as expected: an engine may write its log late.
  private List<LogLine> log(String container, int lines) {
    await().atMost(Workbench.PATIENCE).until(() -> log(container, ALL).size() >= lines);
    return log(container, ALL);
  }

  @Test
  default void a_log_has_all_lines_in_order() {
    assertThat(log(bench().ran(Program.PRINT_THREE), 3))
        .extracting(LogLine::text)
        .containsExactly("one", "two", "three");
  }

  @Test
  default void lines_carry_the_time_at_which_they_were_written() {
    var id = bench().ran(Program.PRINT_THREE);
    assertThat(log(id, 3))
        .extracting(LogLine::time)
        .isSorted()
        .allSatisfy(time -> assertThat(time).isAfter(bench().begin()));
  }

  @Test
  default void output_and_error_output_are_told_apart() {
    assertThat(log(bench().ran(Program.PRINT_BOTH), 2))
        .extracting(line -> line.text() + " " + line.stderr())
        .containsExactlyInAnyOrder("out false", "err true");
  }

  @ParameterizedTest
  @CsvSource({"0, 0, ''", "1, 1, three", "2, 2, two", "3, 3, one", "100, 3, one", "-1, 3, one"})
  default void a_tail_has_at_most_so_many_of_the_last_lines(int tail, int count, String first) {
    var id = bench().ran(Program.PRINT_THREE);
    log(id, 3);
    var lines = log(id, LogQuery.last(tail));
    assertThat(lines).hasSize(count);
    assertThat(lines.stream().map(LogLine::text).limit(1).collect(Collectors.joining()))
        .isEqualTo(first);
  }

  @Test
  default void since_an_instant_means_no_older_lines() {
    var id = bench().ran(Program.PRINT_SLOWLY);
    var last = log(id, 2).getLast();
    var since = new LogQuery(false, -1, Optional.of(last.time().minusMillis(200)));
    assertThat(log(id, since)).extracting(LogLine::text).containsExactly("last");
  }

  @Test
  default void a_log_without_follow_ends_at_once_though_the_container_runs() {
    var id = bench().run(Program.PRINT_FOREVER);
    assertThat(log(id, 1)).first().extracting(LogLine::text).isEqualTo("line 0");
    assertThat(bench().inspect(id).isRunning()).isTrue();
  }

  @Test
  default void a_followed_log_brings_lines_while_they_are_written() {
    var lines = Recorder.of(runtime().logs(bench().run(Program.PRINT_FOREVER), FOLLOW));
    assertThat(lines.awaitItems(10))
        .extracting(LogLine::text)
        .startsWith("line 0", "line 1", "line 2");
    assertThat(lines.hasEnded()).isFalse();
  }

  @Test
  default void a_followed_log_ends_when_the_container_ends_by_itself() {
    var lines = Recorder.of(runtime().logs(bench().run(Program.PRINT_SLOWLY), FOLLOW));
    assertThat(lines.awaitCompletion()).extracting(LogLine::text).containsExactly("first", "last");
  }

  @Test
  default void a_followed_log_ends_when_the_container_is_stopped() {
    var id = bench().run(Program.PRINT_FOREVER);
    var lines = Recorder.of(runtime().logs(id, FOLLOW));
    lines.awaitItems(1);
    bench().stop(id);
    assertThat(lines.awaitCompletion()).isNotEmpty();
  }

  @Test
  default void a_followed_log_ends_when_the_container_is_removed() {
    var id = bench().run(Program.PRINT_FOREVER);
    var lines = Recorder.of(runtime().logs(id, FOLLOW));
    lines.awaitItems(1);
    bench().remove(id);
    lines.awaitEnd();
    assertThat(lines.items()).isNotEmpty();
  }

  @Test
  default void following_a_container_that_has_ended_ends_at_once() {
    var id = bench().ran(Program.PRINT_THREE);
    log(id, 3);
    assertThat(log(id, FOLLOW)).hasSize(3);
  }

  @Test
  default void a_tail_can_be_followed() {
    var id = bench().run(Program.PRINT_FOREVER);
    var seen = log(id, 5).size();
    var lines = Recorder.of(runtime().logs(id, new LogQuery(true, 1, Optional.empty())));
    var texts = lines.awaitItems(3).stream().map(LogLine::text).toList();
    var first = Integer.parseInt(texts.getFirst().replace("line ", ""));
    assertThat(first).isGreaterThanOrEqualTo(seen - 1);
    assertThat(texts).startsWith("line " + first, "line " + (first + 1), "line " + (first + 2));
  }

  @Test
  default void a_container_that_never_ran_has_an_empty_log() {
    assertThat(log(bench().create(Program.PRINT_THREE), ALL)).isEmpty();
  }

  @Test
  default void a_log_goes_on_over_a_second_run() {
    var id = bench().ran(Program.PRINT_THREE);
    log(id, 3);
    bench().start(id);
    assertThat(log(id, 6))
        .extracting(LogLine::text)
        .containsExactly("one", "two", "three", "one", "two", "three");
  }

  @Test
  default void the_log_of_what_is_not_there_fails_as_not_found() {
    var error = Recorder.of(runtime().logs(bench().newName(), ALL)).awaitError();
    assertThat(error)
        .isInstanceOfSatisfying(
            RuntimeFailure.class, failure -> assertThat(failure.kind()).isEqualTo(Kind.NOT_FOUND));
  }

  @Test
  default void following_what_is_not_there_fails_as_not_found() {
    var error = Recorder.of(runtime().logs(bench().newName(), FOLLOW)).awaitError();
    assertThat(error)
        .isInstanceOfSatisfying(
            RuntimeFailure.class, failure -> assertThat(failure.kind()).isEqualTo(Kind.NOT_FOUND));
  }

  @Test
  default void a_reader_gets_no_more_lines_than_it_has_asked_for() {
    var id = bench().ran(Program.PRINT_MANY);
    log(id, 2000);
    var lines = Recorder.of(runtime().logs(id, ALL), 3);
    lines.awaitItems(3);
    lines.request(4);
    lines.awaitItems(7);
    await()
        .during(Duration.ofMillis(300))
        .atMost(Workbench.PATIENCE)
        .until(() -> lines.items().size() == 7 && !lines.hasEnded());
    lines.request(Long.MAX_VALUE);
    assertThat(lines.awaitCompletion())
        .extracting(LogLine::text)
        .hasSize(2000)
        .startsWith("line 0", "line 1")
        .endsWith("line 1998", "line 1999");
  }

  @Test
  default void a_reader_that_asks_for_nothing_gets_a_failure_as_flow_demands() {
    var lines = Recorder.of(runtime().logs(bench().ran(Program.PRINT_THREE), ALL), 0);
    lines.request(0);
    assertThat(lines.awaitError()).isInstanceOf(IllegalArgumentException.class);
    assertThat(lines.items()).isEmpty();
  }

  @Test
  default void a_cancelled_reader_gets_no_further_lines() {
    var id = bench().run(Program.PRINT_FOREVER);
    var cancelled = Recorder.of(runtime().logs(id, FOLLOW));
    var other = Recorder.of(runtime().logs(id, FOLLOW));
    cancelled.awaitItems(2);
    cancelled.cancel();
    // One line may already have been under way.
    var most = cancelled.items().size() + 1;
    other.awaitItems(most + 10);
    assertThat(cancelled.items()).hasSizeLessThanOrEqualTo(most);
    assertThat(cancelled.hasEnded()).as("neither completed nor failed").isFalse();
  }

  @Test
  default void a_line_above_16_kib_comes_in_pieces() {
    var id = bench().ran(Program.PRINT_LONG);
    await()
        .atMost(Workbench.PATIENCE)
        .until(() -> log(id, ALL).stream().mapToInt(line -> line.text().length()).sum() == 40_000);
    assertThat(log(id, ALL))
        .hasSizeGreaterThan(1)
        .allSatisfy(
            piece -> assertThat(piece.text()).hasSizeLessThanOrEqualTo(16 * 1024).matches("x+"));
  }

  @Test
  default void a_last_line_without_an_end_is_a_line() {
    assertThat(log(bench().ran(Program.PRINT_UNFINISHED), 1))
        .extracting(LogLine::text)
        .containsExactly("no end");
  }

  @Test
  default void empty_lines_and_lines_beyond_ascii_come_as_they_are() {
    assertThat(log(bench().ran(Program.PRINT_UNICODE), 2))
        .extracting(LogLine::text)
        .containsExactly("", "Grüße ☀");
  }
}
