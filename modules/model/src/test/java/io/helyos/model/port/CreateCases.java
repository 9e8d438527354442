package io.helyos.model.port;

import static io.helyos.model.port.Workbench.assertFails;
import static io.helyos.model.port.Workbench.done;
import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.model.port.ContainerState.Phase;
import io.helyos.model.port.RuntimeFailure.Kind;
import io.helyos.model.template.VolumeSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

interface CreateCases extends EngineUnderTest {
  @Test
  default void a_created_container_is_there_and_does_not_run() {
    var spec = bench().spec(Program.RUN_UNTIL_TERM);
    var state = bench().inspect(bench().create(spec));
    assertThat(state.phase()).isEqualTo(Phase.CREATED);
    assertThat(state.isRunning()).isFalse();
    assertThat(state.startedAt()).isEmpty();
    assertThat(state.finishedAt()).isEmpty();
    assertThat(state.name()).isEqualTo(spec.name());
    assertThat(state.image()).isEqualTo(image());
  }

  @Test
  default void a_created_container_carries_its_labels() {
    var spec =
        bench().draft(Program.RUN_UNTIL_TERM).label("empty", "").label("a.b/c", "x=y").done();
    assertThat(bench().inspect(bench().create(spec)).labels()).containsAllEntriesOf(spec.labels());
  }

  @Test
  default void a_name_that_a_created_container_has_is_taken() {
    var spec = bench().spec(Program.RUN_UNTIL_TERM);
    bench().create(spec);
    assertFails(runtime().create(spec), Kind.NAME_TAKEN);
  }

  @Test
  default void a_name_that_a_running_container_has_is_taken_and_that_one_goes_on() {
    var spec = bench().spec(Program.RUN_UNTIL_TERM);
    var id = bench().run(spec);
    assertFails(runtime().create(spec), Kind.NAME_TAKEN);
    assertThat(bench().inspect(spec.name()).id()).isEqualTo(id);
    assertThat(bench().inspect(id).isRunning()).isTrue();
  }

  @Test
  default void a_name_that_an_exited_container_has_is_taken() {
    var name = bench().inspect(bench().ran(Program.EXIT_0)).name();
    assertFails(runtime().create(bench().draft(Program.EXIT_0).name(name).done()), Kind.NAME_TAKEN);
  }

  @Test
  default void a_name_is_free_again_once_its_container_is_removed() {
    var spec = bench().spec(Program.RUN_UNTIL_TERM);
    var first = bench().create(spec);
    bench().remove(first);
    assertThat(bench().create(spec)).isNotEqualTo(first);
  }

  @Test
  default void an_image_that_is_not_on_the_machine_is_missing() {
    var spec = bench().draft(Program.EXIT_0).image(missingImage()).done();
    assertFails(runtime().create(spec), Kind.IMAGE_MISSING);
    assertThat(done(runtime().inspect(spec.name()))).isEmpty();
  }

  /// One way each to ask for what no engine carries out.
  enum Nonsense {
    NAME_WITH_BLANKS {
      @Override
      SpecDraft in(SpecDraft draft) {
        return draft.name("not a name!");
      }
    },
    IMAGE_IN_CAPITALS {
      @Override
      SpecDraft in(SpecDraft draft) {
        return draft.image("Not/An/Image");
      }
    },
    MEMORY_BELOW_THE_LEAST {
      @Override
      SpecDraft in(SpecDraft draft) {
        return draft.memory(1024);
      }
    },
    RELATIVE_MOUNT {
      @Override
      SpecDraft in(SpecDraft draft) {
        return draft.volume(new VolumeSpec.Tmpfs(1 << 20, "not/absolute"));
      }
    },
    UNKNOWN_CAPABILITY {
      @Override
      SpecDraft in(SpecDraft draft) {
        return draft.capability("MAKE_COFFEE");
      }
    };

    abstract SpecDraft in(SpecDraft draft);
  }

  @ParameterizedTest
  @EnumSource(Nonsense.class)
  default void nonsense_is_invalid_and_creates_nothing(Nonsense nonsense) {
    var spec = nonsense.in(bench().draft(Program.EXIT_0)).done();
    assertFails(runtime().create(spec), Kind.INVALID);
    assertThat(bench().list()).isEmpty();
  }
}
