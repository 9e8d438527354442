package io.helyos.http.metrics;

import io.helyos.model.EntityId;
import io.helyos.model.pod.Pod;
import io.helyos.model.pod.PodEvent;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/// Times how long pods wait for a node, by the times of their events: a scrape that comes late
/// changes no figure.
final class Scheduling {
  private final Timer timer;
  private final Map<EntityId, Instant> waiting = new HashMap<>();

  Scheduling(MeterRegistry registry) {
    timer =
        Timer.builder("helyos.schedule.duration")
            .description("Time from the wish for a pod to the node's grant.")
            .tag("strategy", "spread")
            .serviceLevelObjectives(
                Duration.ofMillis(10),
                Duration.ofMillis(100),
                Duration.ofSeconds(1),
                Duration.ofSeconds(10))
            .register(registry);
  }

  void happened(EntityId pod, Instant at, PodEvent event) {
    switch (event) {
      case PodEvent.PodAssigned _ -> waiting.put(pod, at);
      case PodEvent.PodVacated(_, var then) when then == Pod.After.REPLACE -> waiting.put(pod, at);
      case PodEvent.PodVacated _ -> waiting.remove(pod);
      case PodEvent.PodPlaced _ -> placed(pod, at);
      default -> {}
    }
  }

  private void placed(EntityId pod, Instant at) {
    var since = waiting.remove(pod);
    if (since != null) timer.record(Duration.between(since, at));
  }
}
