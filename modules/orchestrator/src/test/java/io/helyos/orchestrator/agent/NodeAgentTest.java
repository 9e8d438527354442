package io.helyos.orchestrator.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.typesafe.config.ConfigFactory;
import io.helyos.model.PodId;
import io.helyos.model.agent.Order;
import io.helyos.model.agent.Order.Want;
import io.helyos.model.desk.Orders;
import io.helyos.model.pod.Exit;
import io.helyos.model.pod.PodCommand.ConfirmContainer;
import io.helyos.model.pod.PodCommand.ReportExited;
import io.helyos.model.pod.PodCommand.ReportGone;
import io.helyos.model.pod.PodCommand.ReportHealth;
import io.helyos.model.pod.PodCommand.ReportStarted;
import io.helyos.model.port.ContainerState;
import io.helyos.model.port.ContainerState.Phase;
import io.helyos.model.port.ProbeAnswer;
import io.helyos.model.reconciliation.ContainerSpecs;
import io.helyos.model.template.NetworkMode;
import io.helyos.model.template.PodTemplate;
import io.helyos.model.template.Probe;
import io.helyos.model.template.PullPolicy;
import io.helyos.model.template.StopPolicy;
import io.helyos.orchestrator.agent.AgentMessage.Take;
import io.helyos.orchestrator.agent.AgentMessage.Taken;
import io.helyos.simulator.EngineSettings;
import io.helyos.simulator.SimulatedEngine;
import io.helyos.simulator.SimulatedRuntime;
import io.helyos.simulator.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.ManualTime;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The agent between an engine, its disk and the pods, each of which may fail it.
class NodeAgentTest {
  private static final PodId POD = new PodId("shop", "api", 0);
  private static final Order.Origin ORIGIN =
      new Order.Origin("c1", "ann", "pod|shop-api-0@2", Instant.EPOCH);
  private static final Duration MOMENT = Duration.ofMillis(200);

  private final ActorTestKit kit =
      ActorTestKit.create(ManualTime.config().withFallback(ConfigFactory.load()));
  private final ManualTime time = ManualTime.get(kit.system());
  private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor();
  private final SimulatedEngine engine =
      new SimulatedEngine(
          "node-1", EngineSettings.DEFAULT, Timeline.of(InstantSource.system(), scheduler));
  private final WatchedRuntime runtime = new WatchedRuntime(new SimulatedRuntime(engine));
  private final SimulatedRuntime eyes = new SimulatedRuntime(engine);
  private final HeldOrders orders = new HeldOrders();
  private final AtomicReference<Duration> passed = new AtomicReference<>(Duration.ZERO);
  private final ScriptedProber prober = new ScriptedProber();
  private final HeardPlane plane = new HeardPlane();
  private final Site site =
      new Site(
          "node-1",
          "cluster-1",
          "127.0.0.1",
          Map.of(),
          20_000,
          20_100,
          110,
          Site.LANES,
          this::now,
          () -> {});
  private final EngineCondition condition = new EngineCondition();
  private ActorRef<AgentMessage> agent;

  @BeforeEach
  void start() {
    eyes.pull("app:1", PullPolicy.MISSING).toCompletableFuture().join();
    agent = kit.spawn(create());
  }

  private Behavior<AgentMessage> create() {
    return NodeAgent.create(runtime, orders, prober, plane, site, condition);
  }

  /// The engine's own time, and what the test has let go by on top of it.
  private Instant now() {
    return Instant.now().plus(passed.get());
  }

  @AfterEach
  void close() {
    kit.shutdownTestKit();
    scheduler.shutdownNow();
  }

  private static Order run(long incarnation, int attempt) {
    return new Order(
        POD, Want.RUNNING, incarnation, attempt, 1, PodTemplate.of("app:1"), List.of(), ORIGIN);
  }

  private TestProbe<Taken> send(Order order) {
    plane.knowIncarnation(order.incarnation());
    var probe = kit.<Taken>createTestProbe();
    agent.tell(new Take(order, probe.getRef()));
    return probe;
  }

  private List<ContainerState> containers() {
    return eyes.list(Map.of()).toCompletableFuture().join();
  }

  private ContainerState container() {
    return containers().getFirst();
  }

  /// Lets seconds go by, one after the other, until it holds.
  private void pass(Callable<Boolean> until) {
    await()
        .pollInterval(Duration.ofMillis(20))
        .until(() -> {
          second();
          return until.call();
        });
  }

  private void second() {
    passed.updateAndGet(before -> before.plusSeconds(1));
    time.timePasses(Duration.ofSeconds(1));
  }

  private void awaitStarted(int times) {
    await().until(() -> plane.heard(ReportStarted.class).size() == times);
  }

