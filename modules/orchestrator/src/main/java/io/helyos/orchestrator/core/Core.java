package io.helyos.orchestrator.core;

import io.helyos.model.EntityId;
import io.helyos.model.cluster.Cluster;
import io.helyos.model.cluster.ClusterCommand;
import io.helyos.model.delivery.Answer;
import io.helyos.model.delivery.Waking;
import io.helyos.model.deployment.Deployment;
import io.helyos.model.port.Codec;
import io.helyos.model.port.ContainerRuntime;
import io.helyos.model.port.Feed;
import io.helyos.model.port.OrderStore;
import io.helyos.model.port.Prober;
import io.helyos.model.view.Row;
import io.helyos.model.view.View;
import io.helyos.orchestrator.ChangeId;
import io.helyos.orchestrator.Orchestrator;
import io.helyos.orchestrator.Request;
import io.helyos.orchestrator.access.ContainerAccess;
import io.helyos.orchestrator.access.EngineAccess;
import io.helyos.orchestrator.agent.Agents;
import io.helyos.orchestrator.agent.EngineCondition;
import io.helyos.orchestrator.agent.NodeAgent;
import io.helyos.orchestrator.agent.Site;
import io.helyos.orchestrator.entity.Entities;
import io.helyos.orchestrator.entity.Wiring;
import io.helyos.orchestrator.logs.ContainerLogs;
import io.helyos.orchestrator.logs.EngineLogs;
import io.helyos.orchestrator.placement.Candidates;
import io.helyos.orchestrator.placement.Placements;
import io.helyos.orchestrator.view.LiveView;
import io.helyos.orchestrator.view.Loading;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.Props;

/// The core of one daemon, put together: the view, the entities, the scheduler and the agents.
public final class Core implements Orchestrator {
  private static final Duration READER_PATIENCE = Duration.ofSeconds(5);

  private static final Duration WAKE_AGAIN = Duration.ofMinutes(5);
  private static final Duration LOOK = Duration.ofMillis(200);

  private final ActorSystem<?> system;
  private final String daemon;
  private final Codec codec;
  private final Feed feed;
  private final InstantSource clock;
  private final LiveView view = new LiveView();
  private final Entities entities;
  private final Agents agents;
  private final ContainerLogs logs;
  private final ContainerAccess access;
  private final Set<String> unlisted = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean looking = new AtomicBoolean();
  private volatile boolean loaded;

  public Core(ActorSystem<?> system, String daemon, Codec codec, Feed feed, InstantSource clock) {
    this.system = system;
    this.daemon = daemon;
    this.codec = codec;
    this.feed = feed;
    this.clock = clock;
    this.entities = new Entities(system);
    this.agents = new Agents(system);
    this.logs = new EngineLogs(view, agents::runtime, this::cluster);
    this.access = new EngineAccess(agents::runtime);
  }

  /// Loads the view, then lets entities live here. Completes with the cluster's id, which is the
  /// one given only if the journal has none yet.
  public CompletionStage<String> start(String clusterId) {
    return Loading.of(view, feed, codec)
        .thenCompose(_ -> {
          startEntities();
          return execute(
              EntityId.cluster(),
              new ClusterCommand.Found(clusterId),
              Request.of(ChangeId.next(clock), "system"));
        })
        .thenApply(_ -> cluster());
  }

  private void startEntities() {
    var placements =
        system.systemActorOf(
            Placements.create(
                new Candidates(view, agents::isReachable, agents::engineTrouble), clock),
            "placements",
            Props.empty());
    var postman = new Postman(system, entities, agents, placements, view);
    entities.start(new Wiring(daemon, codec, view, postman, clock));
  }

  private String cluster() {
    return view.cluster()
        .map(Row::state)
        .filter(Cluster.Founded.class::isInstance)
        .map(state -> ((Cluster.Founded) state).id())
        .orElseThrow(() -> new IllegalStateException("The cluster was not founded"));
  }

  /// Puts an agent to work. Its runtime and its orders stay the caller's to close.
  public void addAgent(ContainerRuntime runtime, OrderStore orders, Prober prober, Site site) {
    unlisted.add(site.node());
    var listening = site.listening(() -> unlisted.remove(site.node()));
    var condition = new EngineCondition();
    var plane = new PlaneByEntities(entities, view, clock);
    var agent =
        system.systemActorOf(
            NodeAgent.create(runtime, orders, prober, plane, listening, condition),
            "agent-" + site.node(),
            Props.empty());
    agents.add(site.node(), agent, runtime, condition);
  }

  /// Wakes everything that has something to do. To be called when the agents are there.
  public void wake() {
    loaded = true;
    wake(row -> Waking.isNeeded(row, view));
    system
        .scheduler()
        .scheduleWithFixedDelay(
            WAKE_AGAIN,
            WAKE_AGAIN,
            () -> wake(row -> Waking.isNeededAgain(row, view)),
            system.executionContext());
    view.onNodes(this::lookAtNodes);
    lookAtNodes();
  }

  /// Wakes the deployments that are to be on other nodes than they are. Nodes come in crowds.
  private void lookAtNodes() {
    if (!loaded || !looking.compareAndSet(false, true)) return;
    system
        .scheduler()
        .scheduleOnce(
            LOOK,
            () -> {
              looking.set(false);
              wake(row -> isOnEachNode(row) && Waking.isNeeded(row, view));
            },
            system.executionContext());
  }

  private static boolean isOnEachNode(Row<?> row) {
    return row.state() instanceof Deployment.Active active && active.everyNode().isPresent();
  }

  private void wake(Predicate<Row<?>> needed) {
    view.all().stream()
        .filter(row -> !view.isSetAside(row.id()) && needed.test(row))
        .forEach(row -> entities.wake(row.id()));
  }

  @Override
  public Optional<String> engineTrouble(String node) {
    return agents.engineTrouble(node);
  }

  @Override
  public CompletionStage<Answer> execute(EntityId entity, Object command, Request request) {
    if (view.isSetAside(entity)) {
      return CompletableFuture.failedStage(
          new Unavailable(
              "%s was written by a newer build of Helyos. Run that build again."
                  .formatted(entity)));
    }
    return entities.execute(entity, command, request);
  }

  @Override
  public View view() {
    return view;
  }

  @Override
  public CompletionStage<Void> seen(EntityId entity, long sequence) {
    return view.arrivals()
        .of(entity, sequence)
        .toCompletableFuture()
        .orTimeout(READER_PATIENCE.toSeconds(), TimeUnit.SECONDS)
        .exceptionallyCompose(_ ->
            CompletableFuture.failedStage(
                new Unavailable(
                    "This daemon has not heard of %s@%d yet. Try again."
                        .formatted(entity, sequence))));
  }

  @Override
  public Feed feed() {
    return feed;
  }

  @Override
  public Codec codec() {
    return codec;
  }

  @Override
  public ContainerLogs logs() {
    return logs;
  }

  @Override
  public ContainerAccess access() {
    return access;
  }

  @Override
  public boolean isReady() {
    return loaded && unlisted.isEmpty();
  }

  @Override
  public String daemon() {
    return daemon;
  }
}
