package io.helyos.orchestrator.logs;

import io.helyos.model.PodId;
import io.helyos.model.Seat;
import java.util.Comparator;

/// A container of a pod: the n-th attempt of the n-th incarnation.
///
/// @param id as its engine knows it, whatever its name has become
/// @param isRunning when the engine was asked
public record PodContainer(
    Seat seat, long incarnation, int attempt, String node, String id, boolean isRunning)
    implements Comparable<PodContainer> {
  /// The pod's own container.
  public PodContainer(
      PodId pod, long incarnation, int attempt, String node, String id, boolean isRunning) {
    this(Seat.of(pod), incarnation, attempt, node, id, isRunning);
  }

  public PodId pod() {
    return seat.pod();
  }

  private static final Comparator<PodContainer> BY_AGE =
      Comparator.comparingInt((PodContainer container) -> container.pod().index())
          .thenComparingLong(PodContainer::incarnation)
          .thenComparingInt(PodContainer::attempt)
          .thenComparing(PodContainer::id);

  @Override
  public int compareTo(PodContainer other) {
    return BY_AGE.compare(this, other);
  }

  /// Whether it lived before that attempt of that incarnation.
  public boolean isBefore(long otherIncarnation, int otherAttempt) {
    return incarnation < otherIncarnation
        || (incarnation == otherIncarnation && attempt < otherAttempt);
  }

  public boolean isAttempt(long otherIncarnation, int otherAttempt) {
    return incarnation == otherIncarnation && attempt == otherAttempt;
  }
}
