package io.helyos.model.port;

import static io.helyos.model.port.Workbench.assertFails;
import static io.helyos.model.port.Workbench.done;
import static io.helyos.model.port.Workbench.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.helyos.model.port.RuntimeFailure.Kind;
import io.helyos.model.template.PortSpec.Protocol;
import io.helyos.model.template.PublishedPort;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

interface NetworkCases extends EngineUnderTest {
  /// Creates and starts, so that it does not matter at which of both an engine refuses.
  private RuntimeFailure refusal(ContainerSpec spec) {
    return failure(runtime().create(spec).thenCompose(id -> runtime().start(id)));
  }

  @Test
  default void a_container_has_an_address_in_its_network() {
    var spec = bench().draft(Program.RUN_UNTIL_TERM).network(bench().network()).done();
    assertThat(bench().inspect(bench().run(spec)).ip()).matches("\\d+\\.\\d+\\.\\d+\\.\\d+");
  }

  @Test
  default void containers_of_a_network_have_different_addresses() {
    var network = bench().network();
    var first = bench().run(bench().draft(Program.RUN_UNTIL_TERM).network(network).done());
    var second = bench().run(bench().draft(Program.RUN_UNTIL_TERM).network(network).done());
    assertThat(bench().inspect(first).ip()).isNotEqualTo(bench().inspect(second).ip());
  }

  @Test
  default void a_container_without_a_network_has_no_address() {
    assertThat(bench().inspect(bench().run(Program.RUN_UNTIL_TERM)).ip()).isEmpty();
  }

  @Test
  default void ensuring_a_network_twice_makes_one() {
    var network = bench().network();
    done(runtime().ensureNetwork(network, bench().labels()));
    done(runtime().removeNetwork(network));
    var spec = bench().draft(Program.RUN_UNTIL_TERM).network(network).done();
    assertThat(refusal(spec).kind()).isIn(Kind.NOT_FOUND, Kind.INVALID);
  }

  @Test
  default void ensuring_a_network_many_times_at_once_makes_one() {
    var network = bench().network();
    done(runtime().removeNetwork(network));
    IntStream.range(0, 8)
        .mapToObj(_ -> runtime().ensureNetwork(network, bench().labels()))
        .toList()
        .forEach(Workbench::done);
    done(runtime().removeNetwork(network));
    var spec = bench().draft(Program.RUN_UNTIL_TERM).network(network).done();
    assertThat(refusal(spec).kind()).isIn(Kind.NOT_FOUND, Kind.INVALID);
  }

  @Test
  default void a_network_that_was_removed_can_be_made_again() {
    var network = bench().network();
    done(runtime().removeNetwork(network));
    done(runtime().ensureNetwork(network, bench().labels()));
    var id = bench().run(bench().draft(Program.RUN_UNTIL_TERM).network(network).done());
    assertThat(bench().inspect(id).isRunning()).isTrue();
  }

  @Test
  default void a_network_in_use_is_left_alone() {
    var network = bench().network();
    bench().run(bench().draft(Program.RUN_UNTIL_TERM).network(network).done());
    done(runtime().removeNetwork(network));
    var second = bench().run(bench().draft(Program.RUN_UNTIL_TERM).network(network).done());
    assertThat(bench().inspect(second).ip()).isNotEmpty();
  }

  @Test
  default void removing_a_network_that_never_was_succeeds() {
    assertThat(runtime().removeNetwork(bench().newName()).toCompletableFuture())
        .succeedsWithin(Workbench.PATIENCE);
  }

  @Test
  default void a_container_of_a_network_that_is_not_there_does_not_run() {
    var spec = bench().draft(Program.RUN_UNTIL_TERM).network(bench().newName()).done();
    assertThat(refusal(spec).kind()).isIn(Kind.NOT_FOUND, Kind.INVALID);
    assertThat(bench().list()).noneMatch(ContainerState::isRunning);
  }

  @Test
  default void a_fixed_port_is_published() {
    var port = freePort();
    var spec =
        bench().draft(Program.RUN_UNTIL_TERM).network(bench().network()).publish(port, 80).done();
    assertThat(bench().inspect(bench().run(spec)).ports())
        .extracting(PublishedPort::container, PublishedPort::host, PublishedPort::protocol)
        .containsOnly(tuple(80, port, Protocol.TCP));
  }

  @Test
  default void a_port_that_another_container_holds_is_taken() {
    var port = freePort();
    var network = bench().network();
    bench().run(bench().draft(Program.RUN_UNTIL_TERM).network(network).publish(port, 80).done());
    var second =
        bench()
            .create(
                bench().draft(Program.RUN_UNTIL_TERM).network(network).publish(port, 81).done());
    assertFails(runtime().start(second), Kind.PORT_TAKEN);
    assertThat(bench().inspect(second).isRunning()).isFalse();
  }

  @Test
  default void a_port_is_free_again_once_its_holder_has_stopped() {
    var port = freePort();
    var network = bench().network();
    var first =
        bench()
            .run(bench().draft(Program.RUN_UNTIL_TERM).network(network).publish(port, 80).done());
    var second =
        bench()
            .create(
                bench().draft(Program.RUN_UNTIL_TERM).network(network).publish(port, 80).done());
    assertFails(runtime().start(second), Kind.PORT_TAKEN);
    bench().awaitReady(first);
    bench().stop(first);
    bench().start(second);
    assertThat(bench().inspect(second).isRunning()).isTrue();
  }
}
