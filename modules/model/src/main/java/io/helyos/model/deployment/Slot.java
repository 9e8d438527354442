package io.helyos.model.deployment;

import io.helyos.model.pod.PodReport;
import io.helyos.model.pod.PodReport.Phase;

/// What a deployment knows of one of its pods.
///
/// @param revision that it shall run
/// @param phase as last reported for that revision
/// @param incarnation and attempt that the report was of; what is earlier comes too late
/// @param ran whether a pod of this slot has ever been running since the slot was made
public record Slot(int revision, Phase phase, boolean ran, long incarnation, int attempt) {
  static Slot fresh(int revision) {
    return new Slot(revision, Phase.PENDING, false, 0, 0);
  }

  Slot updatedTo(int next) {
    return new Slot(next, Phase.PENDING, ran, incarnation, attempt);
  }

  Slot reported(PodReport report) {
    var now = report.phase();
    return new Slot(
        revision, now, ran || now == Phase.RUNNING, report.incarnation(), report.attempt());
  }

  /// Whether a report says anything: another phase, or that a later start has come to rest in the
  /// same. What is of an earlier one comes too late; that a pod is on its way still is no news.
  boolean isNews(PodReport report) {
    var order = compareStarts(report);
    return order >= 0 && (report.phase() != phase || (order > 0 && isAtRest()));
  }

  private boolean isAtRest() {
    return switch (phase) {
      case RUNNING, UNREADY, FAILED, COMPLETED, STOPPED -> true;
      case PENDING, RESTARTING, CRASHLOOP, GONE -> false;
    };
  }

  private int compareStarts(PodReport report) {
    return report.incarnation() != incarnation
        ? Long.compare(report.incarnation(), incarnation)
        : Integer.compare(report.attempt(), attempt);
  }

  boolean isRunning() {
    return phase == Phase.RUNNING;
  }
}
