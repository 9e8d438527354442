package io.helyos.model.pod;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// How a container ended, and what it has left behind.
///
/// @param code above 128 it is 128 and the number of the signal that ended it; [#UNSEEN] when
///   nobody knows
/// @param finishedAt by the engine's clock: back-off counts from here, whoever computes it
/// @param lastLines that the container wrote, at most 20
/// @param healthySince the check had passed without a break since then, or there was none
/// @param unhealthy the last answer of a check that failed, when the agent has ended the container
///   for it
public record Exit(
    int code,
    boolean oomKilled,
    Instant finishedAt,
    List<String> lastLines,
    Optional<Instant> healthySince,
    Optional<String> unhealthy) {
  /// The code of an end that nobody has seen: the container was gone when it was looked for.
  public static final int UNSEEN = -1;

  public Exit {
    lastLines = List.copyOf(lastLines);
  }

  /// Of a container that was taken away behind the agent's back.
  ///
  /// @param at when it was missed
  public static Exit unseen(Instant at, Optional<Instant> healthySince) {
    return new Exit(UNSEEN, false, at, List.of(), healthySince, Optional.empty());
  }

  /// The container has ended by itself, and nothing more is known.
  public Exit(int code, boolean oomKilled, Instant finishedAt, List<String> lastLines) {
    this(code, oomKilled, finishedAt, lastLines, Optional.empty(), Optional.empty());
  }
}
