package io.helyos.orchestrator.core;

import io.helyos.model.EntityId;
import io.helyos.model.PodId;
import io.helyos.model.agent.Order;
import io.helyos.model.delivery.Answer;
import io.helyos.model.node.NodeCommand;
import io.helyos.model.node.NodeFacts;
import io.helyos.model.pod.PodCommand;
import io.helyos.model.view.View;
import io.helyos.orchestrator.ChangeId;
import io.helyos.orchestrator.Request;
import io.helyos.orchestrator.agent.ControlPlane;
import io.helyos.orchestrator.entity.Entities;
import io.helyos.orchestrator.pulse.Pulse;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/// The control plane as the entities that it is made of.
public final class PlaneByEntities implements ControlPlane {
  private final Entities entities;
  private final View view;
  private final InstantSource clock;
  private final Pulse pulse;

  public PlaneByEntities(Entities entities, View view, InstantSource clock, Pulse pulse) {
    this.pulse = pulse;
    this.entities = entities;
    this.view = view;
    this.clock = clock;
  }

  @Override
  public CompletionStage<Answer> tell(PodId pod, PodCommand news, Order.Origin origin) {
    var request =
        new Request(
            origin.change(),
            origin.author(),
            "",
            "",
            origin.cause(),
            origin.causeTime(),
            Optional.empty());
    return entities.execute(pod.entity(), news, request);
  }

  @Override
  public CompletionStage<Answer> register(
      String node, NodeFacts facts, Map<String, String> labels) {
    return entities.execute(
        EntityId.node(node),
        new NodeCommand.Register(node, facts, labels),
        Request.of(ChangeId.next(clock), "system"));
  }

  @Override
  public CompletionStage<Answer> cleared(String node, PodId pod, long incarnation) {
    return entities.execute(
        EntityId.node(node),
        new NodeCommand.ReportCleared(pod, incarnation),
        Request.of(ChangeId.next(clock), "system"));
  }

  @Override
  public void wake(PodId pod) {
    entities.wake(pod.entity());
  }

  @Override
  public void requireAwake() {
    pulse.requireAwake();
  }

  @Override
  public View view() {
    return view;
  }
}
