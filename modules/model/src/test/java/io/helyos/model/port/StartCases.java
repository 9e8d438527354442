package io.helyos.model.port;

import static io.helyos.model.port.Workbench.assertFails;
import static io.helyos.model.port.Workbench.done;
import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.model.port.ContainerState.Phase;
import io.helyos.model.port.RuntimeFailure.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

interface StartCases extends EngineUnderTest {
  @Test
  default void a_started_container_runs() {
    var state = bench().inspect(bench().run(Program.RUN_UNTIL_TERM));
    assertThat(state.phase()).isEqualTo(Phase.RUNNING);
    assertThat(state.isRunning()).isTrue();
    assertThat(state.startedAt()).isPresent();
    assertThat(state.finishedAt()).isEmpty();
    assertThat(state.oomKilled()).isFalse();
    assertThat(state.error()).isEmpty();
  }

  @Test
  default void a_container_starts_by_its_name_as_well() {
    var spec = bench().spec(Program.RUN_UNTIL_TERM);
    var id = bench().create(spec);
    bench().start(spec.name());
    assertThat(bench().inspect(id).isRunning()).isTrue();
  }

  @Test
  default void starting_a_running_container_does_nothing() {
    var id = bench().run(Program.RUN_UNTIL_TERM);
    var before = bench().inspect(id);
    bench().start(id);
    assertThat(bench().inspect(id).startedAt()).isEqualTo(before.startedAt());
  }

  @Test
  default void an_exited_container_can_be_started_again() {
    var id = bench().run(Program.RUN_UNTIL_TERM);
    var first = bench().inspect(id).startedAt().orElseThrow();
    bench().stop(id);
    bench().start(id);
    var again = bench().inspect(id);
    assertThat(again.isRunning()).isTrue();
    assertThat(again.startedAt().orElseThrow()).isAfter(first);
    assertThat(again.finishedAt()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"EXIT_0, 0", "EXIT_1, 1", "KILLED, 137"})
  default void a_container_that_ends_by_itself_keeps_its_exit_code(Program program, int code) {
    var state = bench().inspect(bench().ran(program));
    assertThat(state.exitCode()).isEqualTo(code);
    assertThat(state.isRunning()).isFalse();
    assertThat(state.oomKilled()).isFalse();
  }

  @Test
  default void a_container_that_has_ended_says_when() {
    var state = bench().inspect(bench().ran(Program.EXIT_1));
    // Docker writes the start down after the fact: a very short life may end a blink before it.
    assertThat(state.finishedAt().orElseThrow())
        .isAfter(state.startedAt().orElseThrow().minusMillis(500))
        .isAfter(bench().begin());
  }

  @Test
  default void starting_what_is_not_there_is_not_found() {
    assertFails(runtime().start(bench().newName()), Kind.NOT_FOUND);
  }

  @Test
  default void starting_what_was_removed_is_not_found() {
    var id = bench().create(Program.RUN_UNTIL_TERM);
    bench().remove(id);
    assertFails(runtime().start(id), Kind.NOT_FOUND);
  }

  @Test
  default void a_process_that_cannot_be_executed_is_invalid() {
    var id = bench().create(Program.BAD_ENTRYPOINT);
    assertFails(runtime().start(id), Kind.INVALID);
    var state = bench().inspect(id);
    assertThat(state.isRunning()).isFalse();
    assertThat(state.error()).isNotBlank();
  }

  @Test
  default void a_process_that_cannot_be_executed_is_invalid_every_time() {
    var id = bench().create(Program.BAD_ENTRYPOINT);
    assertFails(runtime().start(id), Kind.INVALID);
    assertFails(runtime().start(id), Kind.INVALID);
    bench().remove(id);
    assertThat(done(runtime().inspect(id))).isEmpty();
  }
}
