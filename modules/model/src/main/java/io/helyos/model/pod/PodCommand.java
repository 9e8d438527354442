package io.helyos.model.pod;

import io.helyos.model.template.PublishedPort;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What may be asked of a pod, or reported to it. News carries incarnation and attempt, so that
/// what is late is recognised.
public sealed interface PodCommand {
  /// From the deployment: run this. Repeating it changes nothing.
  record Assign(Assignment assignment) implements PodCommand {}

  /// From the deployment: be stopped, keep the definition.
  record Stop() implements PodCommand {}

  /// From the deployment: be gone.
  record Remove() implements PodCommand {}

  /// The scheduler's choice, with its scores and the reason against each other node.
  record ChoosePlacement(
      long incarnation, String node, Map<String, Double> scores, Map<String, String> against)
      implements PodCommand {}

  /// No node fits; the reasons by node.
  record ReportUnplaceable(long incarnation, Map<String, String> against) implements PodCommand {}

  record ReportGranted(long incarnation, String node, List<PublishedPort> ports)
      implements PodCommand {}

  record ReportRefused(long incarnation, String node, String reason) implements PodCommand {}

  record ReportReleased(long incarnation, String node) implements PodCommand {}

  /// From the node: do you still need this reservation?
  record ConfirmReservation(long incarnation, String node) implements PodCommand {}

  record ReportStarted(long incarnation, int attempt, Pod.Container container)
      implements PodCommand {}

  /// The container answers its checks differently from before.
  ///
  /// @param answer of the check, for people
  record ReportHealth(
      long incarnation,
      int attempt,
      Health.Liveness liveness,
      boolean ready,
      String answer,
      Instant at)
      implements PodCommand {}

  /// The container has ended.
  ///
  /// @param container its id; empty when nobody knows it
  record ReportExited(long incarnation, int attempt, String container, Exit exit)
      implements PodCommand {
    public ReportExited(long incarnation, int attempt, Exit exit) {
      this(incarnation, attempt, "", exit);
    }
  }

  record ReportStartFailed(
      long incarnation, int attempt, StartFailure failure, String message, Instant at)
      implements PodCommand {}

  /// Nothing of this or a lower incarnation is left on the node.
  record ReportGone(long incarnation, String node) implements PodCommand {}

  /// From the cluster: the node of this incarnation does not answer and is not waited for.
  record GiveUpNode(long incarnation, String node) implements PodCommand {}

  /// The agent found a container without an order: is it yours?
  record ConfirmContainer(long incarnation, int attempt, String node) implements PodCommand {}

  record EndBackoff(long incarnation, int attempt) implements PodCommand {}

  /// Ten minutes of unbroken health are over.
  record ResetRestarts(long incarnation, int attempt) implements PodCommand {}

  /// From a user who wants into the container. Who may hears where it is.
  sealed interface Visit permits OpenExec, OpenCopy {}

  /// A command is to be run in the container.
  ///
  /// @param exec id of the running of this command
  /// @param user that it runs as, empty for the container's own
  record OpenExec(String exec, List<String> command, boolean tty, Optional<String> user)
      implements PodCommand, Visit {}

  /// A user's command has ended, or is not talked with any more.
  ///
  /// @param exitCode empty when nobody knows it
  /// @param why there is no exit code
  record CloseExec(
      long incarnation, int attempt, String exec, Optional<Integer> exitCode, String why)
      implements PodCommand {}

  /// Files are to be copied between the user and the container.
  ///
  /// @param copy id of this copying
  /// @param into whether they go into the container, and not out of it
  /// @param path in the container: of what is read, or of the directory that is written into
  record OpenCopy(String copy, boolean into, String path) implements PodCommand, Visit {}

  /// A user's copying is over.
  ///
  /// @param bytes that went over, as an archive
  /// @param why it was broken off; empty when it came to its end
  record CloseCopy(long incarnation, int attempt, String copy, long bytes, String why)
      implements PodCommand {}

  /// The same of a companion, or to it, that could be said of the pod's own container.
  record OfCompanion(String companion, PodCommand news) implements PodCommand {}
}
