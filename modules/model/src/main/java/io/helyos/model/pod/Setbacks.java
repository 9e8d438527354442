package io.helyos.model.pod;

import java.util.Optional;

/// What stands in the way of a pod.
///
/// @param restarts in a row
/// @param pullFailures in a row
/// @param crowdedOut no node takes it, and on one at least only for a host port that is taken
/// @param why it does not run, empty while it does
public record Setbacks(int restarts, int pullFailures, boolean crowdedOut, Optional<Trouble> why) {
  public static final Setbacks NONE = new Setbacks(0, 0, false, Optional.empty());

  static Setbacks of(Pod pod) {
    var why = PodStatus.trouble(pod);
    return pod.lived()
        .map(life ->
            new Setbacks(
                life.allRestarts(),
                life.pullFailures() + life.company().map(Company::pullFailures).orElse(0),
                why.filter(Unplaceable::isForPort).isPresent(),
                why))
        .orElse(NONE);
  }

  /// Whether it went worse than was known before, or a node refused.
  public boolean exceeds(Setbacks known) {
    return restarts > known.restarts
        || pullFailures > known.pullFailures
        || crowdedOut != known.crowdedOut;
  }

  /// What of this was there before, of a pod that may have been forgiven meanwhile.
  public Setbacks atMost(Setbacks other) {
    return new Setbacks(
        Math.min(restarts, other.restarts),
        Math.min(pullFailures, other.pullFailures),
        false,
        Optional.empty());
  }
}
