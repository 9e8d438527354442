package io.helyos.model.pod;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a pod carries through all its states.
///
/// @param incarnation the n-th life of the slot; grows with each placement
/// @param attempt the n-th container start within the incarnation
/// @param restarts since the counter was last reset; drives the back-off
/// @param pullFailures in a row; they have their own back-off
/// @param owed reservations to be given back
/// @param last how the last attempt of this revision ended, also after the next has begun
public record Life(
    Assignment assignment,
    long incarnation,
    int attempt,
    int restarts,
    int pullFailures,
    List<Owed> owed,
    Optional<Trouble> last) {
  public Life {
    owed = List.copyOf(owed);
  }

  /// A life in which no attempt has ended.
  public Life(
      Assignment assignment,
      long incarnation,
      int attempt,
      int restarts,
      int pullFailures,
      List<Owed> owed) {
    this(assignment, incarnation, attempt, restarts, pullFailures, owed, Optional.empty());
  }

  static Life first(Assignment assignment, long incarnation, List<Owed> owed) {
    return new Life(assignment, incarnation, 1, 0, 0, owed);
  }

  /// A new life of the slot.
  Life reborn(Assignment next) {
    var life = reassigned(next);
    return new Life(next, incarnation + 1, 1, life.restarts, 0, owed, life.last);
  }

  /// The same incarnation with another assignment. Restarts are counted on only within a revision.
  Life reassigned(Assignment next) {
    return next.revision() == assignment.revision()
        ? new Life(next, incarnation, attempt, restarts, 0, owed, last)
        : new Life(next, incarnation, attempt, 0, 0, owed);
  }

  Life atAttempt(int next) {
    return new Life(assignment, incarnation, next, restarts, pullFailures, owed, last);
  }

  Life withRestarts(int count) {
    return new Life(assignment, incarnation, attempt, count, pullFailures, owed, last);
  }

  Life withPullFailures(int count) {
    return new Life(assignment, incarnation, attempt, restarts, count, owed, last);
  }

  Life ending(Trouble why) {
    return new Life(
        assignment, incarnation, attempt, restarts, pullFailures, owed, Optional.of(why));
  }

  Life owing(Owed more) {
    var all = new ArrayList<>(owed);
    all.add(more);
    return new Life(assignment, incarnation, attempt, restarts, pullFailures, all, last);
  }

  Life released(String node, long incarnationThere) {
    var rest =
        owed.stream()
            .filter(o -> !(o.node().equals(node) && o.incarnation() == incarnationThere))
            .toList();
    return new Life(assignment, incarnation, attempt, restarts, pullFailures, rest, last);
  }
}
