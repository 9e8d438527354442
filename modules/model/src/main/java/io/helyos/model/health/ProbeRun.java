package io.helyos.model.health;

import io.helyos.model.port.ProbeAnswer;
import io.helyos.model.template.Probe;
import java.time.Duration;
import java.time.Instant;

/// One check of one container, as it has gone so far.
///
/// @param startedAt when the container was started
/// @param due when it is asked next
/// @param asking whether a question is under way
/// @param failures in a row
public record ProbeRun(
    Probe probe, Instant startedAt, Instant due, boolean asking, Verdict verdict, int failures) {
  /// Until it has passed once a check is asked at least this often, so that a container that is
  /// quickly up is quickly known to be.
  private static final Duration EAGER = Duration.ofSeconds(1);

  /// What the answers so far amount to.
  public enum Verdict {
    UNKNOWN,
    PASSED,
    FAILED
  }

  /// The first question is due at once.
  ///
  /// @param verdict what was known of the container before, by an agent that has ended meanwhile
  static ProbeRun begin(Probe probe, Instant startedAt, Instant now, Verdict verdict) {
    return new ProbeRun(probe, startedAt, now, false, verdict, 0);
  }

  boolean isDue(Instant now) {
    return !asking && !due.isAfter(now);
  }

  ProbeRun asked(Instant now) {
    return new ProbeRun(probe, startedAt, now.plus(pace()), true, verdict, failures);
  }

  /// A single good answer passes; failures count in a row. Before the first good answer they are
  /// given time as well: as long as so many failures take at the check's own pace.
  ProbeRun answered(ProbeAnswer answer, Instant now) {
    if (!answer.asked()) return becoming(verdict, failures);
    if (answer.passed()) return becoming(Verdict.PASSED, 0);
    var inRow = failures + 1;
    return switch (verdict) {
      case UNKNOWN -> becoming(isPatient(inRow, now) ? Verdict.UNKNOWN : Verdict.FAILED, inRow);
      case PASSED -> becoming(inRow < probe.retries() ? Verdict.PASSED : Verdict.FAILED, inRow);
      case FAILED -> becoming(Verdict.FAILED, inRow);
    };
  }

  private boolean isPatient(int inRow, Instant now) {
    var pace = probe.interval().multipliedBy(probe.retries());
    return inRow < probe.retries() || now.isBefore(startedAt.plus(probe.startPeriod()).plus(pace));
  }

  private Duration pace() {
    var eager = verdict == Verdict.UNKNOWN && probe.interval().compareTo(EAGER) > 0;
    return eager ? EAGER : probe.interval();
  }

  private ProbeRun becoming(Verdict next, int inRow) {
    return new ProbeRun(probe, startedAt, due, false, next, inRow);
  }
}
