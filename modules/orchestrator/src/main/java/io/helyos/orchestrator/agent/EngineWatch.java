package io.helyos.orchestrator.agent;

import io.helyos.model.port.ContainerEvent;
import io.helyos.orchestrator.agent.AgentMessage.EngineLost;
import io.helyos.orchestrator.agent.AgentMessage.EngineSaid;
import java.util.concurrent.Flow;
import org.apache.pekko.actor.typed.ActorRef;

/// Passes the engine's events on to the agent, and its silence too.
final class EngineWatch implements Flow.Subscriber<ContainerEvent> {
  private final ActorRef<AgentMessage> agent;
  private volatile boolean ended;

  EngineWatch(ActorRef<AgentMessage> agent) {
    this.agent = agent;
  }

  /// From now on nothing more is passed on.
  void end() {
    ended = true;
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    subscription.request(Long.MAX_VALUE);
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
