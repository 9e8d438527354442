package io.helyos.model.pod;

import static io.helyos.model.Given.given;

import io.helyos.model.Given;
import io.helyos.model.PodId;
import io.helyos.model.pod.Health.Liveness;
import io.helyos.model.pod.PodCommand.Assign;
import io.helyos.model.pod.PodCommand.ChoosePlacement;
import io.helyos.model.pod.PodCommand.EndBackoff;
import io.helyos.model.pod.PodCommand.ReportExited;
import io.helyos.model.pod.PodCommand.ReportGone;
import io.helyos.model.pod.PodCommand.ReportGranted;
import io.helyos.model.pod.PodCommand.ReportHealth;
import io.helyos.model.pod.PodCommand.ReportStartFailed;
import io.helyos.model.pod.PodCommand.ReportStarted;
import io.helyos.model.pod.PodEffect.EnsureGone;
import io.helyos.model.pod.PodEffect.EnsurePlacement;
import io.helyos.model.pod.PodEffect.EnsureReleased;
import io.helyos.model.pod.PodEffect.EnsureReported;
import io.helyos.model.pod.PodEffect.EnsureReserved;
import io.helyos.model.pod.PodEffect.EnsureRunning;
import io.helyos.model.pod.PodReport.Phase;
import io.helyos.model.template.Backoff;
import io.helyos.model.template.PortSpec.Protocol;
import io.helyos.model.template.PublishedPort;
import io.helyos.model.template.RestartPolicy;
import io.helyos.model.template.StopPolicy;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The pod `shop/api/0` that the specifications tell of, and how far its life has come.
final class ApiPod {
  static final PodId POD = new PodId("shop", "api", 0);
  static final String NODE = "n1";
  static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  static final List<PublishedPort> PORTS =
      List.of(new PublishedPort(3000, 20_000, "", Protocol.TCP));

  private ApiPod() {}

  static Given<PodCommand, PodEvent, Pod, PodEffect> nothing() {
    return given(new PodLifecycle());
  }

  static Given<PodCommand, PodEvent, Pod, PodEffect> pending() {
    return pending(RestartPolicy.ALWAYS);
  }

  static Given<PodCommand, PodEvent, Pod, PodEffect> pending(RestartPolicy policy) {
    return nothing().and(new Assign(assignment(1, policy)));
  }

  static Given<PodCommand, PodEvent, Pod, PodEffect> reserving() {
    return pending().and(choose(1));
  }

  static Given<PodCommand, PodEvent, Pod, PodEffect> creating() {
    return creating(RestartPolicy.ALWAYS);
  }

  static Given<PodCommand, PodEvent, Pod, PodEffect> creating(RestartPolicy policy) {
    return creating(assignment(1, policy));
  }

  static Given<PodCommand, PodEvent, Pod, PodEffect> creating(Assignment assignment) {
    return nothing().and(new Assign(assignment)).and(choose(1)).and(granted(1));
  }

  static Given<PodCommand, PodEvent, Pod, PodEffect> running() {
    return running(RestartPolicy.ALWAYS);
  }

  static Given<PodCommand, PodEvent, Pod, PodEffect> running(RestartPolicy policy) {
    return creating(policy).and(started(1, 1));
  }

  static Given<PodCommand, PodEvent, Pod, PodEffect> backingOff() {
    return running().and(exited(1, 1, 1));
  }

  static Given<PodCommand, PodEvent, Pod, PodEffect> stopping() {
    return running().and(new PodCommand.Stop());
  }

  static Given<PodCommand, PodEvent, Pod, PodEffect> stopped() {
    return stopping().and(new ReportGone(1, NODE));
  }

  static Given<PodCommand, PodEvent, Pod, PodEffect> completed() {
    return running(RestartPolicy.ONFAILURE).and(exited(1, 1, 0));
  }

  static Given<PodCommand, PodEvent, Pod, PodEffect> failed() {
    return running(RestartPolicy.NEVER).and(exited(1, 1, 1));
  }

  static Given<PodCommand, PodEvent, Pod, PodEffect> removed() {
    return running().and(new PodCommand.Remove()).and(new ReportGone(1, NODE));
  }

