package io.helyos.orchestrator.agent;

import io.helyos.model.agent.Order;
import io.helyos.model.port.ContainerRuntime;
import io.helyos.model.port.ContainerState;
import io.helyos.orchestrator.agent.AgentMessage.Take;
import io.helyos.orchestrator.agent.AgentMessage.Taken;
import io.helyos.orchestrator.neighbour.NeighbourDesk;
import io.helyos.orchestrator.neighbour.NeighbourMessage.Forward;
import io.helyos.orchestrator.neighbour.NeighbourMessage.Forwarded;
import io.helyos.orchestrator.neighbour.NeighbourMessage.Look;
import io.helyos.orchestrator.neighbour.NeighbourMessage.Seen;
import io.helyos.orchestrator.neighbour.Neighbours;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.javadsl.AskPattern;

/// The agents by the name of their node: those of this daemon, and by way of their own daemons
/// those of all others. A simulated fleet has many in one daemon.
public final class Agents {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private record Post(
      ActorRef<AgentMessage> agent, ContainerRuntime runtime, EngineCondition condition) {}

  private final ActorSystem<?> system;
  private final Neighbours neighbours;
  private final Map<String, Post> posts = new ConcurrentHashMap<>();

  public Agents(ActorSystem<?> system, Neighbours neighbours) {
    this.system = system;
    this.neighbours = neighbours;
  }

  public void add(
      String node,
      ActorRef<AgentMessage> agent,
      ContainerRuntime runtime,
      EngineCondition condition) {
    posts.put(node, new Post(agent, runtime, condition));
  }

  /// Whether a node's agent is one of this daemon's.
  public boolean isHere(String node) {
    return posts.containsKey(node);
  }

  /// Why nothing can be begun on a node: its engine does not answer, or its daemon does not.
  public Optional<String> trouble(String node) {
    var post = posts.get(node);
    if (post != null) return post.condition().trouble().map(Agents::silent);
    return neighbours
        .at(node)
        .map(there ->
            Optional.ofNullable(there.nodes().get(node))
                .filter(why -> !why.isEmpty())
                .map(Agents::silent))
        .orElse(Optional.of("its daemon cannot be reached from here"));
  }

  /// For how long there has been no sign of life of a node: of its engine here, elsewhere of its
  /// daemon.
  public Duration silence(String node) {
    var post = posts.get(node);
    return post == null ? neighbours.silence(node) : post.condition().silence();
  }

  private static String silent(String why) {
    return "its engine does not answer: " + why;
  }

  /// The nodes of this daemon, each with the trouble of its engine, empty for none.
  public Map<String, String> here() {
    var nodes = new HashMap<String, String>();
    posts.forEach((node, post) -> nodes.put(node, post.condition().trouble().orElse("")));
    return nodes;
  }

  public Optional<ContainerRuntime> runtime(String node) {
    return Optional.ofNullable(posts.get(node)).map(Post::runtime);
  }

  /// Completes when the order is on the agent's disk, wherever that is.
  public CompletionStage<?> order(String node, Order order) {
    if (isHere(node)) return orderHere(node, order);
    return neighbours
        .at(node)
        .<CompletionStage<?>>map(there ->
            AskPattern.<NeighbourDesk.Message, Forwarded>ask(
                there.desk(),
                replyTo -> new Forward(node, order, replyTo),
                PATIENCE,
                system.scheduler()))
        .orElseGet(() -> unreachable(node));
  }

  /// The same, if the agent is one of this daemon's.
  public CompletionStage<?> orderHere(String node, Order order) {
    var post = posts.get(node);
    if (post == null) return unreachable(node);
    return AskPattern.<AgentMessage, Taken>ask(
        post.agent, replyTo -> new Take(order, replyTo), PATIENCE, system.scheduler());
  }

  /// Whether these containers of a node all run, as its engine says now.
  public CompletionStage<Boolean> run(String node, List<String> containers) {
    if (isHere(node)) return runHere(node, containers);
    return neighbours
        .at(node)
        .map(there ->
            AskPattern.<NeighbourDesk.Message, Seen>ask(
                    there.desk(),
                    replyTo -> new Look(node, containers, replyTo),
                    PATIENCE,
                    system.scheduler())
                .thenApply(Seen::running))
        .orElseGet(() -> unreachable(node));
  }

  /// The same, if the node is one of this daemon's.
  public CompletionStage<Boolean> runHere(String node, List<String> containers) {
    var post = posts.get(node);
    if (post == null) return unreachable(node);
    CompletionStage<Boolean> all = CompletableFuture.completedStage(true);
    for (var container : containers) {
      var runs =
          post.runtime
              .inspect(container)
              .thenApply(found -> found.filter(ContainerState::isRunning).isPresent());
      all = all.thenCombine(runs, (one, other) -> one && other);
    }
    return all;
  }

  private static <T> CompletionStage<T> unreachable(String node) {
    return CompletableFuture.failedStage(
        new IllegalStateException("The agent of node %s cannot be reached".formatted(node)));
  }
}
