package io.helyos.persistence.serialization;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.time.Instant;

/// Instants in nine bytes: nanoseconds since 1970. Those that a long cannot hold (before 1678,
/// after 2262) are written as text.
final class EpochNanos {
  private static final long NANOS = 1_000_000_000L;

  /// One second inside of what a long holds, so that the nanoseconds never overflow it.
  private static final long LAST_SECOND = Long.MAX_VALUE / NANOS - 1;

  private EpochNanos() {}

  static SimpleModule module() {
    return new SimpleModule("instants")
        .addSerializer(Instant.class, new Writer())
        .addDeserializer(Instant.class, new Reader());
  }

  private static final class Writer extends JsonSerializer<Instant> {
    @Override
    public void serialize(Instant time, JsonGenerator out, SerializerProvider context)
        throws IOException {
      var second = time.getEpochSecond();
      if (Math.abs(second) > LAST_SECOND) out.writeString(time.toString());
      else out.writeNumber(second * NANOS + time.getNano());
    }
  }

  private static final class Reader extends JsonDeserializer<Instant> {
    @Override
    public Instant deserialize(JsonParser in, DeserializationContext context) throws IOException {
      if (in.currentToken() == JsonToken.VALUE_STRING) return Instant.parse(in.getText());
      var nanos = in.getLongValue();
      return Instant.ofEpochSecond(Math.floorDiv(nanos, NANOS), Math.floorMod(nanos, NANOS));
    }
  }
}
