package io.helyos.simulator;

import io.helyos.model.port.ContainerEvent;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;

/// The events that an engine remembers, and those who listen. Guarded by the engine's lock.
final class EventHistory {
  /// Docker remembers 256.
  private static final int REMEMBERED = 256;

  private final EngineLock lock;
  private final ArrayDeque<ContainerEvent> past = new ArrayDeque<>();
  private final Map<Outlet<ContainerEvent>, Map<String, String>> listeners = new LinkedHashMap<>();

  EventHistory(EngineLock lock) {
    this.lock = lock;
  }

  void tell(ContainerEvent event) {
    if (past.size() == REMEMBERED) {
      past.removeFirst();
    }
    past.add(event);
    listeners.forEach((listener, labels) -> offer(listener, labels, event));
  }

  void listen(Outlet<ContainerEvent> listener, Map<String, String> labels, Instant since) {
    past.stream()
        .filter(event -> !event.time().isBefore(since))
        .forEach(event -> offer(listener, labels, event));
    listeners.put(listener, labels);
  }

  void forget(Outlet<ContainerEvent> listener) {
    listeners.remove(listener);
  }

  int listeners() {
    return listeners.size();
  }

  private void offer(
      Outlet<ContainerEvent> listener, Map<String, String> labels, ContainerEvent event) {
    if (event.labels().entrySet().containsAll(labels.entrySet())) {
      listener.offer(event);
      lock.afterwards(listener::drain);
    }
  }
}
