package io.helyos.model.port;

import static io.helyos.model.port.Workbench.assertFails;
import static io.helyos.model.port.Workbench.done;
import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.model.port.FaultyEngine.Fault;
import io.helyos.model.port.RuntimeFailure.Kind;
import io.helyos.model.template.PullPolicy;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

interface FaultCases extends EngineUnderTest {
  /// Every call of the port that has one answer.
  enum Call {
    DESCRIBE {
      @Override
      CompletionStage<?> of(ContainerRuntime runtime, String container) {
        return runtime.describe();
      }
    },
    START {
      @Override
      CompletionStage<?> of(ContainerRuntime runtime, String container) {
        return runtime.start(container);
      }
    },
    STOP {
      @Override
      CompletionStage<?> of(ContainerRuntime runtime, String container) {
        return runtime.stop(container, "SIGTERM", Duration.ZERO);
      }
    },
    REMOVE {
      @Override
      CompletionStage<?> of(ContainerRuntime runtime, String container) {
        return runtime.remove(container);
      }
    },
    RENAME {
      @Override
      CompletionStage<?> of(ContainerRuntime runtime, String container) {
        return runtime.rename(container, container + "-never");
      }
    },
    EXEC {
      @Override
      CompletionStage<?> of(ContainerRuntime runtime, String container) {
        return runtime.exec(container, List.of("/bin/true"), Duration.ofSeconds(30));
      }
    },
    INSPECT {
      @Override
      CompletionStage<?> of(ContainerRuntime runtime, String container) {
        return runtime.inspect(container);
      }
    },
    LIST {
      @Override
      CompletionStage<?> of(ContainerRuntime runtime, String container) {
        return runtime.list(Map.of());
      }
    },
    PULL {
      @Override
      CompletionStage<?> of(ContainerRuntime runtime, String container) {
        return runtime.pull("localhost:1/helyos/absent:missing", PullPolicy.NEVER);
      }
    },
    ENSURE_NETWORK {
      @Override
      CompletionStage<?> of(ContainerRuntime runtime, String container) {
        return runtime.ensureNetwork("helyos-test-never", Map.of());
      }
    },
    REMOVE_NETWORK {
      @Override
      CompletionStage<?> of(ContainerRuntime runtime, String container) {
        return runtime.removeNetwork("helyos-test-never");
      }
    };

    abstract CompletionStage<?> of(ContainerRuntime runtime, String container);
  }

  @ParameterizedTest
  @EnumSource(Call.class)
  default void a_call_without_an_answer_fails_with_an_unknown_outcome(Call call) {
    var id = bench().create(Program.RUN_UNTIL_TERM);
    var engine = bench().faultyEngine();
    engine.inflict(Fault.HANG);
    assertFails(call.of(engine.runtime(), id), Kind.UNKNOWN_OUTCOME);
    assertThat(bench().inspect(id).phase()).isEqualTo(ContainerState.Phase.CREATED);
  }

  @ParameterizedTest
  @EnumSource(Call.class)
  default void an_engine_that_is_not_there_is_unreachable(Call call) {
    var id = bench().create(Program.RUN_UNTIL_TERM);
    var engine = bench().faultyEngine();
    engine.inflict(Fault.REFUSE);
    assertFails(call.of(engine.runtime(), id), Kind.UNREACHABLE);
    assertThat(bench().inspect(id).phase()).isEqualTo(ContainerState.Phase.CREATED);
  }

  @Test
  default void a_hanging_create_has_created_nothing_and_can_be_repeated() {
    var spec = bench().spec(Program.RUN_UNTIL_TERM);
    var engine = bench().faultyEngine();
    engine.inflict(Fault.HANG);
    assertFails(engine.runtime().create(spec), Kind.UNKNOWN_OUTCOME);
    assertThat(bench().exists(spec.name())).isFalse();
    engine.heal();
    done(engine.runtime().create(spec));
    assertThat(bench().exists(spec.name())).isTrue();
  }

