package io.helyos.model.port;

import static io.helyos.model.port.Workbench.assertFails;
import static io.helyos.model.port.Workbench.done;
import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.model.port.RuntimeFailure.Kind;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

interface RemoveCases extends EngineUnderTest {
  @Test
  default void a_created_container_can_be_removed() {
    var id = bench().create(Program.RUN_UNTIL_TERM);
    bench().remove(id);
    assertThat(done(runtime().inspect(id))).isEmpty();
    assertThat(bench().list()).isEmpty();
  }

  @Test
  default void an_exited_container_can_be_removed() {
    var id = bench().ran(Program.EXIT_0);
    bench().remove(id);
    assertThat(done(runtime().inspect(id))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"RUN_UNTIL_TERM", "IGNORE_TERM", "PRINT_FOREVER"})
  default void a_running_container_is_killed_and_removed(Program program) {
    var id = bench().run(program);
    bench().remove(id);
    assertThat(bench().list()).isEmpty();
  }

  @Test
  default void a_container_is_removed_by_its_name_as_well() {
    var spec = bench().spec(Program.RUN_UNTIL_TERM);
    bench().run(spec);
    bench().remove(spec.name());
    assertThat(bench().list()).isEmpty();
  }

  @Test
  default void removing_what_never_was_succeeds() {
    bench().create(Program.EXIT_0);
    bench().remove(bench().newName());
    assertThat(bench().list()).as("the others are left alone").hasSize(1);
  }

  @Test
  default void removing_twice_succeeds() {
    var id = bench().create(Program.RUN_UNTIL_TERM);
    bench().remove(id);
    bench().remove(id);
    assertThat(bench().exists(id)).isFalse();
  }

  @Test
  default void a_removed_container_cannot_be_stopped() {
    var id = bench().run(Program.RUN_UNTIL_TERM);
    bench().remove(id);
    assertFails(runtime().stop(id, "SIGTERM", Duration.ofSeconds(1)), Kind.NOT_FOUND);
  }

  @Test
  default void a_container_can_be_removed_while_it_is_being_stopped() {
    var id = bench().run(Program.IGNORE_TERM);
    var stop = runtime().stop(id, "SIGTERM", Duration.ofSeconds(30)).toCompletableFuture();
    bench().remove(id);
    assertThat(bench().exists(id)).isFalse();
    // Whether the stop has seen the end or only the disappearance, it does not wait for ever.
    assertThat(stop.handle((_, _) -> true)).succeedsWithin(Workbench.PATIENCE);
  }
}
