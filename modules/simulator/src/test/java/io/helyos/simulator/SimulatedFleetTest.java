package io.helyos.simulator;

import static io.helyos.model.port.Workbench.done;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.helyos.model.port.ContainerEvent;
import io.helyos.model.port.ContainerSpec;
import io.helyos.model.port.ContainerState;
import io.helyos.model.port.Recorder;
import io.helyos.model.port.SpecDraft;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class SimulatedFleetTest {
  private static final int NODES = 100;
  private static final int PER_NODE = 100;

  private final VirtualTimeline time = new VirtualTimeline(Instant.parse("2026-01-01T00:00:00Z"));

  private static ContainerSpec spec(String name, Map<String, String> env) {
    return new SpecDraft(
            name, "helyos/test:1", SimulatedPrograms.process(env), Map.of("app", "smoke"))
        .done();
  }

  @Test
  void nodes_are_numbered_and_describe_themselves() {
    var fleet = SimulatedFleet.of(3, EngineSettings.DEFAULT, time);
    assertThat(fleet.runtimes().keySet()).containsExactly("sim-1", "sim-2", "sim-3");
    var second = done(fleet.runtimes().values().stream().toList().get(1).describe());
    assertThat(second.hostname()).isEqualTo("sim-2");
    assertThat(second.cpus()).isEqualTo(8);
    assertThat(second.memoryBytes()).isEqualTo(16L << 30);
  }

  @Test
  void a_fleet_of_no_nodes_is_refused() {
    assertThatThrownBy(() -> SimulatedFleet.of(0, EngineSettings.DEFAULT, time))
        .hasMessageContaining("one node or more")
        .hasMessageContaining("0");
  }

  @Test
  void nodes_know_nothing_of_each_other() {
    var runtimes =
        List.copyOf(SimulatedFleet.of(2, EngineSettings.DEFAULT, time).runtimes().values());
    var first = done(runtimes.get(0).create(spec("pod", Map.of())));
    var second = done(runtimes.get(1).create(spec("pod", Map.of())));
    assertThat(first).isNotEqualTo(second);
    assertThat(done(runtimes.get(0).inspect(second))).isEmpty();
  }

  @Test
  @Timeout(60)
  void ten_thousand_containers_live_and_die_in_one_process() {
    var fleet = SimulatedFleet.of(NODES, EngineSettings.DEFAULT, time);
    var deaths = new ArrayList<Recorder<ContainerEvent>>();
    for (var runtime : fleet.runtimes().values()) {
      deaths.add(Recorder.of(runtime.events(Map.of("app", "smoke"), time.instant())));
      for (var n = 0; n < PER_NODE; n++) {
        done(runtime.start(done(runtime.create(spec("pod-" + n, Map.of("SIM_EXIT_AFTER", "1m"))))));
      }
    }
    assertThat(fleet.size()).isEqualTo(NODES * PER_NODE);
    assertThat(running(fleet)).isEqualTo(NODES * PER_NODE);
    time.advance(Duration.ofMinutes(1));
    assertThat(running(fleet)).isZero();
    assertThat(deaths)
        .allSatisfy(events ->
            assertThat(events.items())
                .filteredOn(event -> event.kind() == ContainerEvent.Kind.DIED)
                .hasSize(PER_NODE));
  }

  @Test
  @Timeout(60)
  void many_threads_on_one_engine_lose_nothing() throws InterruptedException {
    var runtime = new SimulatedRuntime(new SimulatedEngine("sim-1", EngineSettings.DEFAULT, time));
    var events = Recorder.of(runtime.events(Map.of(), time.instant()));
    try (var threads = Executors.newFixedThreadPool(8)) {
      for (var n = 0; n < 1000; n++) {
        var name = "pod-" + n;
        threads.execute(() -> {
          var id = done(runtime.create(spec(name, Map.of())));
          done(runtime.start(id));
          done(runtime.stop(id, "SIGTERM", Duration.ZERO));
          done(runtime.remove(id));
        });
      }
    }
    assertThat(done(runtime.list(Map.of()))).isEmpty();
    assertThat(events.awaitItems(4000)).hasSize(4000);
    assertThat(events.items()).extracting(ContainerEvent::time).isSorted();
  }

  private static long running(SimulatedFleet fleet) {
    return fleet.runtimes().values().stream()
        .flatMap(runtime -> done(runtime.list(Map.of("app", "smoke"))).stream())
        .filter(ContainerState::isRunning)
        .count();
  }
}
