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
import io.helyos.orchestrator.neighbour.NeighbourDesk;
import io.helyos.orchestrator.neighbour.Neighbours;
import io.helyos.orchestrator.placement.Candidates;
import io.helyos.orchestrator.placement.Placements;
import io.helyos.orchestrator.view.Folding;
import io.helyos.orchestrator.view.Following;
import io.helyos.orchestrator.view.LiveView;
import io.helyos.orchestrator.view.Loading;
import io.helyos.orchestrator.watch.NodeWatcher;
import io.helyos.orchestrator.watch.Watch;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.Props;
import org.apache.pekko.cluster.typed.ClusterSingleton;
import org.apache.pekko.cluster.typed.SingletonActor;

/// The core of one daemon, put together: the view, the entities, the scheduler and the agents.
public final class Core implements Orchestrator {
  private static final Duration READER_PATIENCE = Duration.ofSeconds(5);

  private static final int FOUNDING_ATTEMPTS = 6;

  private static final Duration WAKE_AGAIN = Duration.ofMinutes(5);

  private final ActorSystem<?> system;
  private final String daemon;
  private final Codec codec;
  private final Feed feed;
  private final InstantSource clock;
  private final Membership membership;
  private final LiveView view = new LiveView();
  private final Neighbours neighbours = new Neighbours(System::nanoTime);
  private final Following following;
  private final Folding folding;
  private final Entities entities;
  private final Agents agents;
  private final ContainerLogs logs;
  private final ContainerAccess access;
  private final Set<String> unlisted = ConcurrentHashMap.newKeySet();
  private volatile boolean loaded;

  /// The core of a daemon that is alone.
  public Core(ActorSystem<?> system, String daemon, Codec codec, Feed feed, InstantSource clock) {
    this(system, daemon, codec, feed, clock, Membership.ALONE);
  }

  public Core(
      ActorSystem<?> system,
      String daemon,
      Codec codec,
      Feed feed,
      InstantSource clock,
      Membership membership) {
    this.system = system;
    this.membership = membership;
    this.daemon = daemon;
    this.codec = codec;
    this.feed = feed;
    this.clock = clock;
    this.folding = new Folding(view, codec);
    this.following = new Following(view, folding, feed);
    this.entities = new Entities(system);
    this.agents = new Agents(system, neighbours);
    this.logs = new EngineLogs(view, agents::runtime, this::cluster);
    this.access = new EngineAccess(agents::runtime);
  }

  /// Loads the view, then lets entities live here. Completes with the cluster's id, which is the
  /// one given only if the journal has none yet.
  public CompletionStage<String> start(String clusterId) {
    return Loading.of(folding, feed)
        .thenCompose(offset -> {
          if (membership.isShared()) following.from(offset, this::repeat);
          startEntities();
          return founded(clusterId, FOUNDING_ATTEMPTS);
        })
        .thenApply(_ -> cluster());
  }

  private void repeat(Duration distance, Runnable task) {
    system.scheduler().scheduleWithFixedDelay(distance, distance, task, system.executionContext());
  }

  /// Who has just joined may have to wait until it is known where the cluster's entity lives.
  private CompletionStage<Answer> founded(String clusterId, int attempts) {
    return execute(
            EntityId.cluster(),
            new ClusterCommand.Found(clusterId),
            Request.of(ChangeId.next(clock), "system"))
        .exceptionallyCompose(failure ->
            attempts > 1
                ? founded(clusterId, attempts - 1)
                : CompletableFuture.failedStage(failure));
  }

  private void startEntities() {
    var placements = placements();
    var postman = new Postman(system, entities, agents, placements, view);
    entities.start(new Wiring(daemon, codec, view, postman, clock, membership.pulse()));
    if (membership.isShared()) {
      var here =
          new NeighbourDesk.Here(
              daemon, membership.api(), agents::here, agents::orderHere, agents::runHere);
      system.systemActorOf(NeighbourDesk.create(here, neighbours), "neighbours", Props.empty());
    }
  }

  /// Two who place pods at once would not see what the other has just placed where.
  private ActorRef<Placements.Ask> placements() {
    var desk = Placements.create(new Candidates(view, agents::trouble), clock);
    return membership.isShared()
        ? ClusterSingleton.get(system).init(SingletonActor.of(desk, "placements"))
        : system.systemActorOf(desk, "placements", Props.empty());
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
    var plane = new PlaneByEntities(entities, view, clock, membership.pulse());
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
    repeat(WAKE_AGAIN, () -> wake(row -> Waking.isNeededAgain(row, view)));
    if (membership.isShared()) watch();
    new NodeArrivals(system, () -> wake(row -> isOnEachNode(row) && Waking.isNeeded(row, view)))
        .follow(view);
  }

  private static boolean isOnEachNode(Row<?> row) {
    return row.state() instanceof Deployment.Active active && active.everyNode().isPresent();
  }

  /// Somewhere in the cluster, once.
  private void watch() {
    var watch =
        new Watch(
            view,
            neighbours,
            agents::isHere,
            membership.nodeTimeout(),
            news -> execute(EntityId.cluster(), news, Request.of(ChangeId.next(clock), "system")),
            () -> wake(row -> Waking.isNeeded(row, view)));
    ClusterSingleton.get(system).init(SingletonActor.of(NodeWatcher.create(watch), "node-watcher"));
  }

  private void wake(Predicate<Row<?>> needed) {
    view.all().stream()
        .filter(row -> !view.isSetAside(row.id()) && needed.test(row))
        .forEach(row -> entities.wake(row.id()));
  }

  @Override
  public Optional<String> elsewhere(String node) {
    return agents.isHere(node) ? Optional.empty() : neighbours.api(node);
  }

  @Override
  public Optional<String> trouble(String node) {
    return agents.trouble(node);
  }

  @Override
  public Duration silence(String node) {
    return agents.silence(node);
  }

  @Override
  public CompletionStage<Answer> execute(EntityId entity, Object command, Request request) {
    if (view.isSetAside(entity)) {
      return CompletableFuture.failedStage(
          new Unavailable(
              "%s was written by a newer build of Helyos. Run that build again."
                  .formatted(entity)));
    }
    return entities.execute(entity, command, request).thenCompose(this::shown);
  }

  /// The entity may live on another daemon: who asked here is to see here what came of it.
  private CompletionStage<Answer> shown(Answer answer) {
    if (!membership.isShared() || !(answer instanceof Answer.Done done)) {
      return CompletableFuture.completedStage(answer);
    }
    return following
        .catchUp(done.entity(), done.sequence())
        .exceptionallyCompose(_ -> arrived(done.entity(), done.sequence()))
        .thenApply(_ -> answer);
  }

  @Override
  public View view() {
    return view;
  }

  @Override
  public CompletionStage<Void> seen(EntityId entity, long sequence) {
    // What another daemon has stored need not wait for the feed.
    if (membership.isShared()) following.catchUp(entity, sequence);
    return arrived(entity, sequence);
  }

  private CompletionStage<Void> arrived(EntityId entity, long sequence) {
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
