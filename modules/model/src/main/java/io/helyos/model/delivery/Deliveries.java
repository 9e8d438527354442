package io.helyos.model.delivery;

import io.helyos.model.DeploymentId;
import io.helyos.model.EntityId;
import io.helyos.model.agent.Order.Want;
import io.helyos.model.cluster.ClusterEffect;
import io.helyos.model.delivery.Delivery.AtTime;
import io.helyos.model.delivery.Delivery.ToAgent;
import io.helyos.model.delivery.Delivery.ToEngine;
import io.helyos.model.delivery.Delivery.ToEntity;
import io.helyos.model.delivery.Delivery.ToNodes;
import io.helyos.model.delivery.Delivery.ToScheduler;
import io.helyos.model.deployment.DeploymentCommand;
import io.helyos.model.deployment.DeploymentEffect;
import io.helyos.model.node.NodeCommand;
import io.helyos.model.node.NodeEffect;
import io.helyos.model.pod.PodCommand;
import io.helyos.model.pod.PodEffect;
import io.helyos.model.project.ProjectCommand;
import io.helyos.model.project.ProjectEffect;
import io.helyos.model.template.StopPolicy;
import java.util.List;
import java.util.Optional;

/// Where each effect goes.
public final class Deliveries {
  private Deliveries() {}

  public static Delivery of(Object effect) {
    return switch (effect) {
      case PodEffect e -> of(e);
      case DeploymentEffect e -> of(e);
      case NodeEffect e -> of(e);
      case ProjectEffect e -> of(e);
      case ClusterEffect e -> of(e);
      default -> throw new IllegalArgumentException("Not an effect: " + effect);
    };
  }

  private static Delivery of(PodEffect effect) {
    return switch (effect) {
      case PodEffect.EnsurePlacement(var pod, var incarnation, var needs) ->
          new ToScheduler(pod, incarnation, needs);
      case PodEffect.EnsureReserved(var pod, var node, var incarnation, var needs) ->
          new ToEntity(EntityId.node(node), new NodeCommand.Reserve(pod, incarnation, needs));
      case PodEffect.EnsureReleased(var pod, var owed) when owed.dead() ->
          new ToEntity(EntityId.node(owed.node()), new NodeCommand.Fence(pod, owed.incarnation()));
      case PodEffect.EnsureReleased(var pod, var owed) ->
          new ToEntity(
              EntityId.node(owed.node()),
              new NodeCommand.Release(pod, owed.incarnation(), owed.strangers()));
      case PodEffect.EnsureRunning running -> order(running);
      case PodEffect.EnsureEnded ended -> order(ended);
      case PodEffect.EnsureGone(
              var pod,
              var node,
              var incarnation,
              var stop,
              var since,
              var companion) ->
          new ToAgent(
              node, pod, Want.GONE, incarnation, 0, 0, 0, 0, List.of(), stop, since, companion);
      case PodEffect.EnsureReported(var pod, var report) ->
          new ToEntity(pod.owner().entity(), new DeploymentCommand.ReportPod(pod.owner(), report));
      case PodEffect.WakeAt(var time, var command) -> new AtTime(time, command);
    };
  }

  private static Delivery order(PodEffect.EnsureRunning running) {
    return new ToAgent(
        running.node(),
        running.pod(),
        Want.RUNNING,
        running.incarnation(),
        running.attempt(),
        running.restarts(),
        running.pullFailures(),
        running.revision(),
        running.ports(),
        StopPolicy.DEFAULT,
        Optional.empty(),
        running.companion());
  }

  private static Delivery order(PodEffect.EnsureEnded ended) {
    return new ToAgent(
        ended.node(),
        ended.pod(),
        Want.ENDED,
        ended.incarnation(),
        ended.attempt(),
        0,
        0,
        ended.revision(),
        List.of(),
        StopPolicy.DEFAULT,
        Optional.empty(),
        ended.companion());
  }

  private static Delivery of(DeploymentEffect effect) {
    return switch (effect) {
      case DeploymentEffect.EnsureListed(var id, _) ->
          new ToEntity(
              EntityId.project(id.project()),
              new ProjectCommand.ListDeployment(id.project(), id.name()));
      case DeploymentEffect.EnsureUnlisted(var id) ->
          new ToEntity(
              EntityId.project(id.project()), new ProjectCommand.UnlistDeployment(id.name()));
      case DeploymentEffect.EnsurePod(var assignment) ->
          new ToEntity(assignment.pod().entity(), new PodCommand.Assign(assignment));
      case DeploymentEffect.EnsureStopped(var pod) ->
          new ToEntity(pod.entity(), new PodCommand.Stop());
      case DeploymentEffect.EnsureNoPod(var pod) ->
          new ToEntity(pod.entity(), new PodCommand.Remove());
      case DeploymentEffect.EnsureOnEach(var id, var nodes) -> new ToNodes(id, nodes);
      case DeploymentEffect.EnsureSteady(var pod, var incarnation, var attempt, var at) ->
          new ToEngine(pod, incarnation, attempt, at);
      case DeploymentEffect.WakeAt(var time, var command) -> new AtTime(time, command);
    };
  }

  private static Delivery of(NodeEffect effect) {
    return switch (effect) {
      case NodeEffect.EnsureStillNeeded(var node, var pod, var incarnation) ->
          new ToEntity(pod.entity(), new PodCommand.ConfirmReservation(incarnation, node));
      case NodeEffect.EnsureLeaving(_, var pod, var incarnation, _) ->
          new ToEntity(
              pod.owner().entity(),
              new DeploymentCommand.LeaveNode(pod.owner(), pod.index(), incarnation));
      case NodeEffect.EnsureStaying(_, var pod, var incarnation, _) ->
          new ToEntity(
              pod.owner().entity(),
              new DeploymentCommand.StayOnNode(pod.owner(), pod.index(), incarnation));
      case NodeEffect.WakeAt(var time, var command) -> new AtTime(time, command);
      case NodeEffect.EnsureGivenUp(var node, var pod, var incarnation, _) ->
          new ToEntity(pod.entity(), new PodCommand.GiveUpNode(incarnation, node));
    };
  }

  private static Delivery of(ClusterEffect effect) {
    return switch (effect) {
      case ClusterEffect.EnsureLost(var node, var time) ->
          new ToEntity(EntityId.node(node), new NodeCommand.DeclareLost(time));
      case ClusterEffect.EnsureBack(var node, var time) ->
          new ToEntity(EntityId.node(node), new NodeCommand.DeclareBack(time));
    };
  }

  private static Delivery of(ProjectEffect effect) {
    return switch (effect) {
      case ProjectEffect.EnsureSuspended(var id) ->
          new ToEntity(entity(id), new DeploymentCommand.Suspend(id));
      case ProjectEffect.EnsureResumed(var id) ->
          new ToEntity(entity(id), new DeploymentCommand.Resume(id));
    };
  }

  private static EntityId entity(DeploymentId id) {
    return id.entity();
  }
}
