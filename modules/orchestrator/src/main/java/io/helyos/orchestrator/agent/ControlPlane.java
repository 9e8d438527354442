package io.helyos.orchestrator.agent;

import io.helyos.model.PodId;
import io.helyos.model.agent.Order;
import io.helyos.model.delivery.Answer;
import io.helyos.model.node.NodeFacts;
import io.helyos.model.pod.Pod;
import io.helyos.model.pod.PodCommand;
import io.helyos.model.view.Row;
import io.helyos.model.view.View;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/// How the agent reaches its pods and its node. Each call completes exceptionally when nobody
/// answered in time.
public interface ControlPlane {
  CompletionStage<Answer> tell(PodId pod, PodCommand news, Order.Origin origin);

  CompletionStage<Answer> register(String node, NodeFacts facts, Map<String, String> labels);

  /// Tells a node's entity that nothing of a fenced pod is left on the machine.
  CompletionStage<Answer> cleared(String node, PodId pod, long incarnation);

  /// Lets a pod look after what it wants; it needs no answer.
  void wake(PodId pod);

  View view();

  /// To be called before the engine is changed: a daemon that has slept for too long ends here.
  default void requireAwake() {}

  /// How a pod stands, as far as this daemon has seen.
  default Optional<Pod> seen(PodId pod) {
    return view().pod(pod).map(Row::state);
  }
}
