package io.helyos.persistence.serialization;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDelegatingDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdDelegatingSerializer;
import com.fasterxml.jackson.databind.util.StdConverter;
import io.helyos.model.PodId;
import io.helyos.model.deployment.Slot;
import io.helyos.model.deployment.Slots;
import io.helyos.model.pod.Owed.HostPort;
import io.helyos.model.template.PortSpec.Protocol;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/// The few types of the model that are more than their fields: keys of maps, and the slots.
final class ModelTypes {
  private ModelTypes() {}

  static SimpleModule module() {
    var module = new SimpleModule("model");
    addKey(module, PodId.class, PodId::toString, ModelTypes::podId);
    addKey(module, HostPort.class, ModelTypes::text, ModelTypes::hostPort);
    module.addSerializer(Slots.class, new StdDelegatingSerializer(Slots.class, new ToMap()));
    module.addDeserializer(Slots.class, new StdDelegatingDeserializer<>(new FromMap()));
    return module;
  }

  private static PodId podId(String text) {
    var parts = parts(text, 3);
    return new PodId(parts[0], parts[1], Integer.parseInt(parts[2]));
  }

  private static String text(HostPort port) {
    return port.port() + "/" + port.protocol();
  }

  private static HostPort hostPort(String text) {
    var parts = parts(text, 2);
    return new HostPort(Integer.parseInt(parts[0]), Protocol.valueOf(parts[1]));
  }

  private static String[] parts(String text, int count) {
    var parts = text.split("/", -1);
    if (parts.length == count) return parts;
    throw new IllegalArgumentException(
        "Expected %d parts with a slash between them, found '%s'".formatted(count, text));
  }

  private static final class ToMap extends StdConverter<Slots, Map<Integer, Slot>> {
    @Override
    public Map<Integer, Slot> convert(Slots slots) {
      var map = new TreeMap<Integer, Slot>();
      slots.forEach(map::put);
      return map;
    }
  }

  private static final class FromMap extends StdConverter<Map<Integer, Slot>, Slots> {
    @Override
    public Slots convert(Map<Integer, Slot> map) {
      var slots = Slots.empty();
      for (var entry : map.entrySet()) slots = slots.with(entry.getKey(), entry.getValue());
      return slots;
    }
  }

  private static <K> void addKey(
      SimpleModule module, Class<K> type, Function<K, String> write, Function<String, K> read) {
    module.addKeySerializer(
        type,
        new JsonSerializer<K>() {
          @Override
          public void serialize(K key, JsonGenerator out, SerializerProvider context)
              throws IOException {
            out.writeFieldName(write.apply(key));
          }
        });
    module.addKeyDeserializer(
        type,
        new KeyDeserializer() {
          @Override
          public Object deserializeKey(String key, DeserializationContext context) {
            return read.apply(key);
          }
        });
  }
}
