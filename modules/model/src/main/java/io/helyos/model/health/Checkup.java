package io.helyos.model.health;

import io.helyos.model.health.ProbeRun.Verdict;
import io.helyos.model.pod.Health;
import io.helyos.model.pod.Health.Liveness;
import io.helyos.model.pod.NextAttempt;
import io.helyos.model.port.ProbeAnswer;
import io.helyos.model.template.PodTemplate;
import io.helyos.model.template.Probe;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All checks of one running container, and what they say of its health.
///
/// @param container its id
/// @param address its own, as the engine says it
/// @param recovered since when it was healthy, had it been so for long enough to start its pod's
///   restart counter anew before it became unhealthy
public record Checkup(
    String container,
    String address,
    Map<Kind, ProbeRun> runs,
    Health health,
    Optional<Instant> recovered) {
  /// What a check is for.
  public enum Kind {
    LIVENESS,
    READINESS
  }

  public Checkup {
    runs = Map.copyOf(runs);
  }

  /// Of a container that has just been found running.
  ///
  /// @param known what its pod knows of its health so far
  public static Checkup begin(
      PodTemplate template,
      String container,
      String address,
      Instant startedAt,
      Health known,
      Instant now) {
    var runs = new EnumMap<Kind, ProbeRun>(Kind.class);
    template
        .health()
        .ifPresent(probe ->
            runs.put(
                Kind.LIVENESS,
                ProbeRun.begin(
                    probe, startedAt, now, verdict(known.liveness() == Liveness.HEALTHY))));
    template
        .readiness()
        .ifPresent(probe ->
            runs.put(
                Kind.READINESS, ProbeRun.begin(probe, startedAt, now, verdict(known.ready()))));
    return new Checkup(container, address, runs, known, Optional.empty());
  }

  private static Verdict verdict(boolean passed) {
    return passed ? Verdict.PASSED : Verdict.UNKNOWN;
  }

  public boolean isUnhealthy() {
    return health.liveness() == Liveness.UNHEALTHY;
  }

  /// The checks whose time has come. A container that is being ended is asked no more.
  public List<Kind> due(Instant now) {
    return isUnhealthy()
        ? List.of()
        : List.of(Kind.values()).stream()
            .filter(kind -> runs.containsKey(kind) && run(kind).isDue(now))
            .toList();
  }

  /// When the next question is due; empty when none is, or all wait for their answers.
  public Optional<Instant> next() {
    return isUnhealthy()
        ? Optional.empty()
        : runs.values().stream()
            .filter(run -> !run.asking())
            .map(ProbeRun::due)
            .min(Instant::compareTo);
  }

  public Probe probe(Kind kind) {
    return run(kind).probe();
  }

  public Checkup asked(Kind kind, Instant now) {
    return with(kind, run(kind).asked(now), health);
  }

  /// Only what changes the verdict on a check is told of; all other answers are alike.
  public Checkup answered(Kind kind, ProbeAnswer answer, Instant now) {
    // What comes late of a container that is being ended is not the reason of its end.
    if (isUnhealthy()) return this;
    var run = run(kind).answered(answer, now);
    var after = with(kind, run, health);
    var changed = run.verdict() != run(kind).verdict();
    var liveness = after.liveness();
    return changed
        ? after
            .remembering(liveness, now)
            .with(
                kind, run, health.becoming(liveness, after.isReady(liveness), answer.words(), now))
        : after;
  }

  private Checkup remembering(Liveness next, Instant now) {
    var lasted =
        next == Liveness.UNHEALTHY
            && health.liveness() == Liveness.HEALTHY
            && !health.since().plus(NextAttempt.HEALTHY).isAfter(now);
    return lasted
        ? new Checkup(container, address, runs, health, Optional.of(health.since()))
        : this;
  }

  /// Since when it is healthy, or was for long enough before it became unhealthy.
  public Optional<Instant> healthySince() {
    return health.liveness() == Liveness.HEALTHY ? Optional.of(health.since()) : recovered;
  }

  private Liveness liveness() {
    var run = runs.get(Kind.LIVENESS);
    if (run == null) return Liveness.HEALTHY;
    return switch (run.verdict()) {
      case UNKNOWN -> Liveness.STARTING;
      case PASSED -> Liveness.HEALTHY;
      case FAILED -> Liveness.UNHEALTHY;
    };
  }

  private boolean isReady(Liveness liveness) {
    var run = runs.get(Kind.READINESS);
    return liveness == Liveness.HEALTHY && (run == null || run.verdict() == Verdict.PASSED);
  }

  private ProbeRun run(Kind kind) {
    var run = runs.get(kind);
    if (run == null) throw new IllegalArgumentException("There is no check of " + kind);
    return run;
  }

  private Checkup with(Kind kind, ProbeRun run, Health now) {
    var all = new EnumMap<Kind, ProbeRun>(runs);
    all.put(kind, run);
    return new Checkup(container, address, all, now, recovered);
  }
}
