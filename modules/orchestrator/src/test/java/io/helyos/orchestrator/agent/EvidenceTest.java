package io.helyos.orchestrator.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.model.PodId;
import io.helyos.model.agent.Order;
import io.helyos.model.agent.Order.Want;
import io.helyos.model.desk.News;
import io.helyos.model.pod.Exit;
import io.helyos.model.pod.PodCommand.ReportExited;
import io.helyos.model.port.ContainerState;
import io.helyos.model.reconciliation.ContainerSpecs;
import io.helyos.model.template.NetworkMode;
import io.helyos.model.template.PodTemplate;
import io.helyos.model.template.ProcessSpec;
import io.helyos.model.template.PullPolicy;
import io.helyos.model.template.Resources;
import io.helyos.simulator.EngineSettings;
import io.helyos.simulator.SimulatedEngine;
import io.helyos.simulator.SimulatedRuntime;
import io.helyos.simulator.VirtualTimeline;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EvidenceTest {
  private static final PodId POD = new PodId("shop", "api", 0);
  private static final Order.Origin ORIGIN =
      new Order.Origin("c1", "ann", "pod|shop-api-0@2", Instant.EPOCH);

  private final VirtualTimeline time = new VirtualTimeline(Instant.EPOCH);
  private final WatchedRuntime engine =
      new WatchedRuntime(
          new SimulatedRuntime(new SimulatedEngine("sim-1", EngineSettings.DEFAULT, time)));
  private final Evidence evidence = new Evidence(engine, new Images(engine, time), time);

  private final Order order = new Order(POD, Want.RUNNING, 1, 1, 1, limited(), List.of(), ORIGIN);

  /// A container that has run out of memory, as the event of its end told of it.
  private ContainerState dead() {
    engine.pull("app:1", PullPolicy.MISSING).toCompletableFuture().join();
    var id =
        engine.create(ContainerSpecs.of(order, "cluster-1", "node-1")).toCompletableFuture().join();
    engine.start(id).toCompletableFuture().join();
    time.advance(Duration.ofSeconds(1));
    return engine.inspect(id).toCompletableFuture().join().orElseThrow().withOomKilled(false);
  }

  private Exit exitOf(ContainerState dead) {
    var report = evidence.ofEnd(order, new News.Ended(dead, Optional.empty()));
    return ((ReportExited) report.toCompletableFuture().join()).exit();
  }

  @Test
  void an_engine_that_learns_late_of_the_kernels_choice_is_looked_at_again() {
    var dead = dead();
    engine.learnOfMemoryAfter(3);
    assertThat(exitOf(dead).oomKilled()).isTrue();
    assertThat(engine.count("inspect")).isEqualTo(4);
  }

  @Test
  void one_that_never_learns_of_it_is_believed_after_a_while() {
    var dead = dead();
    engine.learnOfMemoryAfter(Integer.MAX_VALUE);
    assertThat(exitOf(dead)).returns(false, Exit::oomKilled).returns(137, Exit::code);
    assertThat(engine.count("inspect")).isEqualTo(5);
  }

  @Test
  void who_knows_at_once_is_not_asked_twice() {
    var dead = dead();
    assertThat(exitOf(dead).oomKilled()).isTrue();
    assertThat(engine.count("inspect")).isEqualTo(2);
  }

  private static PodTemplate limited() {
    var plain = PodTemplate.of("app:1").withNetwork(NetworkMode.HOST);
    var greedy =
        new ProcessSpec(
            List.of("greedy"),
            List.of(),
            Map.of("SIM_OOM_AFTER", "1s"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            true);
    return new PodTemplate(
        plain.image(),
        greedy,
        plain.ports(),
        plain.volumes(),
        plain.network(),
        new Resources(16L << 20, 0),
        plain.restart(),
        plain.backoff(),
        plain.stop(),
        plain.pull(),
        plain.isolation(),
        plain.health(),
        plain.readiness());
  }
}
