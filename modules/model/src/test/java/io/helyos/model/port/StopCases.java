package io.helyos.model.port;

import static io.helyos.model.port.Workbench.assertFails;
import static io.helyos.model.port.Workbench.done;
import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.model.port.ContainerState.Phase;
import io.helyos.model.port.RuntimeFailure.Kind;
import io.helyos.model.template.StopPolicy;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

interface StopCases extends EngineUnderTest {
  @ParameterizedTest
  @CsvSource({"RUN_UNTIL_TERM, 30, 0", "DIE_OF_TERM, 30, 143", "IGNORE_TERM, 1, 137"})
  default void a_stopped_container_has_the_exit_code_of_its_end(
      Program program, int grace, int code) {
    var id = bench().run(program);
    bench().stop(id, Duration.ofSeconds(grace));
    var state = bench().inspect(id);
    assertThat(state.phase()).isEqualTo(Phase.EXITED);
    assertThat(state.exitCode()).isEqualTo(code);
    assertThat(state.finishedAt()).isPresent();
  }

  @Test
  default void no_grace_means_killed_at_once() {
    var id = bench().run(Program.IGNORE_TERM);
    bench().stop(id, Duration.ZERO);
    assertThat(bench().inspect(id).exitCode()).isEqualTo(137);
  }

  @Test
  default void the_stop_waits_for_the_end_of_a_container_that_takes_its_grace() {
    var id = bench().run(Program.IGNORE_TERM);
    var asked = bench().inspect(id).startedAt().orElseThrow();
    bench().stop(id, Duration.ofSeconds(2));
    assertThat(Duration.between(asked, bench().inspect(id).finishedAt().orElseThrow()))
        .isGreaterThanOrEqualTo(Duration.ofSeconds(2));
  }

  @Test
  default void another_signal_than_the_usual_reaches_the_process() {
    var policy = new StopPolicy(Duration.ofSeconds(30), "SIGINT");
    var id = bench().run(bench().draft(Program.EXIT_3_ON_INT).stop(policy).done());
    bench().awaitReady(id);
    done(runtime().stop(id, "SIGINT", Duration.ofSeconds(30)));
    assertThat(bench().inspect(id).exitCode()).isEqualTo(3);
  }

  @Test
  default void a_signal_that_nobody_knows_is_invalid_and_leaves_the_container_alone() {
    var id = bench().run(Program.RUN_UNTIL_TERM);
    assertFails(runtime().stop(id, "SIGCOFFEE", Duration.ofSeconds(1)), Kind.INVALID);
    assertThat(bench().inspect(id).isRunning()).isTrue();
  }

  @Test
  default void stopping_a_stopped_container_does_nothing() {
    var id = bench().ran(Program.EXIT_1);
    var before = bench().inspect(id);
    bench().stop(id);
    assertThat(bench().inspect(id)).isEqualTo(before);
  }

  @Test
  default void stopping_a_container_that_never_ran_does_nothing() {
    var id = bench().create(Program.RUN_UNTIL_TERM);
    bench().stop(id);
    assertThat(bench().inspect(id).phase()).isEqualTo(Phase.CREATED);
  }

  @Test
  default void stopping_what_is_not_there_is_not_found() {
    assertFails(
        runtime().stop(bench().newName(), "SIGTERM", Duration.ofSeconds(1)), Kind.NOT_FOUND);
  }

  @Test
  default void a_container_stops_by_its_name_as_well() {
    var spec = bench().spec(Program.RUN_UNTIL_TERM);
    bench().run(spec);
    bench().awaitReady(spec.name());
    bench().stop(spec.name());
    assertThat(bench().inspect(spec.name()).phase()).isEqualTo(Phase.EXITED);
  }
}
