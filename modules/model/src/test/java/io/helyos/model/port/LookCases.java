package io.helyos.model.port;

import static io.helyos.model.port.Workbench.done;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.helyos.model.port.ContainerState.Phase;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

interface LookCases extends EngineUnderTest {
  @Test
  default void the_engine_describes_itself() {
    var engine = done(runtime().describe());
    assertThat(engine.version()).isNotBlank();
    assertThat(engine.architecture()).isIn("amd64", "arm64", "arm", "riscv64", "s390x", "ppc64le");
    assertThat(engine.cpus()).isPositive();
    assertThat(engine.memoryBytes()).isGreaterThan(64L << 20);
    assertThat(engine.hostname()).isNotBlank();
  }

  @Test
  default void id_and_name_show_the_same_container() {
    var spec = bench().spec(Program.RUN_UNTIL_TERM);
    var id = bench().run(spec);
    assertThat(bench().inspect(spec.name())).isEqualTo(bench().inspect(id));
    assertThat(bench().inspect(id).id()).isEqualTo(id);
  }

  @Test
  default void what_is_not_there_shows_as_empty() {
    assertThat(done(runtime().inspect(bench().newName()))).isEmpty();
  }

  @Test
  default void a_list_shows_created_running_and_exited_containers() {
    var created = bench().create(Program.RUN_UNTIL_TERM);
    var running = bench().run(Program.RUN_UNTIL_TERM);
    var exited = bench().ran(Program.EXIT_1);
    assertThat(bench().list())
        .extracting(ContainerState::id, ContainerState::phase)
        .containsExactlyInAnyOrder(
            tuple(created, Phase.CREATED),
            tuple(running, Phase.RUNNING),
            tuple(exited, Phase.EXITED));
  }

  @Test
  default void a_list_shows_name_image_and_labels() {
    var spec = bench().draft(Program.RUN_UNTIL_TERM).label("more", "of it").done();
    bench().create(spec);
    assertThat(bench().list())
        .singleElement()
        .satisfies(found -> {
          assertThat(found.name()).isEqualTo(spec.name());
          assertThat(found.image()).isEqualTo(image());
          assertThat(found.labels()).containsAllEntriesOf(spec.labels());
        });
  }

  @Test
  default void a_list_shows_only_what_carries_all_labels() {
    bench().create(Program.EXIT_0);
    var both = bench().create(bench().draft(Program.EXIT_0).label("colour", "red").done());
    bench().create(bench().draft(Program.EXIT_0).label("colour", "blue").done());
    var wanted = new TreeMap<>(bench().labels());
    wanted.put("colour", "red");
    assertThat(done(runtime().list(wanted))).extracting(ContainerState::id).containsExactly(both);
  }

  @Test
  default void a_label_with_another_value_does_not_match() {
    bench().create(Program.EXIT_0);
    var label = bench().labels().keySet().iterator().next();
    assertThat(done(runtime().list(Map.of(label, bench().labels().get(label) + "0")))).isEmpty();
  }

  @Test
  default void labels_that_nobody_carries_match_nothing() {
    bench().create(Program.EXIT_0);
    assertThat(done(runtime().list(Map.of(bench().newName(), "")))).isEmpty();
  }

  @Test
  default void no_labels_match_everything() {
    var id = bench().create(Program.EXIT_0);
    assertThat(done(runtime().list(Map.of()))).extracting(ContainerState::id).contains(id);
  }
}
