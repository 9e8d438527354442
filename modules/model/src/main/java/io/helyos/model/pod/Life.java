package io.helyos.model.pod;

import java.util.ArrayList;
import java.util.List;

/// What a pod carries through all its states.
///
/// @param incarnation the n-th life of the slot; grows with each placement
/// @param attempt the n-th container start within the incarnation
/// @param restarts since the counter was last reset; drives the back-off
/// @param pullFailures in a row; they have their own back-off
/// @param owed reservations to be given back
public record Life(
    Assignment assignment,
    long incarnation,
    int attempt,
    int restarts,
    int pullFailures,
    List<Owed> owed) {
  public Life {
    owed = List.copyOf(owed);
  }

  static Life first(Assignment assignment, long incarnation, List<Owed> owed) {
    return new Life(assignment, incarnation, 1, 0, 0, owed);
  }

  /// A new life of the slot. Restarts are counted on only within a revision.
  Life reborn(Assignment next) {
    var kept = next.revision() == assignment.revision() ? restarts : 0;
    return new Life(next, incarnation + 1, 1, kept, 0, owed);
  }

  Life atAttempt(int next) {
    return new Life(assignment, incarnation, next, restarts, pullFailures, owed);
  }

  Life withRestarts(int count) {
    return new Life(assignment, incarnation, attempt, count, pullFailures, owed);
  }

  Life withPullFailures(int count) {
    return new Life(assignment, incarnation, attempt, restarts, count, owed);
  }

  Life owing(Owed more) {
    var all = new ArrayList<>(owed);
    all.add(more);
    return new Life(assignment, incarnation, attempt, restarts, pullFailures, all);
  }

  Life released(String node, long incarnationThere) {
    var rest =
        owed.stream()
            .filter(o -> !(o.node().equals(node) && o.incarnation() == incarnationThere))
            .toList();
    return new Life(assignment, incarnation, attempt, restarts, pullFailures, rest);
  }
}
