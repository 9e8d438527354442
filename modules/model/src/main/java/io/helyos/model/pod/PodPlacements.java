package io.helyos.model.pod;

import static io.helyos.model.Decision.accept;
import static io.helyos.model.Decision.unchanged;

import io.helyos.model.Decision;
import io.helyos.model.pod.PodCommand.ChoosePlacement;
import io.helyos.model.pod.PodCommand.ReportGranted;
import io.helyos.model.pod.PodCommand.ReportRefused;
import io.helyos.model.pod.PodCommand.ReportReleased;
import io.helyos.model.pod.PodCommand.ReportUnplaceable;
import io.helyos.model.pod.PodEvent.PlacementChosen;
import io.helyos.model.pod.PodEvent.PlacementRefused;
import io.helyos.model.pod.PodEvent.PodPlaced;
import io.helyos.model.pod.PodEvent.PodUnplaceable;
import io.helyos.model.pod.PodEvent.ReservationReturned;

/// What follows when the scheduler or a node has answered: where the pod goes, and what it owes.
final class PodPlacements {
  private PodPlacements() {}

  static Decision<PodEvent> chosen(Pod pod, ChoosePlacement news) {
    return pod instanceof Pod.Pending(var life, _, var notBefore)
            && life.incarnation() == news.incarnation()
            && notBefore.isEmpty()
        ? accept(
            new PlacementChosen(news.incarnation(), news.node(), news.scores(), news.against()))
        : PodLifecycle.stale(pod, news);
  }

  static Decision<PodEvent> unplaceable(Pod pod, ReportUnplaceable news) {
    if (!(pod instanceof Pod.Pending(var life, var why, var notBefore))
        || life.incarnation() != news.incarnation()
        || notBefore.isPresent()) {
      return PodLifecycle.stale(pod, news);
    }
    return why.equals(Unplaceable.trouble(news.against()))
        ? unchanged()
        : accept(new PodUnplaceable(news.incarnation(), news.against()));
  }

  static Decision<PodEvent> granted(Pod pod, ReportGranted news) {
    return reserves(pod, news.incarnation(), news.node())
        ? accept(new PodPlaced(news.incarnation(), news.node(), news.ports()))
        : PodLifecycle.stale(pod, news);
  }

  static Decision<PodEvent> refused(Pod pod, ReportRefused news) {
    return reserves(pod, news.incarnation(), news.node())
        ? accept(new PlacementRefused(news.incarnation(), news.node(), news.reason()))
        : PodLifecycle.stale(pod, news);
  }

  static Decision<PodEvent> released(Pod pod, ReportReleased news) {
    return owes(pod, news.incarnation(), news.node())
        ? accept(new ReservationReturned(news.incarnation(), news.node()))
        : unchanged();
  }

  /// Whether the pod waits for this node's answer.
  static boolean reserves(Pod pod, long incarnation, String node) {
    return pod instanceof Pod.Reserving(var life, var chosen)
        && life.incarnation() == incarnation
        && chosen.equals(node);
  }

  private static boolean owes(Pod pod, long incarnation, String node) {
    return PodEffects.owed(pod).stream()
        .anyMatch(o -> o.incarnation() == incarnation && o.node().equals(node));
  }
}
