package io.helyos.model.deployment;

import io.helyos.model.Decision.Accepted;
import io.helyos.model.deployment.DeploymentCommand.ReportPod;
import io.helyos.model.deployment.DeploymentCommand.ReportSteady;
import io.helyos.model.deployment.DeploymentCommand.ReviewRollout;
import io.helyos.model.deployment.DeploymentEffect.EnsureNoPod;
import io.helyos.model.deployment.DeploymentEffect.EnsurePod;
import io.helyos.model.deployment.DeploymentEffect.EnsureSteady;
import io.helyos.model.deployment.DeploymentEvent.SlotUpdated;
import io.helyos.model.deployment.RolloutEvent.SurgeBegun;
import io.helyos.model.deployment.RolloutEvent.SurgeEnded;
import io.helyos.model.pod.PodReport;
import io.helyos.model.pod.PodReport.Phase;
import io.helyos.model.pod.Setbacks;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/// A deployment and its pods in lock-step: they start, stop and fail when the test says so.
final class Fleet {
  private final DeploymentLifecycle lifecycle = new DeploymentLifecycle();
  private final Map<Integer, PodReport> pods = new TreeMap<>();
  private final List<DeploymentEvent> events = new ArrayList<>();
  private Deployment state = lifecycle.initial();
  private Instant now = Instant.EPOCH;

  /// A first revision that runs everywhere.
  static Fleet running(int replicas, UpdatePolicy update) {
    var fleet = new Fleet();
    fleet.tell(Shop.deploy("v1", replicas, update));
    fleet.allUp();
    fleet.pass(update.minReady());
    fleet.events.clear();
    return fleet;
  }

  Deployment.Active active() {
    return (Deployment.Active) state;
  }

  Rollout rollout() {
    return active().rollout();
  }

  /// What has been stored since the fleet was running.
  List<DeploymentEvent> events() {
    return events;
  }

  /// By index, the incarnation of each pod.
  String lives() {
    var text = new StringBuilder();
    pods.values().forEach(pod -> text.append(pod.incarnation()));
    return text.toString();
  }

  /// By index, the revision of each pod.
  String revisions() {
    var text = new StringBuilder();
    pods.values().forEach(pod -> text.append(pod.revision()));
    return text.toString();
  }

  Fleet tell(DeploymentCommand command) {
    if (!(lifecycle.decide(state, command, now) instanceof Accepted<DeploymentEvent>(var all))) {
      throw new AssertionError("Refused: " + command);
    }
    for (var event : all) state = lifecycle.evolve(state, event);
    events.addAll(all);
    if (!all.isEmpty()) carry();
    return this;
  }

  private void carry() {
    for (var effect : Set.copyOf(lifecycle.effects(state))) {
      if (effect instanceof EnsurePod(var wanted)) {
        var index = wanted.pod().index();
        var old = pods.get(index);
        if (old != null && old.revision() == wanted.revision()) continue;
        var life = old == null ? 1 : old.incarnation() + 1;
        pods.put(index, new PodReport(index, wanted.revision(), life, 1, Phase.PENDING));
      }
    }
    // What has to go goes one after the other: the first one may be what the next waits for.
    for (var pod = unwanted(); pod.isPresent(); pod = unwanted()) {
      pods.remove(pod.get());
      tell(Shop.reportGone(pod.get()));
    }
  }

  private Optional<Integer> unwanted() {
    return lifecycle.effects(state).stream()
        .flatMap(effect ->
            effect instanceof EnsureNoPod(var pod) ? Stream.of(pod.index()) : Stream.empty())
        .min(Integer::compare);
  }

  private PodReport pod(int index) {
    return Optional.ofNullable(pods.get(index)).orElseThrow();
  }

  /// A pod is in this phase now.
  Fleet is(int index, Phase phase) {
    return is(index, phase, Setbacks.NONE);
  }

  Fleet is(int index, Phase phase, Setbacks setbacks) {
    var pod = pod(index);
    var next =
        new PodReport(index, pod.revision(), pod.incarnation(), pod.attempt(), phase, setbacks, "");
    pods.put(index, next);
    return tell(new ReportPod(Shop.API, next));
  }

  /// A pod was restarted so often, and is on its way again.
  Fleet restarted(int index, int times) {
    return is(index, Phase.RESTARTING, new Setbacks(times, 0, false, Optional.empty()));
  }

  /// Every pod that is on its way has come up; not those that start because of it.
  Fleet allUp() {
    var starting = pods.values().stream().filter(pod -> pod.phase() == Phase.PENDING).toList();
    for (var pod : starting) {
      if (pod.equals(pods.get(pod.index()))) is(pod.index(), Phase.RUNNING);
    }
    return settled();
  }

  /// The first pod of a version without checks has stayed up for a moment.
  Fleet settled() {
    return pass(Duration.ofSeconds(2));
  }

  Fleet pass(Duration time) {
    now = now.plus(time);
    tell(new ReviewRollout(Shop.API));
    return looked();
  }

  /// What has been ready for long enough is looked at, and stands.
  private Fleet looked() {
    for (var effect : Set.copyOf(lifecycle.effects(state))) {
      if (effect instanceof EnsureSteady(var pod, var life, var attempt, var at)
          && !at.isAfter(now)) {
        tell(new ReportSteady(Shop.API, pod.index(), life, attempt));
      }
    }
    return this;
  }

  /// Time goes by, and nobody looks.
  Fleet passUnseen(Duration time) {
    now = now.plus(time);
    return tell(new ReviewRollout(Shop.API));
  }

  /// The steps until the rollout ends: `+` started, `-` stopped, `ok` all of them up.
  String trace() {
    var trace = new ArrayList<String>();
    var seen = 0;
    for (var round = 0; round < 50; round++) {
      var steps = steps(events.subList(seen, events.size()));
      seen = events.size();
      if (!steps.isEmpty()) trace.add(steps);
      if (!rollout().isMoving()) return String.join(" ", trace);
      trace.add("ok");
      allUp();
    }
    throw new AssertionError("It never ends: " + trace);
  }

  private static String steps(List<DeploymentEvent> round) {
    var begun = count(round, SurgeBegun.class);
    var updated = count(round, SlotUpdated.class);
    var ended = count(round, SurgeEnded.class);
    var text = new ArrayList<String>();
    if (begun > 0) text.add("+" + begun);
    if (updated > 0) text.add("-%d +%d".formatted(updated, updated));
    if (ended > 0) text.add("-" + ended);
    return String.join(" ", text);
  }

  private static long count(List<DeploymentEvent> round, Class<?> type) {
    return round.stream().filter(type::isInstance).count();
  }
}
