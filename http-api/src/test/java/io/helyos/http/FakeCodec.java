package io.helyos.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.helyos.model.EntityKind;
import io.helyos.model.cluster.ClusterEvent;
import io.helyos.model.journal.EncodedEvent;
import io.helyos.model.port.Codec;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/// Encodes an event as its place in a list.
final class FakeCodec implements Codec {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<Object> events = new CopyOnWriteArrayList<>();

  /// Knows no event any more.
  volatile boolean isOlder;

  @Override
  public synchronized EncodedEvent encode(Object event) {
    events.add(event);
    var place = ByteBuffer.allocate(4).putInt(events.size() - 1).array();
    return new EncodedEvent(event.getClass().getSimpleName(), 1, place);
  }

  @Override
  public Object decode(EncodedEvent encoded) {
    if (isOlder) throw new UnknownEventException("found " + encoded.type());
    return events.get(ByteBuffer.wrap(encoded.bytes()).getInt());
  }

  @Override
  public byte[] encodeState(EntityKind kind, Object state) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Object decodeState(EntityKind kind, byte[] bytes) {
    throw new UnsupportedOperationException();
  }

  /// Only of a token's event the fields matter to a test.
  @Override
  public String json(Object event) {
    try {
      return JSON.writeValueAsString(
          event instanceof ClusterEvent.TokenIssued(var token)
              ? Map.of(
                  "token", Map.of("id", token.id(), "name", token.name(), "hash", token.hash()))
              : Map.of("text", event.toString()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
