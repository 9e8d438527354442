package io.helyos.model.pod;

import java.util.Locale;
import java.util.Optional;

/// The eight words that users see for a pod's state.
public enum PodStatus {
  PENDING("Pending"),
  CREATING("Creating"),
  RUNNING("Running"),
  STOPPING("Stopping"),
  STOPPED("Stopped"),
  FAILED("Failed"),
  RESTARTING("Restarting"),
  CRASH_LOOP_BACKOFF("CrashLoopBackoff");

  /// From this restart on a waiting pod shows CrashLoopBackoff; the figure is the specification's.
  public static final int CRASH_LOOP_RESTARTS = 10;

  private final String word;

  PodStatus(String word) {
    this.word = word;
  }

  /// As tables print it.
  public String word() {
    return word;
  }

  /// As JSON carries it.
  public String json() {
    return word.toLowerCase(Locale.ROOT);
  }

  /// Empty for a pod that does not exist. A pod of several shows the first that is not as it should
  /// be.
  public static Optional<PodStatus> of(Pod pod) {
    return CompanyStatus.lacking(pod).map(CompanyStatus::status).or(() -> ofOwn(pod));
  }

  private static Optional<PodStatus> ofOwn(Pod pod) {
    return switch (pod) {
      case Pod.Absent _ -> Optional.empty();
      case Pod.Pending(var life, _, var due) when due.isPresent() ->
          Optional.of(life.pullFailures() > 0 ? PENDING : waiting(life));
      case Pod.Pending(var life, _, _) -> Optional.of(life.restarts() > 0 ? RESTARTING : PENDING);
      case Pod.Reserving(var life, _) -> Optional.of(life.restarts() > 0 ? RESTARTING : PENDING);
      case Pod.Creating(var life, _) -> Optional.of(life.restarts() > 0 ? RESTARTING : CREATING);
      case Pod.Running(var life, _, _, var health) ->
          switch (health.liveness()) {
            case HEALTHY -> Optional.of(RUNNING);
            case STARTING -> Optional.of(life.restarts() > 0 ? RESTARTING : CREATING);
            case UNHEALTHY -> Optional.of(RESTARTING);
          };
      case Pod.BackingOff(var life, _, _, _) when life.pullFailures() > 0 -> Optional.of(CREATING);
      case Pod.BackingOff(var life, _, _, _) -> Optional.of(waiting(life));
      case Pod.Stopping _ -> Optional.of(STOPPING);
      case Pod.Stopped _ -> Optional.of(STOPPED);
      case Pod.Failed _ -> Optional.of(FAILED);
    };
  }

  private static PodStatus waiting(Life life) {
    return waiting(life.restarts());
  }

  static PodStatus waiting(int restarts) {
    return restarts >= CRASH_LOOP_RESTARTS ? CRASH_LOOP_BACKOFF : RESTARTING;
  }

  /// Why the pod is not simply running, if there is something to say.
  public static Optional<Trouble> trouble(Pod pod) {
    return CompanyStatus.lacking(pod)
        .map(CompanyStatus::trouble)
        .orElseGet(() -> troubleOfOwn(pod));
  }

  private static Optional<Trouble> troubleOfOwn(Pod pod) {
    return switch (pod) {
      case Pod.Pending(_, var why, _) -> why;
      case Pod.BackingOff(_, _, var why, _) -> Optional.of(why);
      case Pod.Stopped(_, _, var why) -> why;
      case Pod.Failed(_, _, var why) -> Optional.of(why);
      case Pod.Running(_, _, _, var health) -> trouble(health);
      // Until the next attempt runs, what has ended the last one is why it does not.
      case Pod.Reserving(var life, _) -> life.last();
      case Pod.Creating(var life, _) -> life.last();
      case Pod.Absent _, Pod.Stopping _ -> Optional.empty();
    };
  }

  static Optional<Trouble> trouble(Health health) {
    var said = health.answer().isEmpty() ? "" : " It last said: " + health.answer();
    return switch (health.liveness()) {
      case HEALTHY ->
          health.ready()
              ? Optional.empty()
              : Optional.of(
                  new Trouble(
                      "NotReady",
                      "The readiness check does not pass, so it gets no traffic." + said));
      case STARTING ->
          Optional.of(
              new Trouble(
                  "HealthcheckStarting",
                  "It runs, and its healthcheck has not passed yet." + said));
      case UNHEALTHY ->
          Optional.of(
              new Trouble(
                  "Unhealthy", "The healthcheck has failed; the container is being ended." + said));
    };
  }
}