  @Test
  void an_order_is_on_disk_before_the_engine_is_called() {
    orders.hold();
    var taken = send(run(1, 1));
    await().until(orders::isWaitedFor);

    taken.expectNoMessage(MOMENT);
    assertThat(runtime.count("create")).isZero();
    orders.release();

    taken.receiveMessage();
    awaitStarted(1);
    assertThat(orders.saved()).containsEntry(POD, run(1, 1));
    assertThat(container().phase()).isEqualTo(Phase.RUNNING);
  }

  @Test
  void an_order_that_is_old_changes_nothing() {
    send(run(2, 1)).receiveMessage();
    awaitStarted(1);

    send(run(1, 5)).receiveMessage();

    assertThat(orders.saved()).containsEntry(POD, run(2, 1));
    assertThat(runtime.count("create")).isEqualTo(1);
  }

  @Test
  void a_container_whose_create_was_not_answered_is_adopted() {
    runtime.loseNextCreate();
    send(run(1, 1)).receiveMessage();

    pass(() -> plane.heard(ReportStarted.class).size() == 1);

    assertThat(containers()).hasSize(1);
    assertThat(runtime.count("start")).isEqualTo(1);
    assertThat(plane.heard(ReportStarted.class).getFirst().container().id())
        .isEqualTo(container().id());
  }

  @Test
  void the_next_attempt_takes_the_name_of_the_dead_container_which_is_kept() {
    send(run(1, 1)).receiveMessage();
    awaitStarted(1);
    var first = container().id();
    engine.killAll();
    await().until(() -> plane.heard(ReportExited.class).size() == 1);
    assertThat(containers()).as("kept for its log").hasSize(1);

    send(run(1, 2)).receiveMessage();

    awaitStarted(2);
    assertThat(containers())
        .hasSize(2)
        .anySatisfy(kept -> {
          assertThat(kept.id()).isEqualTo(first);
          assertThat(kept.name()).isEqualTo(POD.podName() + "_1.1");
        })
        .anySatisfy(now -> assertThat(now.name()).isEqualTo(POD.podName()));
  }

  @Test
  void a_container_that_dies_while_nobody_can_be_told_is_started_again_and_told_of_later() {
    send(run(1, 1)).receiveMessage();
    awaitStarted(1);
    plane.goAway();

    for (var death = 1; death <= 3; death++) {
      var starts = runtime.count("start");
      engine.killAll();
      pass(() -> runtime.count("start") == starts + 1);
    }

    assertThat(plane.heard(ReportExited.class)).isEmpty();
    plane.comeBack();
    pass(() -> plane.heard(ReportStarted.class).size() == 4);
    assertThat(plane.heard(ReportExited.class))
        .extracting(ReportExited::attempt)
        .containsExactly(1, 2, 3);
    assertThat(plane.heard(ReportStarted.class))
        .extracting(ReportStarted::attempt)
        .containsExactly(1, 2, 3, 4);
  }

  @Test
  void a_new_agent_begins_nothing_of_its_own_before_it_has_reached_somebody() {
    send(run(1, 1)).receiveMessage();
    awaitStarted(1);
    plane.goAway();
    kit.stop(agent);
    engine.killAll();
    agent = kit.spawn(create());

    var lists = runtime.count("list");
    pass(() -> runtime.count("list") >= lists + 3);

    assertThat(runtime.count("start")).isEqualTo(1);
  }

  @Test
  void a_container_that_is_unhealthy_is_stopped_and_its_pod_told_why() {
    var probe =
        new Probe(
            new Probe.Action.Tcp(80),
            Duration.ofSeconds(1),
            Duration.ofSeconds(1),
            2,
            Duration.ZERO);
    prober.answer(ProbeAnswer.good("connected"));
    send(checked(probe)).receiveMessage();
    pass(() -> plane.heard(ReportHealth.class).size() == 1);

    prober.answer(ProbeAnswer.bad("connection refused"));

    pass(() -> plane.heard(ReportExited.class).size() == 1);
    assertThat(plane.heard(ReportExited.class).getFirst().exit().unhealthy())
        .contains("connection refused");
    assertThat(containers()).as("kept for its log").hasSize(1);
  }

  private static Order checked(Probe probe) {
    var template = PodTemplate.of("app:1").withProbes(Optional.of(probe), Optional.empty());
    return new Order(POD, Want.RUNNING, 1, 1, 1, template, List.of(), ORIGIN);
  }

  @Test
  void an_order_to_be_gone_is_forgotten_when_the_pod_has_heard() {
    send(run(1, 1)).receiveMessage();
    awaitStarted(1);

    send(Orders.gone(POD, 1, StopPolicy.DEFAULT, ORIGIN)).receiveMessage();

    await().until(() -> plane.heard(ReportGone.class).size() == 1);
    await().until(() -> orders.saved().isEmpty());
    assertThat(containers()).isEmpty();
  }

