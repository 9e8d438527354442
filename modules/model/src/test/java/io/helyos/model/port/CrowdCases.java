package io.helyos.model.port;

import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.model.port.RuntimeFailure.Kind;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

interface CrowdCases extends EngineUnderTest {
  /// The same call several times, all under way before the first answer is awaited.
  private <T> List<CompletionStage<T>> atOnce(int times, Supplier<CompletionStage<T>> call) {
    return IntStream.range(0, times).mapToObj(_ -> call.get()).toList();
  }

  @ResourceLock(EVENT_MEMORY)
  @Test
  default void of_parallel_creates_of_one_name_exactly_one_wins() {
    var spec = bench().spec(Program.RUN_UNTIL_TERM);
    var outcomes =
        atOnce(
                8,
                () ->
                    runtime()
                        .create(spec)
                        .handle((id, error) -> error == null ? "won" : kindOf(error)))
            .stream()
            .map(Workbench::done)
            .toList();
    assertThat(outcomes).containsOnlyOnce("won").filteredOn("NAME_TAKEN"::equals).hasSize(7);
    assertThat(bench().list()).hasSize(1);
  }

  private static String kindOf(Throwable error) {
    var cause = error.getCause() == null ? error : error.getCause();
    return error instanceof RuntimeFailure failure
        ? failure.kind().name()
        : cause instanceof RuntimeFailure failure ? failure.kind().name() : error.toString();
  }

  @ResourceLock(EVENT_MEMORY)
  @Test
  default void parallel_starts_make_one_run() {
    var events = bench().events();
    var id = bench().create(Program.RUN_UNTIL_TERM);
    atOnce(8, () -> runtime().start(id)).forEach(Workbench::done);
    bench().awaitReady(id);
    bench().stop(id);
    events.awaitItem(event -> event.kind() == ContainerEvent.Kind.DIED);
    assertThat(events.items()).filteredOn(e -> e.kind() == ContainerEvent.Kind.STARTED).hasSize(1);
  }

  @Test
  default void parallel_stops_all_succeed() {
    var id = bench().run(Program.RUN_UNTIL_TERM);
    atOnce(4, () -> runtime().stop(id, "SIGTERM", Duration.ofSeconds(30))).forEach(Workbench::done);
    assertThat(bench().inspect(id).isRunning()).isFalse();
  }

  @Test
  default void parallel_removes_all_succeed() {
    var id = bench().run(Program.RUN_UNTIL_TERM);
    atOnce(8, () -> runtime().remove(id)).forEach(Workbench::done);
    assertThat(bench().exists(id)).isFalse();
  }

  @Test
  default void parallel_starts_for_one_port_give_it_to_one() {
    var port = freePort();
    var network = bench().network();
    var starts =
        IntStream.range(0, 4)
            .mapToObj(_ ->
                bench()
                    .create(
                        bench()
                            .draft(Program.RUN_UNTIL_TERM)
                            .network(network)
                            .publish(port, 80)
                            .done()))
            .toList()
            .stream()
            .map(id ->
                runtime().start(id).handle((_, error) -> error == null ? "won" : kindOf(error)))
            .toList();
    assertThat(starts.stream().map(Workbench::done))
        .containsExactlyInAnyOrder(
            "won", Kind.PORT_TAKEN.name(), Kind.PORT_TAKEN.name(), Kind.PORT_TAKEN.name());
  }

  @ResourceLock(EVENT_MEMORY)
  @Test
  default void many_containers_live_side_by_side() {
    var ids =
        IntStream.range(0, 12)
            .mapToObj(_ -> runtime().create(bench().spec(Program.RUN_UNTIL_TERM)))
            .toList()
            .stream()
            .map(Workbench::done)
            .toList();
    ids.stream().map(id -> runtime().start(id)).toList().forEach(Workbench::done);
    assertThat(bench().list()).hasSize(12).allMatch(ContainerState::isRunning);
    ids.stream().map(id -> runtime().remove(id)).toList().forEach(Workbench::done);
    assertThat(bench().list()).isEmpty();
  }
}
