package io.helyos.persistence.serialization;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.helyos.model.deployment.Rollout;
import io.helyos.model.deployment.UpdatePolicy;
import io.helyos.model.pod.Setbacks;
import java.time.Instant;

/// What events of older builds lack of their present shape, filled in with what it meant when they
/// were written.
final class Upgrades {
  private static final ObjectMapper EVENTS = Mappers.events();
  private static final ObjectMapper STATES = Mappers.states();

  /// Pods stopped one by one before their successors started.
  private static final UpdatePolicy ONE_BY_ONE = UpdatePolicy.rolling(0, 1);

  private Upgrades() {}

  /// Of a time before there were rollouts.
  static ObjectNode deployed(ObjectNode event) {
    if (event.get("before") instanceof ObjectNode before) before.set("update", tree(ONE_BY_ONE));
    return event.<ObjectNode>set("update", tree(ONE_BY_ONE)).set("at", tree(Instant.EPOCH));
  }

  static ObjectNode reported(ObjectNode event) {
    var report = (ObjectNode) event.required("report");
    report.set("setbacks", tree(Setbacks.NONE));
    report.put("digest", "");
    return event.set("at", tree(Instant.EPOCH));
  }

  /// The snapshot of a deployment of that time: its templates are its revisions.
  static ObjectNode deployment(ObjectNode state) {
    if (!(state.remove("templates") instanceof ObjectNode templates)) return state;
    var revisions = state.putObject("revisions");
    templates
        .properties()
        .forEach(entry ->
            revisions
                .putObject(entry.getKey())
                .put("digest", "")
                .put("pinned", false)
                .<ObjectNode>set("template", entry.getValue())
                .set("madeAt", STATES.valueToTree(Instant.EPOCH)));
    state.set("update", STATES.valueToTree(ONE_BY_ONE));
    state.set("rollout", STATES.valueToTree(Rollout.NONE));
    state.required("slots").forEach(slot -> slot((ObjectNode) slot));
    return state;
  }

  private static void slot(ObjectNode slot) {
    slot.put("surge", false).put("proven", false).putNull("readySince");
    slot.set("setbacks", STATES.valueToTree(Setbacks.NONE));
    slot.set("forgiven", STATES.valueToTree(Setbacks.NONE));
  }

  private static JsonNode tree(Object value) {
    return EVENTS.valueToTree(value);
  }
}
