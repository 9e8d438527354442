package io.helyos.persistence.serialization;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.MapperBuilder;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import com.fasterxml.jackson.dataformat.cbor.CBORGenerator;
import com.fasterxml.jackson.dataformat.cbor.databind.CBORMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/// Jackson, set up for the model: fields of records and nothing else, every field written, and on
/// reading no field too many, too few, or of another type. Only what is optional may be missing:
/// older builds did not know of it.
final class Mappers {
  private Mappers() {}

  /// For events: the same event gives the same bytes.
  static ObjectMapper events() {
    var builder =
        strict(CBORMapper.builder())
            .addModule(EpochNanos.module())
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
    return builder.enable(CBORGenerator.Feature.WRITE_MINIMAL_DOUBLES).build();
  }

  /// For states: maps keep their order, and texts that come again are not written again.
  static ObjectMapper states() {
    var factory =
        CBORFactory.builder()
            .enable(CBORGenerator.Feature.STRINGREF)
            .enable(CBORGenerator.Feature.WRITE_MINIMAL_DOUBLES)
            .build();
    return strict(CBORMapper.builder(factory)).addModule(EpochNanos.module()).build();
  }

  /// For people: instants as text.
  static ObjectMapper people() {
    return strict(JsonMapper.builder())
        .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
        .build();
  }

  private static <M extends ObjectMapper, B extends MapperBuilder<M, B>> B strict(B builder) {
    return builder
        .addModules(new Jdk8Module(), new JavaTimeModule())
        .addModules(Alternatives.module(), ModelTypes.module())
        .annotationIntrospector(new LaterFields())
        // A record's other methods are questions to it, not parts of it.
        .visibility(PropertyAccessor.GETTER, Visibility.NONE)
        .visibility(PropertyAccessor.IS_GETTER, Visibility.NONE)
        .visibility(PropertyAccessor.FIELD, Visibility.ANY)
        .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
        .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
        .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
        .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
        // Of a missing field only an optional one has a value.
        .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES);
  }
}
