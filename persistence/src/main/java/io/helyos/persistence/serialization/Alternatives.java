package io.helyos.persistence.serialization;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.helyos.model.EntityKind;
import io.helyos.model.access.AccessLog;
import io.helyos.model.cluster.Cluster;
import io.helyos.model.deployment.Deployment;
import io.helyos.model.node.Node;
import io.helyos.model.pod.Companion;
import io.helyos.model.pod.Pod;
import io.helyos.model.pod.PodCommand;
import io.helyos.model.project.Project;
import io.helyos.model.template.Probe;
import io.helyos.model.template.VolumeSpec;
import java.util.List;
import java.util.Map;

/// The sealed types that occur within events and states, and the short names of their records. The
/// name stands beside the fields as `is`.
final class Alternatives {
  private static final List<Sealed> ALL =
      List.of(
          new Sealed(
              Cluster.class,
              Map.of("unfounded", Cluster.Unfounded.class, "founded", Cluster.Founded.class)),
          new Sealed(
              Node.class,
              Map.of("unregistered", Node.Unregistered.class, "registered", Node.Registered.class)),
          new Sealed(
              Project.class,
              Map.of("absent", Project.Absent.class, "active", Project.Active.class)),
          new Sealed(
              Deployment.class,
              Map.of("absent", Deployment.Absent.class, "active", Deployment.Active.class)),
          new Sealed(
              Pod.class,
              Map.of(
                  "absent", Pod.Absent.class,
                  "pending", Pod.Pending.class,
                  "reserving", Pod.Reserving.class,
                  "creating", Pod.Creating.class,
                  "running", Pod.Running.class,
                  "backing-off", Pod.BackingOff.class,
                  "stopping", Pod.Stopping.class,
                  "stopped", Pod.Stopped.class,
                  "failed", Pod.Failed.class)),
          new Sealed(
              AccessLog.class,
              Map.of("empty", AccessLog.Empty.class, "kept", AccessLog.Kept.class)),
          new Sealed(
              Companion.Stand.class,
              Map.of(
                  "awaited", Companion.Stand.Awaited.class,
                  "up", Companion.Stand.Up.class,
                  "backing-off", Companion.Stand.BackingOff.class,
                  "done", Companion.Stand.Done.class,
                  "gone", Companion.Stand.Gone.class)),
          new Sealed(
              VolumeSpec.class,
              Map.of(
                  "named", VolumeSpec.Named.class,
                  "bind", VolumeSpec.Bind.class,
                  "tmpfs", VolumeSpec.Tmpfs.class)),
          new Sealed(
              Probe.Action.class,
              Map.of(
                  "http", Probe.Action.Http.class,
                  "tcp", Probe.Action.Tcp.class,
                  "exec", Probe.Action.Exec.class)),
          new Sealed(PodCommand.class, podCommands()));

  /// Reports that nobody has answered are kept with the agent's orders; the others only complete
  /// the list.
  private static Map<String, Class<?>> podCommands() {
    return Map.ofEntries(
        Map.entry("assign", PodCommand.Assign.class),
        Map.entry("stop", PodCommand.Stop.class),
        Map.entry("remove", PodCommand.Remove.class),
        Map.entry("place", PodCommand.ChoosePlacement.class),
        Map.entry("unplaceable", PodCommand.ReportUnplaceable.class),
        Map.entry("granted", PodCommand.ReportGranted.class),
        Map.entry("refused", PodCommand.ReportRefused.class),
        Map.entry("released", PodCommand.ReportReleased.class),
        Map.entry("confirm-reservation", PodCommand.ConfirmReservation.class),
        Map.entry("started", PodCommand.ReportStarted.class),
        Map.entry("health", PodCommand.ReportHealth.class),
        Map.entry("exited", PodCommand.ReportExited.class),
        Map.entry("start-failed", PodCommand.ReportStartFailed.class),
        Map.entry("gone", PodCommand.ReportGone.class),
        Map.entry("give-up", PodCommand.GiveUpNode.class),
        Map.entry("confirm-container", PodCommand.ConfirmContainer.class),
        Map.entry("end-backoff", PodCommand.EndBackoff.class),
        Map.entry("reset-restarts", PodCommand.ResetRestarts.class),
        Map.entry("open-exec", PodCommand.OpenExec.class),
        Map.entry("close-exec", PodCommand.CloseExec.class),
        Map.entry("open-copy", PodCommand.OpenCopy.class),
        Map.entry("close-copy", PodCommand.CloseCopy.class),
        Map.entry("of-companion", PodCommand.OfCompanion.class));
  }

  private Alternatives() {}

  record Sealed(Class<?> type, Map<String, Class<?>> names) {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
  private interface ByShortName {}

  static List<Sealed> all() {
    return ALL;
  }

  static Class<?> stateOf(EntityKind kind) {
    return switch (kind) {
      case CLUSTER -> Cluster.class;
      case NODE -> Node.class;
      case PROJECT -> Project.class;
      case DEPLOYMENT -> Deployment.class;
      case POD -> Pod.class;
      case ACCESS -> AccessLog.class;
    };
  }

  static SimpleModule module() {
    var module = new SimpleModule("alternatives");
    for (var sealed : ALL) {
      module.setMixInAnnotation(sealed.type(), ByShortName.class);
      sealed.names().forEach((name, type) -> module.registerSubtypes(new NamedType(type, name)));
    }
    return module;
  }
}
