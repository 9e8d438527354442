package io.helyos.model.delivery;

import io.helyos.model.DeploymentId;
import io.helyos.model.PodId;
import io.helyos.model.cluster.ClusterEffect;
import io.helyos.model.deployment.Deployment;
import io.helyos.model.deployment.DeploymentEffect;
import io.helyos.model.node.Node;
import io.helyos.model.node.NodeEffect;
import io.helyos.model.node.Outage;
import io.helyos.model.pod.Assignment;
import io.helyos.model.pod.Pod;
import io.helyos.model.pod.PodEffect;
import io.helyos.model.pod.PodReport;
import io.helyos.model.pod.PodReport.Phase;
import io.helyos.model.project.Project;
import io.helyos.model.project.ProjectEffect;
import io.helyos.model.view.Row;
import io.helyos.model.view.View;
import java.util.Optional;

/// Whether the view already shows that an effect holds, so that nobody has to be woken for it.
/// After a restart of a daemon this is what keeps thousands of steady pods asleep.
public final class Settled {
  private Settled() {}

  public static boolean isSettled(Object effect, View view) {
    return switch (effect) {
      case DeploymentEffect.EnsurePod(var assignment) -> runs(assignment, view);
      case DeploymentEffect.EnsureStopped(var pod) -> isStopped(pod, view);
      case DeploymentEffect.EnsureListed(var id, var suspended) ->
          lists(id, view) && isSuspended(id.project(), view) == suspended;
      case DeploymentEffect.EnsureUnlisted(var id) -> !lists(id, view);
      case DeploymentEffect.EnsureOnEach(_, var nodes) ->
          nodes.isAsSeen(Matching.nodes(nodes, view));
      case ProjectEffect.EnsureSuspended(var id) -> isSuspended(id, view, true);
      case ProjectEffect.EnsureResumed(var id) -> isSuspended(id, view, false);
      case NodeEffect.EnsureStillNeeded(var node, var pod, var incarnation) ->
          view.pod(pod).map(Row::state).filter(p -> holds(p, node, incarnation)).isPresent();
      case NodeEffect.EnsureStaying(_, var pod, var incarnation, _) ->
          !isLeaving(pod, incarnation, view);
      case NodeEffect.EnsureGivenUp(var node, var pod, var incarnation, _) ->
          view.pod(pod).map(Row::state).filter(p -> !waitsFor(p, node, incarnation)).isPresent();
      case ClusterEffect.EnsureLost(var node, var time) -> knowsOutage(node, time, false, view);
      case ClusterEffect.EnsureBack(var node, var time) -> knowsOutage(node, time, true, view);
      case PodEffect.EnsureReported(var pod, var report) -> knows(pod.owner(), report, view);
      default -> false;
    };
  }

  private static boolean runs(Assignment assignment, View view) {
    var pod = view.pod(assignment.pod()).map(Row::state);
    return pod.filter(p -> !(p instanceof Pod.Stopping) && !isStoppedByUser(p))
            .flatMap(Pod::lived)
            .filter(life -> life.assignment().equals(assignment))
            .isPresent()
        && pod.flatMap(PodReport::of)
            .filter(report -> knows(assignment.pod().owner(), report, view))
            .isPresent();
  }

  /// It has its assignment still, yet only a new one starts it again.
  private static boolean isStoppedByUser(Pod pod) {
    return pod instanceof Pod.Stopped(_, _, var why) && why.isEmpty();
  }

  private static boolean isStopped(PodId id, View view) {
    var pod = view.pod(id).map(Row::state).filter(p -> !(p instanceof Pod.Absent));
    // What never lived, or is gone, has nothing to stop.
    if (pod.isEmpty()) return true;
    return pod.filter(p -> p instanceof Pod.Stopped(_, _, var why) && why.isEmpty()).isPresent()
        && pod.flatMap(PodReport::of).filter(r -> knows(id.owner(), r, view)).isPresent();
  }

  private static boolean lists(DeploymentId id, View view) {
    return view.project(id.project())
        .map(Row::state)
        .filter(
            p -> p instanceof Project.Active project && project.deployments().contains(id.name()))
        .isPresent();
  }

  private static boolean isSuspended(String project, View view) {
    return view.project(project)
        .map(Row::state)
        .filter(p -> p instanceof Project.Active active && active.suspended())
        .isPresent();
  }

  private static boolean isSuspended(DeploymentId id, View view, boolean wanted) {
    return view.deployment(id)
        .map(Row::state)
        .filter(d -> d instanceof Deployment.Active active && active.suspended() == wanted)
        .isPresent();
  }

  private static boolean holds(Pod pod, String node, long incarnation) {
    return pod.lived().filter(life -> life.incarnation() == incarnation).isPresent()
        && pod.placed().filter(at -> at.node().equals(node)).isPresent();
  }

  private static boolean isLeaving(PodId pod, long incarnation, View view) {
    return view.deployment(pod.owner())
        .map(Row::state)
        .filter(Deployment.Active.class::isInstance)
        .flatMap(owner -> ((Deployment.Active) owner).slots().get(pod.index()))
        .filter(slot -> slot.leaving().equals(Optional.of(incarnation)))
        .isPresent();
  }

  private static boolean waitsFor(Pod pod, String node, long incarnation) {
    return pod instanceof Pod.Reserving(var life, var asked)
        ? life.incarnation() == incarnation && asked.equals(node)
        : !(pod instanceof Pod.Stopped || pod instanceof Pod.Failed)
            && holds(pod, node, incarnation);
  }

  private static boolean knowsOutage(String node, int time, boolean over, View view) {
    return view.node(node)
        .map(Row::state)
        .filter(Node.Registered.class::isInstance)
        .flatMap(known -> ((Node.Registered) known).outage())
        .filter(latest -> latest.time() > time || latest.equals(new Outage(time, over)))
        .isPresent();
  }

  private static boolean knows(DeploymentId owner, PodReport report, View view) {
    var slot =
        view.deployment(owner)
            .map(Row::state)
            .filter(Deployment.Active.class::isInstance)
            .map(Deployment.Active.class::cast)
            .flatMap(active -> active.slots().get(report.index()));
    if (report.phase() == Phase.GONE) return slot.isEmpty();
    return slot.filter(s -> s.revision() == report.revision() && s.phase() == report.phase())
        .isPresent();
  }
}
