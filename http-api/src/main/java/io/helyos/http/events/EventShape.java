package io.helyos.http.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.helyos.contract.resource.EventResource;
import io.helyos.http.naming.Rows;
import io.helyos.model.DeploymentId;
import io.helyos.model.EntityId;
import io.helyos.model.PodId;
import io.helyos.model.cluster.ClusterEvent;
import io.helyos.model.journal.EncodedEvent;
import io.helyos.model.journal.FeedRow;
import io.helyos.model.journal.Recorded;
import io.helyos.model.port.Codec;
import io.helyos.model.view.View;
import java.util.Map;
import java.util.Optional;

/// A row of the feed in the shape that clients read.
public final class EventShape {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TypeReference<Map<String, Object>> FIELDS = new TypeReference<>() {};

  private EventShape() {}

  public static EventResource of(FeedRow row, View view, Codec codec) {
    var recorded = row.recorded();
    var known = known(recorded, codec);
    var words = known.map(EventWords::of).orElse(EventWords.UNKNOWN);
    return new EventResource(
        recorded.time(),
        row.entity().kind().word(),
        name(row.entity(), view),
        words.action(),
        words.message(),
        project(row.entity(), view),
        row.offset(),
        row.entity().toString(),
        row.sequence(),
        recorded.time(),
        recorded.daemon(),
        recorded.change(),
        recorded.author(),
        recorded.cause(),
        recorded.type(),
        known.map(event -> fields(event, codec)).orElse(Map.of()));
  }

  /// A daemon of an older version still shows that something happened.
  private static Optional<Object> known(Recorded recorded, Codec codec) {
    try {
      return Optional.of(
          codec.decode(new EncodedEvent(recorded.type(), recorded.version(), recorded.bytes())));
    } catch (Codec.UnknownEventException e) {
      return Optional.empty();
    }
  }

  private static String name(EntityId entity, View view) {
    return switch (entity.kind()) {
      case POD -> "helyos-" + entity.name();
      case DEPLOYMENT ->
          Rows.deployment(view, entity.name()).map(id -> id.name()).orElse(entity.name());
      case CLUSTER, NODE, PROJECT, ACCESS -> entity.name();
    };
  }

  private static String project(EntityId entity, View view) {
    return switch (entity.kind()) {
      case POD -> Rows.pod(view, entity.name()).map(PodId::project).orElse("");
      case DEPLOYMENT -> Rows.deployment(view, entity.name()).map(DeploymentId::project).orElse("");
      case PROJECT -> entity.name();
      case CLUSTER, NODE, ACCESS -> "";
    };
  }

  /// What everybody with a token may read. The hash of a token is for the daemon alone.
  private static Map<String, Object> fields(Object event, Codec codec) {
    var fields = fields(codec.json(event));
    if (event instanceof ClusterEvent.TokenIssued
        && fields.get("token") instanceof Map<?, ?> token) {
      token.remove("hash");
    }
    return fields;
  }

  private static Map<String, Object> fields(String json) {
    try {
      return JSON.readValue(json, FIELDS);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("An event of ours is no JSON object: " + json, e);
    }
  }
}
