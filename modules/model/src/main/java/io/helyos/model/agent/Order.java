package io.helyos.model.agent;

import io.helyos.model.PodId;
import io.helyos.model.template.PodTemplate;
import io.helyos.model.template.PublishedPort;
import java.time.Instant;
import java.util.List;

/// What the agent was last told about a pod.
///
/// @param incarnation a higher one fences off every lower one
/// @param attempt the container start that is wanted within the incarnation
/// @param origin what the order follows from; reports carry it back
public record Order(
    PodId pod,
    Want want,
    long incarnation,
    int attempt,
    int revision,
    PodTemplate template,
    List<PublishedPort> ports,
    Origin origin) {
  public Order {
    ports = List.copyOf(ports);
  }

  public enum Want {
    RUNNING,
    /// The attempt is over and reported; its dead container is kept for its log.
    ENDED,
    /// No container of this or a lower incarnation.
    GONE
  }

  /// The user's command behind an order.
  ///
  /// @param cause `entity@sequence` of the event that made the order necessary
  /// @param causeTime that event's time; whatever follows is later
  public record Origin(String change, String author, String cause, Instant causeTime) {}
}
