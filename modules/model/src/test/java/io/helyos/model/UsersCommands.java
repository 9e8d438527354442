package io.helyos.model;

import io.helyos.model.cluster.ClusterCommand;
import io.helyos.model.deployment.DeploymentCommand;
import io.helyos.model.node.NodeCommand;
import io.helyos.model.pod.PodCommand;
import io.helyos.model.project.ProjectCommand;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Every command of the model that a user may give. A new one counts as a user's until it is named
/// here as one of the system.
final class UsersCommands {
  private static final List<Class<?>> KINDS =
      List.of(
          ClusterCommand.class,
          NodeCommand.class,
          ProjectCommand.class,
          DeploymentCommand.class,
          PodCommand.class);

  /// What entities and agents say to each other; nobody undoes that.
  private static final Set<Class<?>> OF_THE_SYSTEM =
      Set.of(
          ClusterCommand.ReportSilence.class,
          NodeCommand.Register.class,
          NodeCommand.Reserve.class,
          NodeCommand.Release.class,
          NodeCommand.Fence.class,
          NodeCommand.ReportCleared.class,
          NodeCommand.DeclareLost.class,
          NodeCommand.DeclareBack.class,
          NodeCommand.EndDrain.class,
          ProjectCommand.ListDeployment.class,
          ProjectCommand.UnlistDeployment.class,
          DeploymentCommand.Suspend.class,
          DeploymentCommand.Resume.class,
          DeploymentCommand.ReportPod.class,
          DeploymentCommand.ReportNodes.class,
          DeploymentCommand.ReviewRollout.class,
          DeploymentCommand.ReportSteady.class,
          DeploymentCommand.Expire.class,
          DeploymentCommand.LeaveNode.class,
          DeploymentCommand.StayOnNode.class,
          PodCommand.Assign.class,
          PodCommand.Stop.class,
          PodCommand.Remove.class,
          PodCommand.ChoosePlacement.class,
          PodCommand.ReportUnplaceable.class,
          PodCommand.ReportGranted.class,
          PodCommand.ReportRefused.class,
          PodCommand.ReportReleased.class,
          PodCommand.ConfirmReservation.class,
          PodCommand.ReportStarted.class,
          PodCommand.ReportHealth.class,
          PodCommand.ReportExited.class,
          PodCommand.ReportStartFailed.class,
          PodCommand.ReportGone.class,
          PodCommand.GiveUpNode.class,
          PodCommand.ConfirmContainer.class,
          PodCommand.EndBackoff.class,
          PodCommand.ResetRestarts.class,
          PodCommand.CloseExec.class,
          PodCommand.CloseCopy.class,
          PodCommand.OfCompanion.class);

  /// What these bring about is undone; they themselves only stand in the books.
  private static final Set<Class<?>> OF_OTHERS =
      Set.of(ClusterCommand.RequestUndo.class, ClusterCommand.RequestRestore.class);

  private UsersCommands() {}

  static Set<Class<?>> all() {
    return of(KINDS);
  }

  static Set<Class<?>> of(List<Class<?>> kinds) {
    return kinds.stream()
        .flatMap(UsersCommands::records)
        .filter(type -> !OF_THE_SYSTEM.contains(type) && !OF_OTHERS.contains(type))
        .collect(Collectors.toSet());
  }

  private static Stream<Class<?>> records(Class<?> type) {
    return type.isSealed()
        ? Arrays.stream(type.getPermittedSubclasses()).flatMap(UsersCommands::records)
        : Stream.of(type);
  }
}
