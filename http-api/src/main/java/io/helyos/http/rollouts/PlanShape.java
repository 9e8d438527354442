package io.helyos.http.rollouts;

import io.helyos.contract.resource.PlanResource;
import io.helyos.http.exchange.Call;
import io.helyos.model.delivery.Matching;
import io.helyos.model.deployment.Deployment;
import io.helyos.model.deployment.Forecast;
import io.helyos.model.deployment.Forecast.Action;
import io.helyos.model.deployment.Forecast.Move;
import io.helyos.model.scheduling.Scheduler;
import io.helyos.model.scheduling.Verdict;
import io.helyos.orchestrator.placement.Candidates;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a deploy would do, and where the scheduler would put each pod by what is known now.
public final class PlanShape {
  /// Later than any life that a node has seen.
  private static final long NEXT_LIFE = Long.MAX_VALUE;

  private final Candidates candidates;
  private final Instant now;

  private PlanShape(Candidates candidates, Instant now) {
    this.candidates = candidates;
    this.now = now;
  }

  public static PlanResource of(Call call, Deployment before, Deployment after, Instant now) {
    var forecast = Forecast.of(before, after, now, nodes -> Matching.nodes(nodes, call.view()));
    var candidates = new Candidates(call.view(), call.core()::trouble);
    var shape = new PlanShape(candidates, now);
    return new PlanResource(
        change(before, after),
        forecast.moves().stream().map(shape::step).toList(),
        forecast.isWhole());
  }

  private static String change(Deployment before, Deployment after) {
    if (before.equals(after)) return "unchanged";
    return before instanceof Deployment.Absent ? "created" : "updated";
  }

  private PlanResource.Step step(Move move) {
    if (move.action() == Action.REMOVE) return step(move, null, "");
    var pod = move.assignment().pod();
    var needs = move.assignment().needs();
    return switch (Scheduler.choose(
        candidates.strategy(), pod, NEXT_LIFE, needs, candidates.of(pod, now), now)) {
      case Verdict.Chosen(var node, _, _) -> {
        candidates.assume(pod, NEXT_LIFE, node, needs, now);
        yield step(move, node, "");
      }
      case Verdict.NoneFits(var against) -> step(move, null, reasons(against));
    };
  }

  private static PlanResource.Step step(Move move, @Nullable String node, String why) {
    return new PlanResource.Step(
        move.round(),
        move.action().name().toLowerCase(Locale.ROOT),
        move.assignment().pod().podName(),
        move.assignment().revision(),
        node,
        why);
  }

  private static String reasons(Map<String, String> against) {
    return against.isEmpty()
        ? "no node has registered yet"
        : against.entrySet().stream()
            .map(entry -> entry.getKey() + ": " + entry.getValue())
            .collect(Collectors.joining("; "));
  }
}
