package io.helyos.orchestrator.entity;

import io.helyos.model.EntityKind;
import io.helyos.model.journal.EncodedEvent;
import io.helyos.model.port.Codec;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Keeps the objects themselves and writes down where: enough for a journal in memory.
final class PocketCodec implements Codec {
  private final List<Object> kept = new CopyOnWriteArrayList<>();

  @Override
  public EncodedEvent encode(Object event) {
    return new EncodedEvent(event.getClass().getSimpleName(), 1, put(event));
  }

  @Override
  public Object decode(EncodedEvent encoded) {
    return take(encoded.bytes());
  }

  @Override
  public byte[] encodeState(EntityKind kind, Object state) {
    return put(state);
  }

  @Override
  public Object decodeState(EntityKind kind, byte[] bytes) {
    return take(bytes);
  }

  @Override
  public String json(Object event) {
    return "{\"event\": \"%s\"}".formatted(event);
  }

  private synchronized byte[] put(Object object) {
    kept.add(object);
    return ByteBuffer.allocate(Integer.BYTES).putInt(kept.size() - 1).array();
  }

  private Object take(byte[] bytes) {
    return kept.get(ByteBuffer.wrap(bytes).getInt());
  }
}
