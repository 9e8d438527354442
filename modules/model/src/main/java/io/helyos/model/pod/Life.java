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
/// @param company its companions; empty for a pod of one container
public record Life(
    Assignment assignment,
    long incarnation,
    int attempt,
    int restarts,
    int pullFailures,
    List<Owed> owed,
    Optional<Trouble> last,
    Optional<Company> company) {
  public Life {
    owed = List.copyOf(owed);
  }

  /// A life of one container.
  public Life(
      Assignment assignment,
      long incarnation,
      int attempt,
      int restarts,
      int pullFailures,
      List<Owed> owed,
      Optional<Trouble> last) {
    this(assignment, incarnation, attempt, restarts, pullFailures, owed, last, Optional.empty());
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
    return new Life(assignment, incarnation, 1, 0, 0, owed).alone(assignment);
  }

  /// Those of its companions are counted, too.
  public int allRestarts() {
    return restarts + company.map(Company::restarts).orElse(0);
  }

  /// A companion by its name.
  public Optional<Companion> companion(String name) {
    return company.flatMap(all -> all.find(name));
  }

  /// A new life of the slot. The same companions go on counting in it.
  Life reborn(Assignment next) {
    var life = reassigned(next);
    var others =
        life.company
            .filter(all -> next.parts().filter(all::isOf).isPresent())
            .map(Company::reborn)
            .or(() -> next.parts().map(Company::of));
    return new Life(next, incarnation + 1, 1, life.restarts, 0, owed, life.last).among(others);
  }

  /// With companions of which nothing has happened yet.
  private Life alone(Assignment next) {
    return among(next.parts().map(Company::of));
  }

  /// The same incarnation with another assignment. Restarts are counted on only within a revision.
  /// What is there of companions is still to be taken down.
  Life reassigned(Assignment next) {
    return next.revision() == assignment.revision()
        ? new Life(next, incarnation, attempt, restarts, 0, owed, last, company)
        : new Life(next, incarnation, attempt, 0, 0, owed).among(company.map(Company::forgiven));
  }

  Life among(Optional<Company> others) {
    return new Life(assignment, incarnation, attempt, restarts, pullFailures, owed, last, others);
  }

  Life atAttempt(int next) {
    return new Life(assignment, incarnation, next, restarts, pullFailures, owed, last, company);
  }

  Life withRestarts(int count) {
    return new Life(assignment, incarnation, attempt, count, pullFailures, owed, last, company);
  }

  Life withPullFailures(int count) {
    return new Life(assignment, incarnation, attempt, restarts, count, owed, last, company);
  }

  Life ending(Trouble why) {
    return new Life(
        assignment, incarnation, attempt, restarts, pullFailures, owed, Optional.of(why), company);
  }

  Life owing(Owed more) {
    var all = new ArrayList<>(owed);
    all.add(more);
    return owing(all);
  }

  Life released(String node, long incarnationThere) {
    return owing(
        owed.stream()
            .filter(o -> !(o.node().equals(node) && o.incarnation() == incarnationThere))
            .toList());
  }

  private Life owing(List<Owed> all) {
    return new Life(assignment, incarnation, attempt, restarts, pullFailures, all, last, company);
  }
}
