package io.helyos.orchestrator.agent;

import io.helyos.model.agent.Order;
import io.helyos.model.port.ContainerRuntime;
import io.helyos.orchestrator.agent.AgentMessage.Take;
import io.helyos.orchestrator.agent.AgentMessage.Taken;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.javadsl.AskPattern;

/// The agents by the name of their node. A simulated fleet has many in one daemon.
public final class Agents {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private record Post(
      ActorRef<AgentMessage> agent, ContainerRuntime runtime, EngineCondition condition) {}

  private final ActorSystem<?> system;
  private final Map<String, Post> posts = new ConcurrentHashMap<>();

  public Agents(ActorSystem<?> system) {
    this.system = system;
  }

  public void add(
      String node,
      ActorRef<AgentMessage> agent,
      ContainerRuntime runtime,
      EngineCondition condition) {
    posts.put(node, new Post(agent, runtime, condition));
  }

  public boolean isReachable(String node) {
    return posts.containsKey(node);
  }

  /// Why a node's engine does not answer; empty when it does, or has no agent here.
  public Optional<String> engineTrouble(String node) {
    return Optional.ofNullable(posts.get(node)).flatMap(post -> post.condition().trouble());
  }

  public Optional<ContainerRuntime> runtime(String node) {
    return Optional.ofNullable(posts.get(node)).map(Post::runtime);
  }

  /// Completes when the order is on the agent's disk.
  public CompletionStage<Taken> order(String node, Order order) {
    var post = posts.get(node);
    if (post == null) {
      return CompletableFuture.failedStage(
          new IllegalStateException("Node %s has no agent here".formatted(node)));
    }
    return AskPattern.ask(
        post.agent, replyTo -> new Take(order, replyTo), PATIENCE, system.scheduler());
  }
}
