package io.helyos.http.undo;

import io.helyos.contract.resource.ReversalResource;
import io.helyos.http.problem.ProblemKind;
import io.helyos.http.problem.Refusal;
import io.helyos.model.EntityId;
import io.helyos.model.cluster.ClusterCommand;
import io.helyos.model.undo.Plan;
import io.helyos.model.undo.Plan.Part;
import io.helyos.model.undo.Planned;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/// A plan as it is shown, and what is needed to carry it out.
///
/// @param intent what goes into the books before anything is done, and is the cause of all that is
/// @param again the part of one entity thought through once more, when that has moved on meanwhile
record Proposal(
    Plan plan,
    ClusterCommand intent,
    ReversalResource shape,
    Function<EntityId, CompletionStage<Optional<Part>>> again) {
  /// The plan, or a refusal with the reason.
  static Plan required(Planned planned) {
    return switch (planned) {
      case Planned.Possible(var plan) -> plan;
      case Planned.Needless(var why) -> throw Refusal.of(ProblemKind.NEEDLESS, why);
      case Planned.Refused(var why) -> throw Refusal.of(why);
    };
  }
}
