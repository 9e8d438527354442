package io.helyos.model.delivery;

import io.helyos.model.Rejection.Kind;
import io.helyos.model.delivery.Answer.Done;
import io.helyos.model.delivery.Answer.Refused;
import io.helyos.model.deployment.DeploymentCommand;
import io.helyos.model.deployment.DeploymentEffect;
import io.helyos.model.node.Granted;
import io.helyos.model.node.NodeCommand;
import io.helyos.model.node.NodeEffect;
import io.helyos.model.pod.PodCommand;
import io.helyos.model.pod.PodEffect;
import io.helyos.model.pod.PodReport;
import io.helyos.model.pod.PodReport.Phase;
import io.helyos.model.project.Listed;
import io.helyos.model.project.ProjectCommand;
import io.helyos.model.project.ProjectEffect;
import java.util.List;
import java.util.Optional;

/// What an entity makes of the answer to one of its effects: a command to itself, or nothing.
public final class Answers {
  private Answers() {}

  public static Optional<Object> command(Object effect, Answer answer) {
    return switch (effect) {
      case PodEffect e -> ofPod(e, answer);
      case DeploymentEffect e -> ofDeployment(e, answer);
      case NodeEffect.EnsureStillNeeded(_, var pod, var incarnation)
          when isRefused(answer, Kind.STALE) ->
          Optional.of(new NodeCommand.Release(pod, incarnation, List.of()));
      // The name belongs to another deployment by now, which is listed elsewhere.
      case ProjectEffect.EnsureSuspended(var id) when isRefused(answer, Kind.NOT_FOUND) ->
          Optional.of(new ProjectCommand.UnlistDeployment(id.name()));
      case ProjectEffect.EnsureResumed(var id) when isRefused(answer, Kind.NOT_FOUND) ->
          Optional.of(new ProjectCommand.UnlistDeployment(id.name()));
      default -> Optional.empty();
    };
  }

  private static Optional<Object> ofPod(PodEffect effect, Answer answer) {
    return switch (effect) {
      case PodEffect.EnsureReserved reserved -> Optional.of(reservation(reserved, answer));
      case PodEffect.EnsureReleased(_, var owed) when answer instanceof Done ->
          Optional.of(new PodCommand.ReportReleased(owed.incarnation(), owed.node()));
      // Its deployment has no such slot: nobody else would ever remove this pod.
      case PodEffect.EnsureReported(_, var report)
          when report.phase() != Phase.GONE && isRefused(answer, Kind.NOT_FOUND) ->
          Optional.of(new PodCommand.Remove());
      default -> Optional.empty();
    };
  }

  private static PodCommand reservation(PodEffect.EnsureReserved asked, Answer answer) {
    return switch (answer) {
      case Done(_, _, _, _, Granted(var ports)) ->
          new PodCommand.ReportGranted(asked.incarnation(), asked.node(), ports);
      case Done done ->
          throw new IllegalStateException("%s has no answer: %s".formatted(asked, done));
      case Refused(_, var why) ->
          new PodCommand.ReportRefused(asked.incarnation(), asked.node(), why.message());
    };
  }

  private static Optional<Object> ofDeployment(DeploymentEffect effect, Answer answer) {
    return switch (effect) {
      case DeploymentEffect.EnsurePod(var assignment)
          when answer instanceof Done(_, _, _, _, PodReport report)
              && report.phase() != Phase.PENDING ->
          Optional.of(new DeploymentCommand.ReportPod(assignment.pod().owner(), report));
      case DeploymentEffect.EnsureListed(var id, var suspended)
          when answer instanceof Done(_, _, _, _, Listed(var truly)) && truly != suspended ->
          Optional.of(truly ? new DeploymentCommand.Suspend(id) : new DeploymentCommand.Resume(id));
      case DeploymentEffect.EnsureStopped(var pod)
          when answer instanceof Done(_, _, _, _, PodReport report)
              && report.phase() != Phase.PENDING ->
          Optional.of(new DeploymentCommand.ReportPod(pod.owner(), report));
      case DeploymentEffect.EnsureNoPod(var pod) when answer instanceof Done done && isGone(done) ->
          Optional.of(
              new DeploymentCommand.ReportPod(
                  pod.owner(), new PodReport(pod.index(), 0, 0, 0, Phase.GONE)));
      default -> Optional.empty();
    };
  }

  private static boolean isRefused(Answer answer, Kind kind) {
    return answer instanceof Refused(_, var why) && why.kind() == kind;
  }

  /// A pod that never lived has no report of its own; it is gone as well.
  private static boolean isGone(Done done) {
    return !(done.value() instanceof PodReport report) || report.phase() == Phase.GONE;
  }

  /// Whether the effect need not be sent again: it was answered in the only way it can be.
  public static boolean settles(Object effect, Answer answer) {
    return switch (answer) {
      case Done _ -> true;
      case Refused(_, var why) ->
          why.kind() == Kind.STALE
              || effect instanceof PodEffect.EnsureReserved
              || effect instanceof PodEffect.EnsureReported;
    };
  }
}
