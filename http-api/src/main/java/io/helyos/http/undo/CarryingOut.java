package io.helyos.http.undo;

import io.helyos.http.exchange.Call;
import io.helyos.http.problem.ProblemKind;
import io.helyos.http.problem.Refusal;
import io.helyos.http.writes.Writes;
import io.helyos.model.EntityId;
import io.helyos.model.cluster.ClusterCommand.RequestUndo;
import io.helyos.model.delivery.Answer.Done;
import io.helyos.model.undo.Plan;
import io.helyos.model.undo.Plan.Part;
import io.helyos.model.undo.Plan.Step;
import io.helyos.model.undo.Planned;
import io.helyos.model.undo.Undoing;
import io.helyos.orchestrator.history.Footprints;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/// The steps of a proposal, one after the other, all under one change. What moves on beside them
/// without touching the plan is waited out; when something else comes between, what was done until
/// then is taken back.
final class CarryingOut {
  private static final int ATTEMPTS = 20;

  private final Writes writes;
  private final Call call;
  private final Proposal proposal;
  private final AtomicInteger done = new AtomicInteger();

  CarryingOut(Writes writes, Call call, Proposal proposal) {
    this.writes = writes;
    this.call = call;
    this.proposal = proposal;
  }

  CompletionStage<Done> all() {
    return writes
        .execute(call, EntityId.cluster(), proposal.intent(), Optional.empty())
        .thenCompose(intent ->
            parts(intent, proposal.plan().parts(), intent)
                .handle(
                    (last, failure) -> failure == null ? told(intent, last) : stop(intent, failure))
                .thenCompose(Function.identity()));
  }

  /// The mark is that of the last step, and the change that of all.
  private static CompletionStage<Done> told(Done intent, Done last) {
    return CompletableFuture.completedStage(
        new Done(last.entity(), last.sequence(), last.time(), intent.change(), last.value()));
  }

  private CompletionStage<Done> parts(Done intent, List<Part> parts, Done last) {
    return parts.isEmpty()
        ? CompletableFuture.completedStage(last)
        : part(intent, parts.getFirst(), ATTEMPTS)
            .thenCompose(next -> parts(intent, parts.subList(1, parts.size()), next));
  }

  private CompletionStage<Done> part(Done intent, Part part, int attempts) {
    return steps(intent, part.steps(), part.expected(), intent)
        .exceptionallyCompose(failure ->
            isPrecondition(failure) && attempts > 1
                ? again(intent, part, attempts - 1)
                : CompletableFuture.failedStage(failure));
  }

  /// Only the first step insists on a sequence: who meets it may go on with the others.
  private CompletionStage<Done> steps(
      Done intent, List<Step> steps, Optional<Long> expected, Done last) {
    if (steps.isEmpty()) return CompletableFuture.completedStage(last);
    var step = steps.getFirst();
    return writes
        .follow(call, intent, step.entity(), step.command(), expected)
        .thenCompose(next -> {
          done.incrementAndGet();
          return steps(intent, steps.subList(1, steps.size()), Optional.empty(), next);
        });
  }

  /// The entity has gone on. If that has nothing to do with the plan, the plan still holds.
  private CompletionStage<Done> again(Done intent, Part part, int attempts) {
    return CompletableFuture.supplyAsync(() -> part.entity(), later())
        .thenCompose(proposal.again())
        .thenCompose(next ->
            next.filter(part::isAs)
                .map(fresh -> part(intent, fresh, attempts))
                .orElseGet(() ->
                    CompletableFuture.failedStage(
                        Refusal.of(
                            ProblemKind.CONFLICT,
                            "%s was changed by somebody else meanwhile."
                                .formatted(part.steps().getFirst().subject())))));
  }

  private static Executor later() {
    return CompletableFuture.delayedExecutor(100, TimeUnit.MILLISECONDS);
  }

  static Throwable plain(Throwable failure) {
    var cause = failure.getCause();
    return failure instanceof CompletionException && cause != null ? cause : failure;
  }

  private static boolean isPrecondition(Throwable failure) {
    return plain(failure) instanceof Refusal refusal
        && refusal.problem().status() == ProblemKind.PRECONDITION.status();
  }

  private CompletionStage<Done> stop(Done intent, Throwable failure) {
    if (done.get() == 0) return CompletableFuture.failedStage(failure);
    var footprints = new Footprints(call.core().feed(), call.core().codec());
    return footprints
        .rows(intent.change())
        .thenCompose(rows -> footprints.of(intent.change(), rows))
        .thenCompose(all ->
            switch (Undoing.of(intent.change(), all, call.core().view(), writes.now())) {
              case Planned.Possible(var plan) -> takeBack(intent, plan);
              case Planned.Needless _ -> CompletableFuture.completedStage(intent);
              case Planned.Refused(var why) -> CompletableFuture.<Done>failedStage(Refusal.of(why));
            })
        .handle((_, second) -> told(intent, failure, second == null))
        .thenCompose(CompletableFuture::failedStage);
  }

  private CompletionStage<Done> takeBack(Done intent, Plan plan) {
    var words = new RequestUndo(intent.change(), ReversalShape.words(plan));
    return writes
        .follow(call, intent, EntityId.cluster(), words)
        .thenCompose(own -> parts(own, plan.parts(), own));
  }

  private static Refusal told(Done intent, Throwable failure, boolean isBack) {
    var rest =
        isBack
            ? "What had been done by then was taken back."
            : "What had been done by then could not be taken back: see change %s."
                .formatted(intent.change());
    return Refusal.of(ProblemKind.CONFLICT, "%s %s".formatted(plain(failure).getMessage(), rest));
  }
}
