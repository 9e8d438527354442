package io.helyos.model.delivery;

import io.helyos.model.DeploymentId;
import io.helyos.model.EntityId;
import io.helyos.model.PodId;
import io.helyos.model.agent.Order;
import io.helyos.model.deployment.EveryNode;
import io.helyos.model.pod.Needs;
import io.helyos.model.template.PublishedPort;
import io.helyos.model.template.StopPolicy;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A message that makes an effect come true.
public sealed interface Delivery {
  /// A command for another entity, repeated until it is answered.
  record ToEntity(EntityId to, Object command) implements Delivery {}

  /// An order for a node's agent, repeated until the agent has it on disk. The template is looked
  /// up by revision on the way.
  record ToAgent(
      String node,
      PodId pod,
      Order.Want want,
      long incarnation,
      int attempt,
      int restarts,
      int pullFailures,
      int revision,
      List<PublishedPort> ports,
      StopPolicy stop,
      Optional<Instant> drainSince,
      Optional<String> companion)
      implements Delivery {
    public ToAgent(
        String node,
        PodId pod,
        Order.Want want,
        long incarnation,
        int attempt,
        int restarts,
        int pullFailures,
        int revision,
        List<PublishedPort> ports,
        StopPolicy stop,
        Optional<Instant> drainSince) {
      this(
          node,
          pod,
          want,
          incarnation,
          attempt,
          restarts,
          pullFailures,
          revision,
          ports,
          stop,
          drainSince,
          Optional.empty());
    }

    public ToAgent(
        String node,
        PodId pod,
        Order.Want want,
        long incarnation,
        int attempt,
        int restarts,
        int pullFailures,
        int revision,
        List<PublishedPort> ports,
        StopPolicy stop) {
      this(
          node,
          pod,
          want,
          incarnation,
          attempt,
          restarts,
          pullFailures,
          revision,
          ports,
          stop,
          Optional.empty(),
          Optional.empty());
    }
  }

  /// A question for the scheduler.
  record ToScheduler(PodId pod, long incarnation, Needs needs) implements Delivery {}

  /// A question for the view: which nodes match?
  record ToNodes(DeploymentId id, EveryNode nodes) implements Delivery {}

  /// A look at the engine of a pod's node: does this start of it stand?
  ///
  /// @param notBefore when it is looked at
  record ToEngine(PodId pod, long incarnation, int attempt, Instant notBefore)
      implements Delivery {}

  /// A command to oneself when its time has come.
  record AtTime(Instant time, Object command) implements Delivery {}
}
