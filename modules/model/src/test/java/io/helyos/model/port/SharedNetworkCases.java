package io.helyos.model.port;

import static io.helyos.model.port.Workbench.assertFails;
import static io.helyos.model.port.Workbench.done;
import static io.helyos.model.port.Workbench.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.model.port.RuntimeFailure.Kind;
import io.helyos.model.template.Holder;
import io.helyos.model.template.ProcessSpec;
import io.helyos.model.template.PullPolicy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

interface SharedNetworkCases extends EngineUnderTest {
  private ContainerSpec sharing(String name) {
    return bench().draft(Program.RUN_UNTIL_TERM).network(ContainerSpec.networkOf(name)).done();
  }

  /// As the holder of a pod's network runs.
  private SpecDraft holder() {
    done(runtime().pull(Holder.IMAGE, PullPolicy.MISSING));
    return bench()
        .draft(Program.RUN_UNTIL_TERM)
        .image(Holder.IMAGE)
        .process(
            new ProcessSpec(
                List.of(Holder.PROGRAM),
                List.of(),
                Map.of(),
                Optional.of("65534:65534"),
                Optional.empty(),
                Optional.empty(),
                false))
        .network(bench().network());
  }

  @Test
  default void the_holders_image_needs_no_registry_and_its_program_runs() {
    var id = bench().run(holder().done());
    assertThat(bench().inspect(id).isRunning()).isTrue();
    assertThat(bench().inspect(id).ip()).isNotEmpty();
  }

  @Test
  default void a_holder_ends_at_once_when_it_is_killed() {
    var id = bench().run(holder().done());
    done(runtime().stop(id, "SIGKILL", Duration.ZERO));
    assertThat(bench().inspect(id).isRunning()).isFalse();
  }

  @Test
  default void a_container_in_the_network_of_another_has_none_of_its_own() {
    var name = bench().newName();
    bench().run(holder().name(name).done());
    var second = bench().inspect(bench().run(sharing(name)));
    assertThat(second.isRunning()).isTrue();
    assertThat(second.ip()).isEmpty();
  }

  @Test
  default void the_holder_keeps_its_address_while_others_come_and_go() {
    var name = bench().newName();
    var holder = bench().run(holder().name(name).done());
    var before = bench().inspect(holder).ip();
    bench().remove(bench().run(sharing(name)));
    bench().run(sharing(name));
    assertThat(bench().inspect(holder).ip()).isEqualTo(before);
  }

  @Test
  default void the_network_of_a_container_that_is_not_there_cannot_be_shared() {
    var spec = sharing(bench().newName());
    var refused = failure(runtime().create(spec).thenCompose(id -> runtime().start(id)));
    assertThat(refused.kind()).as(refused.getMessage()).isEqualTo(Kind.NOT_FOUND);
  }

  @Test
  default void the_network_of_a_container_that_has_ended_cannot_be_shared() {
    var name = bench().newName();
    var holder = bench().run(holder().name(name).done());
    var second = bench().create(sharing(name));
    done(runtime().stop(holder, "SIGKILL", Duration.ZERO));
    assertFails(runtime().start(second), Kind.NOT_FOUND);
    bench().start(holder);
    bench().start(second);
    assertThat(bench().inspect(second).isRunning()).isTrue();
  }
}
