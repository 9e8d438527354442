package io.helyos.http.writes;

import io.helyos.contract.resource.ChangeAnswer;
import io.helyos.http.exchange.Query;
import io.helyos.http.naming.Rows;
import io.helyos.http.problem.ProblemKind;
import io.helyos.http.problem.Refusal;
import io.helyos.model.EntityId;
import io.helyos.orchestrator.Orchestrator;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/// Lets a read see the write that its mark names. A mark was given for an event that is durable, so
/// one that the journal does not hold is from a journal that is gone, and nobody need wait for it.
public final class ReadMarks {
  private ReadMarks() {}

  public static CompletionStage<Void> await(Orchestrator core, String mark) {
    var entity = entity(mark);
    var sequence = sequence(mark);
    var row = Rows.of(core.view(), entity);
    if (row.filter(it -> it.sequence() >= sequence).isPresent()) {
      return CompletableFuture.completedStage(null);
    }
    // The feed may not have it yet when another daemon has written it.
    return core.feed()
        .stored(entity, sequence, sequence)
        .thenCompose(events ->
            events.isEmpty()
                ? CompletableFuture.failedStage(unknown())
                : core.seen(entity, sequence));
  }

  private static EntityId entity(String mark) {
    try {
      return EntityId.parse(mark.substring(0, Math.max(mark.lastIndexOf('@'), 0)));
    } catch (IllegalArgumentException e) {
      throw malformed();
    }
  }

  private static long sequence(String mark) {
    try {
      var sequence = Long.parseLong(mark.substring(mark.lastIndexOf('@') + 1));
      if (sequence > 0) return sequence;
    } catch (NumberFormatException e) {
      // Said below, together with sequences that cannot be.
    }
    throw malformed();
  }

  private static Refusal malformed() {
    return Query.bad(
        "Expected %s to be as the answer to a write gave it, entity@sequence; found another form."
            .formatted(ChangeAnswer.AFTER_HEADER));
  }

  private static Refusal unknown() {
    return Refusal.of(
        ProblemKind.UNKNOWN_MARK,
        "This journal does not hold the event that %s names: it is of another cluster or was wiped. Send the request without it."
            .formatted(ChangeAnswer.AFTER_HEADER));
  }
}