  @Test
  default void a_hanging_call_does_not_hold_up_later_ones() {
    var id = bench().create(Program.RUN_UNTIL_TERM);
    var engine = bench().faultyEngine();
    engine.inflict(Fault.HANG);
    var hanging = engine.runtime().start(id);
    // The second goes the same way, so when it has failed the first has long been on its way.
    assertFails(engine.runtime().inspect(id), Kind.UNKNOWN_OUTCOME);
    engine.heal();
    assertThat(done(engine.runtime().inspect(id))).isPresent();
    assertFails(hanging, Kind.UNKNOWN_OUTCOME);
  }

  @Test
  default void an_unreachable_engine_can_be_used_once_it_is_back() {
    var engine = bench().faultyEngine();
    engine.inflict(Fault.REFUSE);
    assertFails(engine.runtime().describe(), Kind.UNREACHABLE);
    engine.heal();
    assertThat(done(engine.runtime().describe()).version()).isNotBlank();
  }

  @Test
  default void a_create_whose_answer_was_lost_has_created() {
    var spec = bench().spec(Program.RUN_UNTIL_TERM);
    var engine = bench().faultyEngine();
    engine.inflict(Fault.LOSE_ANSWERS);
    assertFails(engine.runtime().create(spec), Kind.UNKNOWN_OUTCOME);
    assertThat(bench().exists(spec.name())).isTrue();
    engine.heal();
    assertFails(engine.runtime().create(spec), Kind.NAME_TAKEN);
    assertThat(bench().list()).hasSize(1);
  }

  @Test
  default void a_start_whose_answer_was_lost_has_started_and_can_be_repeated() {
    var id = bench().create(Program.RUN_UNTIL_TERM);
    var engine = bench().faultyEngine();
    engine.inflict(Fault.LOSE_ANSWERS);
    assertFails(engine.runtime().start(id), Kind.UNKNOWN_OUTCOME);
    var started = bench().inspect(id).startedAt();
    assertThat(started).isPresent();
    engine.heal();
    done(engine.runtime().start(id));
    assertThat(bench().inspect(id).startedAt()).isEqualTo(started);
  }

  @Test
  default void a_stop_whose_answer_was_lost_has_stopped_and_can_be_repeated() {
    var id = bench().run(Program.RUN_UNTIL_TERM);
    var engine = bench().faultyEngine();
    engine.inflict(Fault.LOSE_ANSWERS);
    assertFails(engine.runtime().stop(id, "SIGTERM", Duration.ofSeconds(30)), Kind.UNKNOWN_OUTCOME);
    bench().awaitPhase(id, ContainerState.Phase.EXITED);
    engine.heal();
    done(engine.runtime().stop(id, "SIGTERM", Duration.ofSeconds(30)));
    assertThat(bench().inspect(id).exitCode()).isZero();
  }

  @Test
  default void a_remove_whose_answer_was_lost_has_removed_and_can_be_repeated() {
    var id = bench().run(Program.RUN_UNTIL_TERM);
    var engine = bench().faultyEngine();
    engine.inflict(Fault.LOSE_ANSWERS);
    assertFails(engine.runtime().remove(id), Kind.UNKNOWN_OUTCOME);
    assertThat(bench().exists(id)).isFalse();
    engine.heal();
    done(engine.runtime().remove(id));
  }

  @Test
  default void a_look_whose_answer_was_lost_is_no_proof_of_absence() {
    var id = bench().run(Program.RUN_UNTIL_TERM);
    var engine = bench().faultyEngine();
    engine.inflict(Fault.LOSE_ANSWERS);
    assertFails(engine.runtime().inspect(id), Kind.UNKNOWN_OUTCOME);
    assertFails(engine.runtime().list(bench().labels()), Kind.UNKNOWN_OUTCOME);
    engine.heal();
    assertThat(done(engine.runtime().list(bench().labels()))).hasSize(1);
  }

