package io.helyos.model.usage;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// How many pods a deployment wanted and how many were ready, over a period. Its own events and
/// those of its pods are heard entity by entity, so they are put in order at the end.
final class Presence {
  private final Period period;
  private final List<Step> steps = new ArrayList<>();
  private int wantedBefore;
  private int readyBefore;

  private record Step(Instant time, int wanted, int ready) {}

  Presence(Period period) {
    this.period = period;
  }

  /// From a time on so many more are wanted and ready.
  void changes(Instant time, int wanted, int ready) {
    if (wanted == 0 && ready == 0) return;
    if (period.from().isBefore(time)) {
      steps.add(new Step(time, wanted, ready));
    } else {
      wantedBefore += wanted;
      readyBefore += ready;
    }
  }

  /// Pods beyond those that are wanted, during an update, make up for none that is missing at
  /// another time.
  Usage addedTo(Usage usage) {
    var sorted = steps.stream().sorted(Comparator.comparing(Step::time)).toList();
    var wantedTime = Duration.ZERO;
    var readyTime = Duration.ZERO;
    var wanted = wantedBefore;
    var ready = readyBefore;
    var since = period.from();
    for (var step : sorted) {
      var time = period.share(since, step.time());
      wantedTime = wantedTime.plus(time.multipliedBy(Math.max(0, wanted)));
      readyTime = readyTime.plus(time.multipliedBy(Math.clamp(ready, 0, Math.max(0, wanted))));
      wanted += step.wanted();
      ready += step.ready();
      since = step.time();
    }
    var rest = period.share(since, period.to());
    return usage.present(
        wantedTime.plus(rest.multipliedBy(Math.max(0, wanted))),
        readyTime.plus(rest.multipliedBy(Math.clamp(ready, 0, Math.max(0, wanted)))));
  }
}
