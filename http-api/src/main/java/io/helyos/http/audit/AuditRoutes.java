package io.helyos.http.audit;

import io.helyos.contract.resource.AuditKeyResource;
import io.helyos.contract.resource.AuditResource;
import io.helyos.contract.resource.CheckpointResource;
import io.helyos.http.exchange.Answers;
import io.helyos.http.exchange.Call;
import io.helyos.http.exchange.Route;
import io.helyos.http.exchange.Route.Body;
import io.helyos.http.problem.ProblemKind;
import io.helyos.http.problem.Refusal;
import io.helyos.model.EntityId;
import io.helyos.orchestrator.audit.Audit;
import io.helyos.orchestrator.audit.BrokenChain;
import io.helyos.orchestrator.audit.Chains;
import io.helyos.orchestrator.audit.Checkpoint;
import io.helyos.orchestrator.audit.SigningKey;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.http.javadsl.model.HttpResponse;

/// Whether the journal is what was written. Each question but that for the key reads all of it.
public final class AuditRoutes {
  private final SigningKey key;
  private final InstantSource clock;

  public AuditRoutes(SigningKey key, InstantSource clock) {
    this.key = key;
    this.clock = clock;
  }

  public List<Route> routes() {
    return List.of(
        Route.get("/api/v1/audit/key", this::key),
        Route.get("/api/v1/audit/checkpoint", this::checkpoint),
        Route.get("/api/v1/audit/verify", call -> verify(call, Chains.alone())),
        Route.write(
            "POST",
            "/api/v1/audit/verify",
            Body.JSON,
            call -> verify(call, Chains.against(genuine(call.json(CheckpointResource.class))))));
  }

  private CompletionStage<HttpResponse> key(Call call) {
    var answer = new AuditKeyResource(call.core().daemon(), SigningKey.ALGORITHM, key.publicHalf());
    return CompletableFuture.completedStage(Answers.json(answer));
  }

  /// A broken journal gets no signature.
  private CompletionStage<HttpResponse> checkpoint(Call call) {
    return Audit.walk(call.core().feed(), Chains.alone())
        .thenApply(chains -> {
          chains.finish(Map.of());
          return Answers.json(shape(chains.checkpoint(clock.instant(), key)));
        })
        .exceptionallyCompose(failure ->
            CompletableFuture.failedStage(
                cause(failure) instanceof BrokenChain broken
                    ? Refusal.of(ProblemKind.CONFLICT, message(broken))
                    : failure));
  }

  private static CompletionStage<HttpResponse> verify(Call call, Chains chains) {
    return Audit.walk(call.core().feed(), chains)
        .thenApply(seen -> whole(seen.finish(Map.of())))
        .exceptionallyCompose(failure ->
            cause(failure) instanceof BrokenChain broken
                ? CompletableFuture.completedStage(broken(broken))
                : CompletableFuture.failedStage(failure))
        .thenApply(Answers::json);
  }

  private static Throwable cause(Throwable failure) {
    return failure instanceof CompletionException && failure.getCause() != null
        ? failure.getCause()
        : failure;
  }

  private static AuditResource whole(Chains.Found found) {
    return new AuditResource(
        true,
        found.events(),
        found.entities(),
        found.sum(),
        "",
        0,
        "Nothing is missing, moved or changed.");
  }

  private static AuditResource broken(BrokenChain broken) {
    return new AuditResource(
        false,
        0,
        0,
        "",
        broken.entity().map(EntityId::toString).orElse(""),
        broken.sequence(),
        message(broken));
  }

  private static String message(BrokenChain broken) {
    return String.valueOf(broken.getMessage());
  }

  private static Checkpoint genuine(CheckpointResource told) {
    var checkpoint =
        new Checkpoint(
            told.time(),
            told.events(),
            told.sum(),
            told.root(),
            told.heads(),
            told.key(),
            told.signature());
    if (checkpoint.isGenuine()) return checkpoint;
    throw Refusal.of(
        ProblemKind.INVALID,
        "Expected a checkpoint as a daemon has signed it, found one that was changed. Take another copy.");
  }

  private static CheckpointResource shape(Checkpoint it) {
    return new CheckpointResource(
        it.time(), it.events(), it.sum(), it.root(), it.heads(), it.key(), it.signature());
  }
}
