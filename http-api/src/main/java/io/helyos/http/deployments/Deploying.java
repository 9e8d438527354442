package io.helyos.http.deployments;

import io.helyos.http.exchange.Call;
import io.helyos.http.naming.Found;
import io.helyos.http.naming.Names;
import io.helyos.http.naming.Rows;
import io.helyos.http.problem.ProblemKind;
import io.helyos.http.problem.Refusal;
import io.helyos.http.writes.Precondition;
import io.helyos.http.writes.Writes;
import io.helyos.model.DeploymentId;
import io.helyos.model.EntityId;
import io.helyos.model.delivery.Answer.Done;
import io.helyos.model.deployment.DeploymentCommand.Deploy;
import io.helyos.model.project.Project;
import io.helyos.model.project.ProjectCommand.ListDeployment;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/// The two commands of a deploy: the deployment decides, then its project lists it, so that both
/// are there when the write is answered. Should the second get lost, the deployment repeats it
/// itself.
final class Deploying {
  private final Writes writes;

  Deploying(Writes writes) {
    this.writes = writes;
  }

  CompletionStage<Done> deploy(Call call, Deploy command) {
    refuseSuspended(call, command.id());
    var deployed =
        Precondition.isForNew(call) && !isOfAnother(call, command.id())
            ? create(call, command)
            : writes.execute(call, command.id().entity(), command);
    return deployed.thenCompose(done -> listed(call, command.id(), done));
  }

  /// Of two that come at once, the entity takes one.
  private CompletionStage<Done> create(Call call, Deploy command) {
    var entity = command.id().entity();
    var absent = Optional.of(Precondition.absent(call, entity));
    return writes
        .execute(call, entity, command, absent)
        .exceptionallyCompose(failure -> CompletableFuture.failedStage(told(failure, command)));
  }

  private static Throwable told(Throwable failure, Deploy command) {
    var why = failure instanceof CompletionException ? failure.getCause() : failure;
    var isThere =
        why instanceof Refusal refusal
            && refusal.problem().status() == ProblemKind.PRECONDITION.status();
    return isThere
        ? Refusal.of(
            ProblemKind.PRECONDITION,
            "Expected no deployment %s yet (If-None-Match: *), found one. Remove it first, or deploy without the header to change it."
                .formatted(command.id()))
        : failure;
  }

  /// Another split of the same letters: its entity names it in its refusal.
  private static boolean isOfAnother(Call call, DeploymentId id) {
    return Rows.exists(call.view(), id.entity()) && Names.deployment(call.view(), id).isEmpty();
  }

  private CompletionStage<Done> listed(Call call, DeploymentId id, Done done) {
    var command = new ListDeployment(id.project(), id.name());
    return writes.follow(call, done, EntityId.project(id.project()), command).thenApply(_ -> done);
  }

  private static void refuseSuspended(Call call, DeploymentId id) {
    Names.project(call.view(), id.project())
        .map(Found::state)
        .filter(Project.Active::suspended)
        .ifPresent(project -> {
          throw Refusal.of(
              ProblemKind.CONFLICT,
              "Project %s is suspended. Resume it first (`helyos project resume %s`)."
                  .formatted(id.project(), id.project()));
        });
  }
}
