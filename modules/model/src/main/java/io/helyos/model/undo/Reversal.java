package io.helyos.model.undo;

import io.helyos.model.EntityKind;
import io.helyos.model.Merge;
import io.helyos.model.undo.Footprint.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// How one entity goes back behind a change, with all that came later.
public final class Reversal {
  private final Footprint past;
  private final Set<String> conflicts = new LinkedHashSet<>();
  private boolean hasTouched;

  private Reversal(Footprint past) {
    this.past = past;
  }

  static Way of(Footprint past, Instant now) {
    return new Reversal(past).way(now);
  }

  private Way way(Instant now) {
    var wanted = past.now();
    for (var span : past.spans().reversed()) wanted = without(span, wanted);
    if (!conflicts.isEmpty()) return new Way.Blocked(String.join(" ", reasons()));
    // Only of what it touched it can be said that it is as before already.
    return hasTouched && wanted.equals(past.now())
        ? new Way.Open(List.of())
        : Way.between(past.entity(), past.now(), wanted, now);
  }

  private Object without(Span span, Object state) {
    var merge = Merge.of(span.before(), span.after(), state);
    var without = Trace.decider(past.entity()).without(merge);
    conflicts.addAll(merge.conflicts());
    hasTouched |= !merge.touched().isEmpty();
    return without;
  }

  /// One sentence for each change that stands in the way.
  private List<String> reasons() {
    var reasons = new ArrayList<String>();
    for (var span : past.later()) {
      var fields = new ArrayList<>(touched(span));
      fields.retainAll(conflicts);
      if (!fields.isEmpty()) reasons.add(reason(span, fields));
    }
    return reasons.isEmpty() ? List.of(byItself()) : reasons;
  }

  private Set<String> touched(Span span) {
    var merge = Merge.of(span.before(), span.after(), span.after());
    var decider = Trace.decider(past.entity());
    // Only what it says to the merge matters.
    var _ = decider.without(merge);
    return merge.touched();
  }

  private String reason(Span by, List<String> fields) {
    var what =
        fields.contains("existence")
            ? subject() + " was removed or made anew"
            : "%s of %s was changed again".formatted(String.join(", ", fields), subject());
    return "%s by %s at %s (change %s). Undo that first, or set by hand what it is to be."
        .formatted(what, by.author(), by.time(), by.change());
  }

  private String byItself() {
    return "%s of %s is another one since, without a command of a user."
        .formatted(String.join(", ", conflicts), subject());
  }

  private String subject() {
    return past.entity().kind() == EntityKind.CLUSTER
        ? "the cluster"
        : past.entity().kind().word() + " " + past.entity().name();
  }

  /// The part of one entity alone, if nothing stands in the way.
  public static Optional<Plan.Part> part(Footprint past, Instant now) {
    return of(past, now) instanceof Way.Open open
        ? Optional.of(open.part(past.entity(), past.sequence()))
        : Optional.empty();
  }
}
