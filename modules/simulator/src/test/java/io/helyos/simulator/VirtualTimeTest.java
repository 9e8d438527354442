package io.helyos.simulator;

import static io.helyos.model.port.Workbench.assertFails;
import static io.helyos.model.port.Workbench.done;
import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.model.port.ContainerEvent;
import io.helyos.model.port.ContainerSpec;
import io.helyos.model.port.ContainerState;
import io.helyos.model.port.LogLine;
import io.helyos.model.port.LogQuery;
import io.helyos.model.port.Recorder;
import io.helyos.model.port.RuntimeFailure.Kind;
import io.helyos.model.port.SpecDraft;
import io.helyos.model.template.PullPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What only simulated engines do: keep to a given time, behave by convention, fail by plan.
class VirtualTimeTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private final VirtualTimeline time = new VirtualTimeline(START);
  private final SimulatedEngine engine = new SimulatedEngine("sim-1", EngineSettings.DEFAULT, time);
  private final SimulatedRuntime runtime = new SimulatedRuntime(engine);

  private static ContainerSpec spec(String name, Map<String, String> env) {
    return new SpecDraft(name, "helyos/test:1", SimulatedPrograms.process(env), Map.of()).done();
  }

  private String run(String name, Map<String, String> env) {
    var id = done(runtime.create(spec(name, env)));
    done(runtime.start(id));
    return id;
  }

  private ContainerState state(String id) {
    return done(runtime.inspect(id)).orElseThrow();
  }

  @Test
  void a_container_ends_when_its_time_has_come_and_not_before() {
    var id = run("crash", Map.of("SIM_EXIT_AFTER", "2s", "SIM_EXIT_CODE", "7"));
    time.advance(Duration.ofMillis(1999));
    assertThat(state(id).isRunning()).isTrue();
    time.advance(Duration.ofMillis(1));
    assertThat(state(id).exitCode()).isEqualTo(7);
    assertThat(state(id).finishedAt()).contains(START.plusSeconds(2));
  }

  @Test
  void a_timer_of_an_earlier_run_does_not_end_a_later_one() {
    var id = run("crash", Map.of("SIM_EXIT_AFTER", "2s"));
    time.advance(Duration.ofSeconds(1));
    done(runtime.stop(id, "SIGTERM", Duration.ofSeconds(1)));
    done(runtime.start(id));
    time.advance(Duration.ofMillis(1500));
    assertThat(state(id).isRunning()).isTrue();
    time.advance(Duration.ofMillis(500));
    assertThat(state(id).isRunning()).isFalse();
  }

  @Test
  void want_of_memory_kills_and_is_told() {
    var events = Recorder.of(runtime.events(Map.of(), START));
    var id = run("hungry", Map.of("SIM_OOM_AFTER", "5s"));
    time.advance(Duration.ofSeconds(5));
    assertThat(state(id).oomKilled()).isTrue();
    assertThat(state(id).exitCode()).isEqualTo(137);
    assertThat(events.items())
        .extracting(ContainerEvent::kind)
        .endsWith(ContainerEvent.Kind.OOM, ContainerEvent.Kind.DIED);
  }

  @ParameterizedTest
  @CsvSource({"3, 0, 3000", "10, 9, 5000"})
  void a_stop_takes_the_time_of_the_process_but_no_more_than_the_grace(
      int grace, int code, int millis) {
    var id = run("slow", Map.of("SIM_STOP_AFTER", "5s", "SIM_ON_SIGNAL", "9"));
    var stop = runtime.stop(id, "SIGTERM", Duration.ofSeconds(grace)).toCompletableFuture();
    time.advance(Duration.ofMillis(millis - 1));
    assertThat(stop).isNotDone();
    time.advance(Duration.ofMillis(1));
    assertThat(stop).isCompleted();
    assertThat(state(id).exitCode()).isEqualTo(code == 0 ? 137 : code);
  }

  @Test
  void delays_hold_up_the_work_and_its_answer() {
    var slow =
        new SimulatedRuntime(
            new SimulatedEngine(
                "sim-2", EngineSettings.DEFAULT.withDelays(Delays.LIKE_DOCKER), time));
    var create = slow.create(spec("late", Map.of())).toCompletableFuture();
    assertThat(done(slow.list(Map.of()))).isEmpty();
    time.advance(Delays.LIKE_DOCKER.create());
    assertThat(create).isCompleted();
    assertThat(done(slow.list(Map.of()))).hasSize(1);
    var pull = slow.pull("other/image:1", PullPolicy.MISSING).toCompletableFuture();
    assertThat(pull).isNotDone();
    time.advance(Delays.LIKE_DOCKER.pull());
    assertThat(pull).isCompleted();
    assertThat(slow.pull("other/image:1", PullPolicy.MISSING).toCompletableFuture()).isCompleted();
  }

  @Test
  void a_hanging_call_fails_when_its_caller_gives_up() {
    runtime.inflict(EngineFault.HANG);
    var hanging = runtime.describe().toCompletableFuture();
    time.advance(EngineSettings.DEFAULT.callTimeout().minusMillis(1));
    assertThat(hanging).isNotDone();
    time.advance(Duration.ofMillis(1));
    assertFails(hanging, Kind.UNKNOWN_OUTCOME);
  }

  @Test
  void without_delays_an_answer_is_there_when_the_call_returns() {
    var thread = Thread.currentThread();
    var answered =
        runtime.create(spec("now", Map.of())).thenApply(_ -> Thread.currentThread().equals(thread));
    assertThat(answered.toCompletableFuture()).isCompletedWithValue(true);
  }

  @Test
  void a_failure_of_the_machine_kills_all_and_removes_nothing() {
    var ids = IntStream.range(0, 3).mapToObj(n -> run("pod-" + n, Map.of())).toList();
    engine.killAll();
    assertThat(ids).allSatisfy(id -> assertThat(state(id).exitCode()).isEqualTo(137));
    assertThat(engine.size()).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource({"SIM_EXIT_AFTER, soon", "SIM_EXIT_CODE, -1", "SIM_PRINT_EVERY, 0s"})
  void a_convention_that_cannot_be_read_is_invalid(String variable, String value) {
    var call = runtime.create(spec("odd", Map.of(variable, value)));
    assertFails(call, Kind.INVALID);
    assertThat(engine.size()).isZero();
  }

  @Test
  void a_cancelled_reader_leaves_nothing_behind() {
    var id = run("chatty", Map.of("SIM_PRINT_EVERY", "1s"));
    var lines = Recorder.<LogLine>of(runtime.logs(id, new LogQuery(true, -1, Optional.empty())));
    var events = Recorder.<ContainerEvent>of(runtime.events(Map.of(), START));
    assertThat(runtime.openStreams()).isEqualTo(2);
    lines.cancel();
    events.cancel();
    assertThat(runtime.openStreams()).isZero();
    assertThat(engine.history().listeners()).isZero();
  }

  @Test
  void the_same_seed_and_the_same_calls_take_the_same_course() {
    assertThat(course(42)).isEqualTo(course(42));
  }

  @Test
  void another_seed_takes_another_course() {
    assertThat(course(42)).isNotEqualTo(course(43));
  }

  /// Everything that can be seen of a small life with failures.
  private static List<Object> course(long seed) {
    var own = new VirtualTimeline(START);
    var settings = EngineSettings.DEFAULT.withDelays(Delays.LIKE_DOCKER).withFailures(0.3, seed);
    var client = new SimulatedRuntime(new SimulatedEngine("sim-1", settings, own));
    var events = Recorder.<ContainerEvent>of(client.events(Map.of(), START));
    var outcomes =
        IntStream.range(0, 50)
            .mapToObj(n -> {
              var call =
                  client
                      .create(spec("pod-" + n, Map.of("SIM_EXIT_AFTER", n + "s")))
                      .thenCompose(client::start)
                      .handle((_, failure) -> String.valueOf(failure))
                      .toCompletableFuture();
              own.advance(Duration.ofMillis(300));
              return call.join();
            })
            .toList();
    own.advance(Duration.ofMinutes(2));
    return List.of(outcomes, events.items(), done(client.list(Map.of())));
  }
}
