package io.helyos.model.pod;

import io.helyos.model.PodId;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What a pod tells its deployment of itself.
///
/// @param setbacks what stands in its way
/// @param digest of the image that it runs, empty while unknown
/// @param digests of its companions' images by name, empty for a pod of one container
public record PodReport(
    int index,
    int revision,
    long incarnation,
    int attempt,
    Phase phase,
    Setbacks setbacks,
    String digest,
    Optional<Map<String, String>> digests) {
  public PodReport {
    digests = digests.map(all -> Collections.unmodifiableMap(new TreeMap<>(all)));
  }

  /// Of a pod of one container.
  public PodReport(
      int index,
      int revision,
      long incarnation,
      int attempt,
      Phase phase,
      Setbacks setbacks,
      String digest) {
    this(index, revision, incarnation, attempt, phase, setbacks, digest, Optional.empty());
  }

  /// Of a pod that nothing stands in the way of.
  public PodReport(int index, int revision, long incarnation, int attempt, Phase phase) {
    this(index, revision, incarnation, attempt, phase, Setbacks.NONE, "");
  }

  /// The life of a pod as far as its deployment decides by it.
  public enum Phase {
    /// Not up yet.
    PENDING,
    RUNNING,
    /// Runs, and is to get no traffic yet, or no more.
    UNREADY,
    /// Went down and will be started again.
    RESTARTING,
    CRASHLOOP,
    FAILED,
    /// Ended well, and wants no restart.
    COMPLETED,
    /// By the user.
    STOPPED,
    /// Nothing is left of it.
    GONE
  }

  /// How a pod stands, empty before its first life.
  public static Optional<PodReport> of(Pod pod) {
    return name(pod)
        .map(id ->
            pod.lived()
                .map(life ->
                    new PodReport(
                        id.index(),
                        life.assignment().revision(),
                        life.incarnation(),
                        life.attempt(),
                        phase(pod),
                        Setbacks.of(pod),
                        digest(pod),
                        digests(pod)))
                .orElseGet(() -> new PodReport(id.index(), 0, 0, 0, Phase.GONE)));
  }

  private static String digest(Pod pod) {
    return pod instanceof Pod.Running(_, _, var container, _) ? container.digest() : "";
  }

  private static Optional<Map<String, String>> digests(Pod pod) {
    return pod instanceof Pod.Running(var life, _, _, _)
        ? life.company().map(Company::digests).filter(all -> !all.isEmpty())
        : Optional.empty();
  }

  static Optional<PodId> name(Pod pod) {
    return pod instanceof Pod.Absent(var last, _, _)
        ? last
        : pod.lived().map(life -> life.assignment().pod());
  }

  private static Phase phase(Pod pod) {
    return CompanyStatus.lacking(pod).map(CompanyStatus::phase).orElseGet(() -> ofOwn(pod));
  }

  private static Phase ofOwn(Pod pod) {
    return switch (pod) {
      case Pod.Absent _ -> Phase.GONE;
      case Pod.Pending(var life, _, var due) when due.isPresent() -> waiting(life);
      case Pod.Pending(var life, _, _) -> life.restarts() > 0 ? Phase.RESTARTING : Phase.PENDING;
      case Pod.Reserving(var life, _) -> life.restarts() > 0 ? Phase.RESTARTING : Phase.PENDING;
      case Pod.Creating(var life, _) -> life.restarts() > 0 ? Phase.RESTARTING : Phase.PENDING;
      case Pod.Running(var life, _, _, var health) ->
          switch (health.liveness()) {
            case HEALTHY -> health.ready() ? Phase.RUNNING : Phase.UNREADY;
            case STARTING -> life.restarts() > 0 ? Phase.RESTARTING : Phase.PENDING;
            case UNHEALTHY -> Phase.RESTARTING;
          };
      case Pod.BackingOff(var life, _, _, _) -> waiting(life);
      case Pod.Stopping _ -> Phase.PENDING;
      case Pod.Stopped(_, _, var why) -> why.isPresent() ? Phase.COMPLETED : Phase.STOPPED;
      case Pod.Failed _ -> Phase.FAILED;
    };
  }

  private static Phase waiting(Life life) {
    if (life.restarts() == 0) return Phase.PENDING;
    return life.restarts() >= PodStatus.CRASH_LOOP_RESTARTS ? Phase.CRASHLOOP : Phase.RESTARTING;
  }
}
