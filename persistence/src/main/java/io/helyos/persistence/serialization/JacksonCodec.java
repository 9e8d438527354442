package io.helyos.persistence.serialization;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.helyos.model.EntityKind;
import io.helyos.model.deployment.Deployment;
import io.helyos.model.journal.EncodedEvent;
import io.helyos.model.port.Codec;
import io.helyos.persistence.serialization.EventTypes.EventType;
import java.io.IOException;
import java.util.function.UnaryOperator;

/// The codec on Jackson: CBOR for the journal, JSON for people. Free of state, for any thread.
public final class JacksonCodec implements Codec {
  private final ObjectMapper events = Mappers.events();
  private final ObjectMapper states = Mappers.states();
  private final ObjectMapper people = Mappers.people();

  @Override
  public EncodedEvent encode(Object event) {
    var type = EventTypes.of(event);
    return new EncodedEvent(type.name(), type.version(), write(events, type.shape(), event));
  }

  @Override
  public Object decode(EncodedEvent encoded) {
    var type = EventTypes.named(encoded.type(), encoded.version());
    return type.upgrade()
        .map(upgrade -> readOlder(type, upgrade, encoded.bytes()))
        .orElseGet(() -> read(events, type.shape(), encoded.bytes()));
  }

  private Object readOlder(EventType type, UnaryOperator<ObjectNode> upgrade, byte[] bytes) {
    try {
      var upgraded = upgrade.apply((ObjectNode) events.readTree(bytes));
      return events.treeToValue(upgraded, type.shape());
    } catch (IOException failure) {
      throw unreadable(type.shape(), failure);
    }
  }

  @Override
  public byte[] encodeState(EntityKind kind, Object state) {
    return write(states, Alternatives.stateOf(kind), state);
  }

  @Override
  public Object decodeState(EntityKind kind, byte[] bytes) {
    return kind == EntityKind.DEPLOYMENT
        ? readDeployment(bytes)
        : read(states, Alternatives.stateOf(kind), bytes);
  }

  private Object readDeployment(byte[] bytes) {
    try {
      var state = states.readTree(bytes);
      return states.treeToValue(
          state instanceof ObjectNode object ? Upgrades.deployment(object) : state,
          Deployment.class);
    } catch (IOException failure) {
      throw unreadable(Deployment.class, failure);
    }
  }

  @Override
  public String json(Object event) {
    try {
      return people.writerFor(EventTypes.of(event).shape()).writeValueAsString(event);
    } catch (JsonProcessingException failure) {
      throw new IllegalArgumentException("Cannot write as JSON: " + event, failure);
    }
  }

  private static byte[] write(ObjectMapper mapper, Class<?> type, Object value) {
    try {
      return mapper.writerFor(type).writeValueAsBytes(value);
    } catch (JsonProcessingException failure) {
      throw new IllegalArgumentException("Cannot write: " + value, failure);
    }
  }

  private static Object read(ObjectMapper mapper, Class<?> type, byte[] bytes) {
    try {
      return mapper.readerFor(type).readValue(bytes);
    } catch (IOException failure) {
      throw unreadable(type, failure);
    }
  }

  private static IllegalArgumentException unreadable(Class<?> type, IOException failure) {
    return new IllegalArgumentException(
        "Expected a %s as this build or an older one has written it, found something else: %s"
            .formatted(type.getSimpleName(), failure.getMessage()),
        failure);
  }
}
