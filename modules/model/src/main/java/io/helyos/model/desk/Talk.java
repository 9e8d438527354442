package io.helyos.model.desk;

import io.helyos.model.pod.Health;
import io.helyos.model.pod.PodCommand;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// What passes between the agent and a pod. Reports of earlier starts that the pod has not answered
/// are kept with the order.
///
/// @param preparing whether a report is being made up
/// @param telling the report that waits for its answer
/// @param report of the present start that is made up and has not been answered
/// @param silentSince when the oldest unanswered report was first told
/// @param notBefore nothing is told again until then
/// @param started the container that the pod knows to run, or will by what is kept for it
/// @param health that the pod knows of, or will
/// @param end the report of the present start's end, once it is answered or kept
/// @param overdue when the next start should have been ordered
record Talk(
    boolean preparing,
    Optional<PodCommand> telling,
    Optional<PodCommand> report,
    Optional<Instant> silentSince,
    Instant notBefore,
    Optional<String> started,
    Optional<Health> health,
    Optional<PodCommand> end,
    Optional<Instant> overdue) {
  /// A pod that has not answered for so long is not waited for.
  static final Duration SILENCE = Duration.ofSeconds(2);

  private static final Duration AGAIN = Duration.ofSeconds(1);

  static Talk fresh() {
    return silent(Optional.empty(), Optional.empty());
  }

  /// Another order: what was said before counts no more. What is being told is still waited for,
  /// and a silence goes on as long as anything is unanswered.
  Talk renewed(boolean owing) {
    return silent(telling, owing || telling.isPresent() ? silentSince : Optional.empty());
  }

  private static Talk silent(Optional<PodCommand> telling, Optional<Instant> since) {
    return new Talk(
        false,
        telling,
        Optional.empty(),
        since,
        Instant.MIN,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  Talk preparing(boolean now) {
    return new Talk(now, telling, report, silentSince, notBefore, started, health, end, overdue);
  }

  Talk having(Optional<PodCommand> made) {
    return new Talk(false, telling, made, silentSince, notBefore, started, health, end, overdue);
  }

  Talk telling(PodCommand next, Instant now) {
    return new Talk(
        preparing,
        Optional.of(next),
        report,
        Optional.of(silentSince.orElse(now)),
        notBefore,
        started,
        health,
        end,
        overdue);
  }

  /// It is told again, unless another order has come meanwhile and nobody needs it any more.
  Talk unanswered(boolean owing, Instant now) {
    var needed = owing || report.isPresent() || end.isPresent();
    return new Talk(
        preparing,
        Optional.empty(),
        report,
        needed ? silentSince : Optional.empty(),
        now.plus(AGAIN),
        started,
        health,
        end,
        overdue);
  }

  /// Somebody is there. An answer that comes twice does not stand for another one.
  Talk answered(PodCommand told) {
    return new Talk(
        preparing,
        telling.filter(waiting -> !waiting.equals(told)),
        report,
        Optional.empty(),
        Instant.MIN,
        started,
        health,
        end,
        overdue);
  }

  Talk knowsStarted(String container) {
    return new Talk(
        preparing,
        telling,
        report,
        silentSince,
        notBefore,
        Optional.of(container),
        health,
        end,
        overdue);
  }

  Talk knowsHealth(Health now) {
    return new Talk(
        preparing,
        telling,
        report,
        silentSince,
        notBefore,
        started,
        Optional.of(now),
        end,
        overdue);
  }

  /// What the pod knows of an end, or will.
  ///
  /// @param due when the next start is; empty when there is none
  Talk knowsEnd(PodCommand last, Optional<Instant> due) {
    return new Talk(
        preparing,
        telling,
        report,
        silentSince,
        notBefore,
        started,
        health,
        Optional.of(last),
        due.map(instant -> instant.plus(SILENCE)));
  }

  boolean isSilent(Instant now) {
    return silentSince.filter(since -> !since.plus(SILENCE).isAfter(now)).isPresent();
  }
}
