package io.helyos.model.port;

import static io.helyos.model.port.Workbench.assertFails;
import static io.helyos.model.port.Workbench.done;
import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.model.port.ContainerState.Phase;
import io.helyos.model.port.RuntimeFailure.Kind;
import org.junit.jupiter.api.Test;

interface RenameCases extends EngineUnderTest {
  @Test
  default void a_renamed_container_is_found_by_its_new_name_alone() {
    var spec = bench().spec(Program.RUN_UNTIL_TERM);
    var id = bench().create(spec);
    var name = bench().newName() + "_previous";
    done(runtime().rename(id, name));
    assertThat(bench().inspect(name).id()).isEqualTo(id);
    assertThat(bench().inspect(id).name()).isEqualTo(name);
    assertThat(done(runtime().inspect(spec.name()))).isEmpty();
  }

  @Test
  default void a_list_shows_the_new_name_and_the_old_labels() {
    var spec = bench().draft(Program.RUN_UNTIL_TERM).label("more", "of it").done();
    var id = bench().create(spec);
    var name = bench().newName();
    done(runtime().rename(id, name));
    assertThat(bench().list())
        .singleElement()
        .satisfies(found -> {
          assertThat(found.id()).isEqualTo(id);
          assertThat(found.name()).isEqualTo(name);
          assertThat(found.labels()).containsAllEntriesOf(spec.labels());
        });
  }

  @Test
  default void a_running_container_is_renamed_and_runs_on() {
    var id = bench().run(Program.RUN_UNTIL_TERM);
    var started = bench().inspect(id).startedAt();
    var name = bench().newName();
    done(runtime().rename(id, name));
    assertThat(bench().inspect(name).isRunning()).isTrue();
    assertThat(bench().inspect(name).startedAt()).isEqualTo(started);
  }

  @Test
  default void a_dead_container_gives_its_name_to_the_next() {
    var spec = bench().spec(Program.EXIT_1);
    var dead = bench().ran(spec);
    done(runtime().rename(spec.name(), spec.name() + "_previous"));
    var next = bench().create(spec);
    assertThat(next).isNotEqualTo(dead);
    assertThat(bench().inspect(spec.name()).id()).isEqualTo(next);
    var before = bench().inspect(spec.name() + "_previous");
    assertThat(before.id()).isEqualTo(dead);
    assertThat(before.phase()).isEqualTo(Phase.EXITED);
    assertThat(before.exitCode()).isEqualTo(1);
  }

  @Test
  default void the_log_of_a_dead_container_can_be_read_by_its_new_name() {
    var id = bench().ran(Program.PRINT_THREE);
    var name = bench().newName() + "_previous";
    done(runtime().rename(id, name));
    assertThat(Recorder.of(runtime().logs(name, LogQuery.last(1))).awaitCompletion())
        .extracting(LogLine::text)
        .containsExactly("three");
  }

  @Test
  default void a_container_that_has_the_name_keeps_it() {
    var spec = bench().spec(Program.RUN_UNTIL_TERM);
    var id = bench().create(spec);
    done(runtime().rename(id, spec.name()));
    done(runtime().rename(spec.name(), spec.name()));
    assertThat(bench().inspect(spec.name()).id()).isEqualTo(id);
  }

  @Test
  default void a_name_that_another_has_is_taken_and_both_keep_theirs() {
    var first = bench().spec(Program.RUN_UNTIL_TERM);
    var second = bench().spec(Program.RUN_UNTIL_TERM);
    var firstId = bench().create(first);
    var secondId = bench().create(second);
    assertFails(runtime().rename(secondId, first.name()), Kind.NAME_TAKEN);
    assertThat(bench().inspect(first.name()).id()).isEqualTo(firstId);
    assertThat(bench().inspect(second.name()).id()).isEqualTo(secondId);
  }

  @Test
  default void what_is_not_there_cannot_be_renamed() {
    assertFails(runtime().rename(bench().newName(), bench().newName()), Kind.NOT_FOUND);
  }

  @Test
  default void a_name_that_makes_no_sense_is_invalid_and_changes_nothing() {
    var spec = bench().spec(Program.RUN_UNTIL_TERM);
    var id = bench().create(spec);
    assertFails(runtime().rename(id, "not a name!"), Kind.INVALID);
    assertThat(bench().inspect(spec.name()).id()).isEqualTo(id);
  }

  @Test
  default void a_container_is_removed_by_its_new_name() {
    var id = bench().create(Program.RUN_UNTIL_TERM);
    var name = bench().newName();
    done(runtime().rename(id, name));
    bench().remove(name);
    assertThat(bench().exists(id)).isFalse();
  }

  @Test
  default void a_rename_whose_answer_was_lost_has_renamed_and_can_be_repeated() {
    var id = bench().create(Program.RUN_UNTIL_TERM);
    var name = bench().newName();
    var engine = bench().faultyEngine();
    engine.inflict(FaultyEngine.Fault.LOSE_ANSWERS);
    assertFails(engine.runtime().rename(id, name), Kind.UNKNOWN_OUTCOME);
    assertThat(bench().inspect(id).name()).isEqualTo(name);
    engine.heal();
    done(engine.runtime().rename(id, name));
  }
}
