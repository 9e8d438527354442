package io.helyos.model.port;

import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.model.port.ContainerEvent.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

interface EventCases extends EngineUnderTest {
  @Test
  default void the_life_of_a_container_is_told_in_order() {
    var events = bench().events();
    var id = bench().run(Program.RUN_UNTIL_TERM);
    bench().stop(id);
    bench().remove(id);
    assertThat(events.awaitItems(4))
        .extracting(ContainerEvent::kind)
        .containsExactly(Kind.CREATED, Kind.STARTED, Kind.DIED, Kind.DESTROYED);
    assertThat(events.items()).extracting(ContainerEvent::container).containsOnly(id);
    assertThat(events.items()).extracting(ContainerEvent::time).isSorted();
  }

  @ParameterizedTest
  @CsvSource({"EXIT_0, 0", "EXIT_1, 1", "KILLED, 137"})
  default void a_death_tells_the_exit_code(Program program, int code) {
    var events = bench().events();
    bench().run(program);
    assertThat(events.awaitItem(event -> event.kind() == Kind.DIED).exitCode()).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({"RUN_UNTIL_TERM, 30, 0", "DIE_OF_TERM, 30, 143", "IGNORE_TERM, 0, 137"})
  default void a_death_by_stop_tells_the_exit_code(Program program, int grace, int code) {
    var events = bench().events();
    bench().stop(bench().run(program), Duration.ofSeconds(grace));
    assertThat(events.awaitItem(event -> event.kind() == Kind.DIED).exitCode()).isEqualTo(code);
  }

  @Test
  default void a_running_container_that_is_removed_dies_first() {
    var events = bench().events();
    bench().remove(bench().run(Program.IGNORE_TERM));
    assertThat(events.awaitItems(4))
        .extracting(ContainerEvent::kind)
        .containsExactly(Kind.CREATED, Kind.STARTED, Kind.DIED, Kind.DESTROYED);
    assertThat(events.items().get(2).exitCode()).isEqualTo(137);
  }

  @Test
  default void every_run_is_told() {
    var events = bench().events();
    var id = bench().ran(Program.EXIT_1);
    bench().start(id);
    assertThat(events.awaitItems(5))
        .extracting(ContainerEvent::kind)
        .containsExactly(Kind.CREATED, Kind.STARTED, Kind.DIED, Kind.STARTED, Kind.DIED);
  }

  @Test
  default void events_carry_the_labels_of_their_container() {
    var events = bench().events();
    var spec = bench().draft(Program.EXIT_0).label("colour", "red").done();
    bench().run(spec);
    assertThat(events.awaitItems(3))
        .allSatisfy(event -> assertThat(event.labels()).containsAllEntriesOf(spec.labels()));
  }

  @Test
  default void events_of_containers_without_the_labels_are_not_told() {
    var labels = new TreeMap<>(bench().labels());
    labels.put("colour", "red");
    var red = Recorder.of(runtime().events(labels, bench().begin()));
    bench().ran(Program.EXIT_1);
    bench().ran(bench().draft(Program.EXIT_1).label("colour", "blue").done());
    var id = bench().run(bench().draft(Program.EXIT_0).label("colour", "red").done());
    assertThat(red.awaitItems(3)).extracting(ContainerEvent::container).containsOnly(id);
  }

  @ResourceLock(EVENT_MEMORY)
  @Test
  default void what_happened_since_the_instant_is_told_to_a_late_listener() {
    var id = bench().ran(Program.EXIT_1);
    assertThat(bench().events().awaitItems(3))
        .extracting(ContainerEvent::kind)
        .containsExactly(Kind.CREATED, Kind.STARTED, Kind.DIED);
    assertThat(bench().exists(id)).isTrue();
  }

  @ResourceLock(EVENT_MEMORY)
  @Test
  default void what_happened_before_the_instant_is_not_told() {
    var id = bench().run(Program.PRINT_SLOWLY);
    var first = Recorder.of(runtime().events(bench().labels(), bench().begin()));
    var died = first.awaitItem(event -> event.kind() == Kind.DIED).time();
    var late = Recorder.of(runtime().events(bench().labels(), died.minusMillis(300)));
    assertThat(late.awaitItems(1)).extracting(ContainerEvent::kind).containsExactly(Kind.DIED);
    bench().remove(id);
    assertThat(late.awaitItems(2))
        .extracting(ContainerEvent::kind)
        .containsExactly(Kind.DIED, Kind.DESTROYED);
  }

  @Test
  default void all_listeners_are_told() {
    var first = bench().events();
    var second = bench().events();
    bench().run(Program.EXIT_0);
    assertThat(first.awaitItems(3)).isEqualTo(second.awaitItems(3));
  }

  @Test
  default void a_cancelled_listener_is_told_no_more() {
    var cancelled = bench().events();
    var other = bench().events();
    bench().create(Program.EXIT_0);
    cancelled.awaitItems(1);
    cancelled.cancel();
    bench().run(Program.EXIT_0);
    other.awaitItems(4);
    assertThat(cancelled.items()).hasSize(1);
    assertThat(cancelled.hasEnded()).as("neither completed nor failed").isFalse();
  }

  @Test
  default void the_time_of_an_event_is_the_engines() {
    var events = bench().events();
    var id = bench().ran(Program.EXIT_0);
    var died = events.awaitItem(event -> event.kind() == Kind.DIED).time();
    assertThat(Duration.between(bench().inspect(id).finishedAt().orElse(Instant.EPOCH), died).abs())
        .isLessThan(Duration.ofSeconds(10));
  }
}