  @Test
  void a_container_that_no_pod_knows_is_removed() {
    stray();

    pass(() -> containers().isEmpty());

    assertThat(plane.heard(ConfirmContainer.class))
        .containsOnly(new ConfirmContainer(3, 2, "node-1"));
  }

  @Test
  void a_container_that_its_pod_knows_is_left_to_it() {
    plane.knowContainers();
    stray();

    pass(() -> plane.heard(ConfirmContainer.class).size() >= 2);

    assertThat(container().phase()).isEqualTo(Phase.RUNNING);
  }

  @Test
  void a_container_is_left_alone_while_nobody_can_be_asked() {
    plane.goAway();
    stray();
    var lists = runtime.count("list");
    pass(() -> runtime.count("list") >= lists + 3);
    assertThat(container().phase()).isEqualTo(Phase.RUNNING);

    plane.comeBack();

    pass(() -> containers().isEmpty());
  }

  /// A container with our labels, of which the agent has no order.
  private void stray() {
    await().until(() -> runtime.count("list") > 0);
    var template = PodTemplate.of("app:1").withNetwork(NetworkMode.NONE);
    var stray = new Order(POD, Want.RUNNING, 3, 2, 1, template, List.of(), ORIGIN);
    var id =
        eyes.create(ContainerSpecs.of(stray, site.cluster(), site.node()))
            .toCompletableFuture()
            .join();
    eyes.start(id).toCompletableFuture().join();
  }

  @Test
  void an_end_whose_event_was_lost_is_found_by_the_list() {
    kit.stop(agent);
    runtime.loseEvents();
    agent = kit.spawn(create());
    send(run(1, 1)).receiveMessage();
    pass(() -> plane.heard(ReportStarted.class).size() == 1);

    engine.killAll();

    pass(() -> plane.heard(ReportExited.class).size() == 1);
  }

  @Test
  void news_that_nobody_takes_is_told_again() {
    plane.goAway();
    send(run(1, 1)).receiveMessage();
    await().until(() -> containers().stream().anyMatch(ContainerState::isRunning));

    plane.comeBack();

    pass(() -> plane.heard(ReportStarted.class).size() == 1);
    assertThat(containers()).hasSize(1);
  }

  @Test
  void a_new_agent_goes_on_from_the_orders_on_disk() {
    send(run(1, 1)).receiveMessage();
    awaitStarted(1);
    kit.stop(agent);
    engine.killAll();

    agent = kit.spawn(create());

    await().until(() -> plane.heard(ReportExited.class).size() == 1);
    assertThat(runtime.count("create")).isEqualTo(1);
  }

  @Test
  void an_order_on_disk_whose_life_is_over_is_not_carried_out_again() {
    await().until(() -> plane.view().node(site.node()).isPresent());
    kit.stop(agent);
    orders.save(run(1, 1));
    plane.knowIncarnation(1);
    plane.fence(site.node(), POD, 1);

    agent = kit.spawn(create());

    await().until(() -> plane.heard(ReportGone.class).size() == 1);
    pass(() -> plane.cleared().contains(POD));
    assertThat(runtime.count("create")).isZero();
  }

  @Test
  void a_container_that_is_gone_without_a_word_has_ended_and_is_not_created_again() {
    kit.stop(agent);
    runtime.loseEvents();
    agent = kit.spawn(create());
    send(run(1, 1)).receiveMessage();
    pass(() -> plane.heard(ReportStarted.class).size() == 1);

    eyes.remove(container().id()).toCompletableFuture().join();

    pass(() -> plane.heard(ReportExited.class).size() == 1);
    assertThat(plane.heard(ReportExited.class).getFirst().exit().code()).isEqualTo(Exit.UNSEEN);
    assertThat(runtime.count("create")).isEqualTo(1);
  }

  @Test
  void an_engine_at_rest_is_listed_every_ten_seconds_and_asked_nothing_else() {
    send(run(1, 1)).receiveMessage();
    awaitStarted(1);
    await().until(() -> runtime.count("list") == 1);
    var before = runtime.calls().size();

    for (var second = 0; second < 60; second++) {
      var lists = runtime.count("list");
      second();
      // Each tenth second brings a list, which has to arrive before time goes on.
      if (second % 10 == 9) await().until(() -> runtime.count("list") == lists + 1);
    }

    assertThat(runtime.calls().subList(before, runtime.calls().size()))
        .containsOnly("list")
        .hasSize(6);
  }

  @Test
  void an_engine_that_comes_back_is_listened_to_and_listed_before_anything_is_done() {
    send(run(1, 1)).receiveMessage();
    awaitStarted(1);
    var before = runtime.calls().size();

    runtime.cutStreams();

    pass(() -> runtime.count("events") == 2);
    await().until(() -> runtime.calls().size() >= before + 3);
    assertThat(runtime.calls().subList(before, before + 3))
        .containsExactly("describe", "events", "list");
  }
}
