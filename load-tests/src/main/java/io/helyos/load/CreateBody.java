package io.helyos.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// What a container of Helyos was created from, as the engine tells it, to create others like it.
final class CreateBody {
  /// A cluster that no daemon belongs to, or the agent would take the copies for its own.
  private static final String STRANGER = "bench";

  private CreateBody() {}

  static String like(JsonNode inspected) {
    ObjectNode body = inspected.path("Config").deepCopy();
    body.withObject("/Labels").put("helyos.cluster", STRANGER);
    body.set("HostConfig", inspected.path("HostConfig"));
    return body.toString();
  }
}
