package io.helyos.http.undo;

import io.helyos.contract.resource.ReversalResource;
import io.helyos.http.exchange.Answers;
import io.helyos.http.exchange.Call;
import io.helyos.http.problem.ProblemKind;
import io.helyos.http.problem.Refusal;
import io.helyos.http.writes.Writes;
import io.helyos.model.Decider.Accepted;
import io.helyos.model.delivery.Answer.Done;
import io.helyos.model.journal.FeedRow;
import io.helyos.orchestrator.history.Footprints;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.apache.pekko.http.javadsl.model.HttpResponse;

/// A proposal is shown with a tag, and taken with it: nobody gets done what was not shown.
final class Offer {
  private static final ReversalResource REPEATED =
      new ReversalResource(
          "",
          "",
          null,
          List.of(),
          List.of("This was done already, when the same request came for the first time."));

  private final Writes writes;
  private final Call call;

  Offer(Writes writes, Call call) {
    this.writes = writes;
    this.call = call;
  }

  static HttpResponse show(Proposal proposal) {
    return Answers.with(
        Answers.json(proposal.shape()), "ETag", ReversalShape.tag(proposal.shape()));
  }

  CompletionStage<HttpResponse> take(Supplier<CompletionStage<Proposal>> proposal) {
    return earlier()
        .thenCompose(rows ->
            rows.isEmpty()
                ? proposal.get().thenCompose(this::carryOutAsShown)
                : goOn(rows.getLast(), proposal));
  }

  /// The daemon that began with it may have been lost on the way: what is missing is done.
  private CompletionStage<HttpResponse> goOn(
      FeedRow last, Supplier<CompletionStage<Proposal>> proposal) {
    return proposal
        .get()
        .thenCompose(this::carryOut)
        .exceptionallyCompose(failure ->
            isNeedless(failure)
                ? CompletableFuture.completedStage(repeated(last))
                : CompletableFuture.failedStage(failure));
  }

  private static boolean isNeedless(Throwable failure) {
    return CarryingOut.plain(failure) instanceof Refusal refusal
        && ProblemKind.NEEDLESS.code().equals(refusal.problem().code());
  }

  /// What a request with the same key has done.
  private CompletionStage<List<FeedRow>> earlier() {
    return writes
        .change(call)
        .map(own -> new Footprints(call.core().feed(), call.core().codec()).rows(own))
        .orElseGet(() -> CompletableFuture.completedStage(List.of()));
  }

  private static HttpResponse repeated(FeedRow row) {
    var recorded = row.recorded();
    var done =
        new Done(
            row.entity(), row.sequence(), recorded.time(), recorded.change(), Accepted.ACCEPTED);
    return Writes.answer(200, REPEATED, done);
  }

  private CompletionStage<HttpResponse> carryOutAsShown(Proposal proposal) {
    var tag = call.header("If-Match").filter(text -> !text.equals("*"));
    if (tag.isPresent() && !tag.get().equals(ReversalShape.tag(proposal.shape()))) {
      throw Refusal.of(
          ProblemKind.PRECONDITION,
          "The plan is another one than was shown: something has changed meanwhile. Look at it again.");
    }
    return carryOut(proposal);
  }

  private CompletionStage<HttpResponse> carryOut(Proposal proposal) {
    return new CarryingOut(writes, call, proposal)
        .all()
        .thenApply(done -> Writes.answer(200, proposal.shape(), done));
  }
}
