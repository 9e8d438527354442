package io.helyos.orchestrator.agent;

import io.helyos.model.port.ContainerEvent;
import io.helyos.orchestrator.agent.AgentMessage.EngineLost;
import io.helyos.orchestrator.agent.AgentMessage.EngineSaid;
import java.util.concurrent.Flow;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.pekko.actor.typed.ActorRef;
import org.jspecify.annotations.Nullable;

/// Passes the engine's events on to the agent, and its silence too.
final class EngineWatch implements Flow.Subscriber<ContainerEvent> {
  private final ActorRef<AgentMessage> agent;
  private final AtomicReference<@Nullable Subscription> subscription = new AtomicReference<>();
  private volatile boolean ended;

  EngineWatch(ActorRef<AgentMessage> agent) {
    this.agent = agent;
  }

  /// From now on nothing more is passed on.
  void end() {
    ended = true;
    var held = subscription.get();
    if (held != null) held.cancel();
  }

  @Override
  public void onSubscribe(Subscription held) {
    subscription.set(held);
    if (ended) held.cancel();
    else held.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(ContainerEvent event) {
    if (!ended) agent.tell(new EngineSaid(event));
  }

  @Override
  public void onError(Throwable failure) {
    if (!ended) agent.tell(new EngineLost(Engine.message(failure)));
  }

  @Override
  public void onComplete() {
    if (!ended) agent.tell(new EngineLost("The engine has ended its stream of events."));
  }
}
