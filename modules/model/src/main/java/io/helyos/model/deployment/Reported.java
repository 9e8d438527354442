package io.helyos.model.deployment;

import io.helyos.model.deployment.Deployment.Active;
import io.helyos.model.pod.PodReport;
import io.helyos.model.pod.PodReport.Phase;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeMap;

/// What the news of a pod mean for its deployment.
final class Reported {
  private Reported() {}

  static Active after(Active active, PodReport report, Instant at) {
    if (report.phase() == Phase.GONE) return gone(active, report.index(), at);
    var before = active.slots().get(report.index()).orElseGet(() -> Slot.fresh(report.revision()));
    var slot = before.reported(report, at);
    var next = withDigest(active.withSlots(active.slots().with(report.index(), slot)), report);
    var isProgress = slot.isUp() && !before.isUp() && slot.revision() == active.revision();
    return isProgress ? progressed(next, at) : next;
  }

  /// A slot that is wanted waits for its successor; any other is forgotten.
  private static Active gone(Active active, int index, Instant at) {
    var slot = active.slots().get(index);
    var kept = slot.isPresent() && active.wants(index) && active.mode() != Deployment.Mode.REMOVING;
    var slots =
        kept ? active.slots().with(index, slot.get().emptied()) : active.slots().without(index);
    return progressed(active.withSlots(slots), at);
  }

  private static Active progressed(Active active, Instant at) {
    return active.withRollout(active.rollout().progressed(at, active.update()));
  }

  private static Active withDigest(Active active, PodReport report) {
    var revision = Optional.ofNullable(active.revisions().get(report.revision()));
    var ran = revision.map(known -> known.ran(report));
    if (ran.isEmpty() || ran.equals(revision)) return active;
    var all = new TreeMap<>(active.revisions());
    all.put(report.revision(), ran.get());
    return active.withRevision(active.revision(), all);
  }
}
