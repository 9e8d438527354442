package io.helyos.http.exchange;

import io.helyos.http.problem.ProblemKind;
import io.helyos.http.problem.Refusal;
import io.helyos.model.view.View;
import io.helyos.orchestrator.history.Past;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.regex.Pattern;

/// When a question is about: a time, a duration ago, or the id of a change, which means the moment
/// after it was commanded.
public final class PointInTime {
  private static final Pattern CHANGE = Pattern.compile("[0-9a-z]{26}");

  private PointInTime() {}

  /// Refuses what is none of these.
  ///
  /// @param name of the parameter
  public static CompletionStage<Instant> of(Call call, String name, String text, Instant now) {
    var moment = Moment.read(text, now);
    if (moment.isPresent()) return CompletableFuture.completedStage(moment.get());
    if (!CHANGE.matcher(text).matches()) {
      throw Query.bad(
          "Expected `%s` to be a time such as 2030-01-31T12:00:00Z, a duration such as `10m ago` or the id of a change, found `%s`."
              .formatted(name, text));
    }
    return Past.timeOf(text, call.core().feed())
        .thenApply(time -> time.orElseThrow(() -> noChange(text)));
  }

  /// The cluster as it was at a time.
  public static CompletionStage<View> view(Call call, Instant time) {
    return Past.at(time, call.core().feed(), call.core().codec());
  }

  public static Refusal noChange(String change) {
    return Refusal.of(
        ProblemKind.NOT_FOUND,
        "There is no change %s in the journal. `helyos history` shows the changes of a thing."
            .formatted(change));
  }
}