  static Assignment assignment(int revision) {
    return assignment(revision, RestartPolicy.ALWAYS);
  }

  static Assignment assignment(int revision, RestartPolicy policy) {
    return assignment(revision, policy, Backoff.DEFAULT);
  }

  static Assignment assignment(int revision, RestartPolicy policy, Backoff backoff) {
    return assignment(revision, policy, backoff, false, false);
  }

  /// With a liveness check, a readiness check, or both.
  static Assignment checked(RestartPolicy policy, boolean checked, boolean gated) {
    return assignment(1, policy, Backoff.DEFAULT, checked, gated);
  }

  private static Assignment assignment(
      int revision, RestartPolicy policy, Backoff backoff, boolean checked, boolean gated) {
    return new Assignment(
        POD,
        revision,
        "nginx:" + revision,
        Needs.NOTHING,
        policy,
        backoff,
        StopPolicy.DEFAULT,
        checked,
        gated);
  }

  static ChoosePlacement choose(long incarnation) {
    return new ChoosePlacement(incarnation, NODE, Map.of(NODE, 0.9), Map.of());
  }

  static ReportGranted granted(long incarnation) {
    return new ReportGranted(incarnation, NODE, PORTS);
  }

  static Pod.Container container() {
    return new Pod.Container("c0ffee", "172.18.0.2", "sha256:1", NOON);
  }

  static ReportStarted started(long incarnation, int attempt) {
    return new ReportStarted(incarnation, attempt, container());
  }

  static ReportExited exited(long incarnation, int attempt, int code) {
    return new ReportExited(incarnation, attempt, exit(code));
  }

  static Exit exit(int code) {
    return new Exit(code, false, NOON, List.of());
  }

  /// The same of a container without a check, as its pod notes it: healthy since it was started.
  static Exit noted(int code) {
    return new Exit(code, false, NOON, List.of(), Optional.of(NOON), Optional.empty());
  }

  /// The agent has found that the only check does not pass, and ends the container.
  static ReportHealth unhealthy(int attempt) {
    return new ReportHealth(1, attempt, Liveness.UNHEALTHY, false, "HTTP 503", NOON);
  }

  /// Its check passes from this instant on, and so it is ready.
  static ReportHealth healthy(int attempt, Instant at) {
    return new ReportHealth(1, attempt, Liveness.HEALTHY, true, "HTTP 200", at);
  }

  static ReportStartFailed startFailed(int attempt, StartFailure failure) {
    return new ReportStartFailed(1, attempt, failure, "The engine said no.", NOON);
  }

  static EndBackoff endBackoff(int attempt) {
    return new EndBackoff(1, attempt);
  }

  static EnsurePlacement ensurePlacement(long incarnation) {
    return new EnsurePlacement(POD, incarnation, Needs.NOTHING);
  }

  static EnsureReserved ensureReserved(long incarnation) {
    return new EnsureReserved(POD, NODE, incarnation, Needs.NOTHING);
  }

  static EnsureReleased ensureReleased(long incarnation) {
    return new EnsureReleased(POD, owed(incarnation));
  }

  static Owed owed(long incarnation) {
    return new Owed(NODE, incarnation, List.of(), false);
  }

  static EnsureRunning ensureRunning(long incarnation, int attempt) {
    return ensureRunning(incarnation, attempt, 0);
  }

  static EnsureRunning ensureRunning(long incarnation, int attempt, int restarts) {
    return new EnsureRunning(POD, NODE, incarnation, attempt, restarts, 0, 1, PORTS);
  }

  static EnsureGone ensureGone(long incarnation) {
    return new EnsureGone(POD, NODE, incarnation, StopPolicy.DEFAULT);
  }

  static EnsureReported ensureReported(int revision, long incarnation, int attempt, Phase phase) {
    return new EnsureReported(POD, new PodReport(0, revision, incarnation, attempt, phase));
  }

  static EnsureReported ensureReportedGone() {
    return new EnsureReported(POD, new PodReport(0, 0, 0, 0, Phase.GONE));
  }
}