  @Test
  default void events_of_an_engine_that_is_not_there_fail_as_unreachable() {
    var engine = bench().faultyEngine();
    engine.inflict(Fault.REFUSE);
    var events = Recorder.of(engine.runtime().events(bench().labels(), bench().begin()));
    assertThat(events.awaitError())
        .isInstanceOfSatisfying(
            RuntimeFailure.class,
            failure -> assertThat(failure.kind()).isEqualTo(Kind.UNREACHABLE));
  }

  @Test
  default void logs_of_an_engine_that_is_not_there_fail_as_unreachable() {
    var id = bench().ran(Program.PRINT_THREE);
    var engine = bench().faultyEngine();
    engine.inflict(Fault.REFUSE);
    var lines = Recorder.of(engine.runtime().logs(id, LogQuery.last(-1)));
    assertThat(lines.awaitError())
        .isInstanceOfSatisfying(
            RuntimeFailure.class,
            failure -> assertThat(failure.kind()).isEqualTo(Kind.UNREACHABLE));
  }

  @Test
  default void cut_events_end_with_an_error() {
    var engine = bench().faultyEngine();
    var events = Recorder.of(engine.runtime().events(bench().labels(), bench().begin()));
    bench().create(Program.EXIT_0);
    events.awaitItems(1);
    engine.cutStreams();
    assertThat(events.awaitError()).isInstanceOf(RuntimeFailure.class);
  }

  @ResourceLock(EVENT_MEMORY)
  @Test
  default void events_that_were_missed_are_told_to_a_listener_that_comes_back() {
    var engine = bench().faultyEngine();
    var first = Recorder.of(engine.runtime().events(bench().labels(), bench().begin()));
    var id = bench().create(Program.EXIT_1);
    var last = first.awaitItems(1).getFirst().time();
    engine.cutStreams();
    first.awaitError();
    bench().start(id);
    bench().awaitPhase(id, ContainerState.Phase.EXITED);
    var second = Recorder.of(engine.runtime().events(bench().labels(), last));
    var died = second.awaitItem(event -> event.kind() == ContainerEvent.Kind.DIED);
    assertThat(died.exitCode()).isEqualTo(1);
    assertThat(first.items()).hasSize(1);
  }

  @Test
  default void a_followed_log_that_is_cut_does_not_hang() {
    var engine = bench().faultyEngine();
    var id = bench().run(Program.PRINT_FOREVER);
    var lines = Recorder.of(engine.runtime().logs(id, new LogQuery(true, -1, Optional.empty())));
    lines.awaitItems(1);
    engine.cutStreams();
    assertThat(lines.awaitError()).isInstanceOf(RuntimeFailure.class);
    assertThat(bench().inspect(id).isRunning()).isTrue();
  }

  @Test
  default void events_that_come_twice_do_no_harm() {
    var engine = bench().faultyEngine();
    engine.inflict(Fault.DUPLICATE_EVENTS);
    var events = Recorder.of(engine.runtime().events(bench().labels(), bench().begin()));
    bench().remove(bench().ran(Program.EXIT_1));
    events.awaitItem(event -> event.kind() == ContainerEvent.Kind.DESTROYED);
    assertThat(events.items().stream().distinct().map(ContainerEvent::kind))
        .containsExactly(
            ContainerEvent.Kind.CREATED,
            ContainerEvent.Kind.STARTED,
            ContainerEvent.Kind.DIED,
            ContainerEvent.Kind.DESTROYED);
    assertThat(events.hasEnded()).isFalse();
  }

  @Test
  default void events_in_the_wrong_order_are_all_told_and_their_times_put_them_right() {
    var engine = bench().faultyEngine();
    engine.inflict(Fault.REORDER_EVENTS);
    var events = Recorder.of(engine.runtime().events(bench().labels(), bench().begin()));
    bench().remove(bench().ran(Program.EXIT_1));
    assertThat(events.awaitItems(4).stream().sorted(Comparator.comparing(ContainerEvent::time)))
        .extracting(ContainerEvent::kind)
        .containsExactly(
            ContainerEvent.Kind.CREATED,
            ContainerEvent.Kind.STARTED,
            ContainerEvent.Kind.DIED,
            ContainerEvent.Kind.DESTROYED);
  }
}
