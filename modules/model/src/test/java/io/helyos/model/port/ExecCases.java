package io.helyos.model.port;

import static io.helyos.model.port.Workbench.assertFails;
import static io.helyos.model.port.Workbench.done;
import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.model.port.RuntimeFailure.Kind;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

interface ExecCases extends EngineUnderTest {
  private CompletionStage<ExecResult> exec(String container, Program program) {
    return runtime().exec(container, command(program), Workbench.PATIENCE.dividedBy(2));
  }

  @ParameterizedTest
  @CsvSource({"EXIT_0, 0", "EXIT_1, 1", "EXIT_3, 3", "KILLED, 137"})
  default void a_command_ends_with_its_exit_code(Program program, int code) {
    var id = bench().run(Program.RUN_UNTIL_TERM);
    assertThat(done(exec(id, program))).isEqualTo(new ExecResult(code, ""));
    assertThat(bench().inspect(id).isRunning()).isTrue();
  }

  @Test
  default void a_command_runs_in_a_container_by_its_name_as_well() {
    var spec = bench().spec(Program.RUN_UNTIL_TERM);
    bench().run(spec);
    assertThat(done(exec(spec.name(), Program.EXIT_3)).exitCode()).isEqualTo(3);
  }

  @Test
  default void what_a_command_prints_to_both_outputs_is_told() {
    var id = bench().run(Program.RUN_UNTIL_TERM);
    var output = done(exec(id, Program.PRINT_BOTH)).output();
    assertThat(output.lines()).containsExactlyInAnyOrder("out", "err");
  }

  @Test
  default void what_a_command_prints_beyond_ascii_is_told() {
    var id = bench().run(Program.RUN_UNTIL_TERM);
    assertThat(done(exec(id, Program.PRINT_UNICODE)).output().strip()).isEqualTo("Grüße ☀");
  }

  @Test
  default void of_a_long_output_the_end_is_kept() {
    var id = bench().run(Program.RUN_UNTIL_TERM);
    var result = done(exec(id, Program.PRINT_MANY));
    assertThat(result.exitCode()).isZero();
    assertThat(result.output().length()).isBetween(4000, 4096);
    assertThat(result.output().stripTrailing()).endsWith("line 1998\nline 1999");
  }

  @Test
  default void a_command_leaves_the_log_of_its_container_alone() {
    var id = bench().run(Program.RUN_UNTIL_TERM);
    bench().awaitReady(id);
    done(exec(id, Program.PRINT_THREE));
    assertThat(Recorder.of(runtime().logs(id, LogQuery.last(-1))).awaitCompletion())
        .extracting(LogLine::text)
        .containsExactly("ready");
  }

  @Test
  default void a_command_that_cannot_be_executed_is_invalid() {
    var id = bench().run(Program.RUN_UNTIL_TERM);
    assertFails(exec(id, Program.BAD_ENTRYPOINT), Kind.INVALID);
    assertThat(bench().inspect(id).isRunning()).isTrue();
  }

  @Test
  default void no_command_is_invalid() {
    var id = bench().run(Program.RUN_UNTIL_TERM);
    assertFails(runtime().exec(id, List.of(), Duration.ofSeconds(5)), Kind.INVALID);
  }

  @Test
  default void nothing_runs_in_a_container_that_was_never_started() {
    var id = bench().create(Program.RUN_UNTIL_TERM);
    assertFails(exec(id, Program.EXIT_0), Kind.INVALID);
  }

  @Test
  default void nothing_runs_in_a_container_that_has_ended() {
    assertFails(exec(bench().ran(Program.EXIT_0), Program.EXIT_0), Kind.INVALID);
  }

  @Test
  default void nothing_runs_in_what_is_not_there() {
    assertFails(exec(bench().newName(), Program.EXIT_0), Kind.NOT_FOUND);
  }

  @ParameterizedTest
  @EnumSource(names = {"DIE_OF_TERM", "PRINT_FOREVER"})
  default void a_command_that_does_not_end_in_time_has_an_unknown_outcome(Program endless) {
    var id = bench().run(Program.RUN_UNTIL_TERM);
    assertFails(runtime().exec(id, command(endless), Duration.ofSeconds(1)), Kind.UNKNOWN_OUTCOME);
    assertThat(bench().inspect(id).isRunning()).isTrue();
    assertThat(done(exec(id, Program.EXIT_0)).exitCode()).as("the next one").isZero();
  }

  @Test
  default void a_command_ends_with_its_container() {
    var id = bench().run(Program.RUN_UNTIL_TERM);
    var command = exec(id, Program.DIE_OF_TERM).toCompletableFuture();
    bench().stop(id);
    // Whether it began before the end, came too late or in the midst of it, it does not wait for
    // ever. In the midst of it an engine may fail in its own words.
    try {
      assertThat(done(command).exitCode()).isNotZero();
    } catch (AssertionError tooLate) {
      assertThat(Workbench.failure(command).kind()).isIn(Kind.INVALID, Kind.ENGINE_ERROR);
    }
  }

  @ResourceLock(EVENT_MEMORY)
  @Test
  default void many_commands_run_at_once() {
    var id = bench().run(Program.RUN_UNTIL_TERM);
    var commands =
        IntStream.range(0, 20)
            .mapToObj(i -> exec(id, i % 2 == 0 ? Program.EXIT_0 : Program.EXIT_3))
            .toList();
    assertThat(commands)
        .extracting(command -> done(command).exitCode())
        .filteredOn(code -> code == 3)
        .hasSize(10);
  }

  @Test
  default void a_command_whose_answer_was_lost_has_an_unknown_outcome() {
    var id = bench().run(Program.RUN_UNTIL_TERM);
    var engine = bench().faultyEngine();
    engine.inflict(FaultyEngine.Fault.LOSE_ANSWERS);
    assertFails(
        engine.runtime().exec(id, command(Program.EXIT_0), Duration.ofSeconds(5)),
        Kind.UNKNOWN_OUTCOME);
  }
}
