package io.helyos.persistence.serialization;

import io.helyos.model.deployment.Slot;
import io.helyos.model.deployment.Slots;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/// Values of any record of the model, always the same for the same variant. Variants differ in
/// which options are empty, how long lists are, and which record of a sealed type is taken.
final class Samples {
  static final int VARIANTS = 12;

  private static final Instant SOME_TIME = Instant.parse("2026-03-29T01:30:00.123456789Z");

  private final int variant;
  private int count;

  private Samples(int variant) {
    this.variant = variant;
  }

  static <T> T of(Class<T> type, int variant) {
    return type.cast(new Samples(variant).value(type, "value"));
  }

  private Object value(Type type, String name) {
    if (type instanceof ParameterizedType generic) return container(generic, name);
    var raw = (Class<?>) type;
    if (raw.isEnum()) return pick(raw.getEnumConstants());
    if (raw.isSealed()) return value(pick(raw.getPermittedSubclasses()), name);
    if (raw.isRecord()) return record(raw);
    return simple(raw, name);
  }

  private Object simple(Class<?> type, String name) {
    count++;
    return switch (type.getSimpleName()) {
      case "String" -> "%s %d ä\"\\\n".formatted(name, count);
      case "int", "Integer" -> count * 7;
      case "long", "Long" -> count * 1_000_000_007L;
      case "double", "Double" -> count / 3.0;
      case "boolean", "Boolean" -> (count + variant) % 2 == 0;
      case "Instant" -> variant == 1 ? Instant.MAX : SOME_TIME.plusNanos(count);
      case "Duration" -> Duration.ofMillis(count * 1_500L);
      case "Slots" -> slots();
      default -> throw new IllegalStateException("No sample is known for " + type + " " + name);
    };
  }

  private Slots slots() {
    var slots = Slots.empty();
    for (var index = 0; index < variant * 50; index += 7) {
      slots = slots.with(index, (Slot) value(Slot.class, "slot"));
    }
    return slots;
  }

  private Object container(ParameterizedType type, String name) {
    var of = type.getActualTypeArguments();
    var size = variant % 4;
    if (type.getRawType() == Optional.class) {
      return variant % 2 == 0 ? Optional.of(value(of[0], name)) : Optional.empty();
    }
    if (type.getRawType() == List.class) {
      return IntStream.range(0, size).mapToObj(_ -> value(of[0], name)).toList();
    }
    if (type.getRawType() == Set.class) {
      var set = new LinkedHashSet<Object>();
      for (var i = 0; i < size; i++) set.add(value(of[0], name));
      return set;
    }
    if (type.getRawType() == Map.class) {
      var map = new LinkedHashMap<Object, Object>();
      for (var i = 0; i < size; i++) map.put(value(of[0], name), value(of[1], name));
      return map;
    }
    throw new IllegalStateException("No sample is known for " + type + " " + name);
  }

  private Object record(Class<?> type) {
    var components = type.getRecordComponents();
    var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    var values =
        Arrays.stream(components).map(c -> value(c.getGenericType(), c.getName())).toArray();
    try {
      var constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException failure) {
      throw new IllegalStateException("No sample of " + type + " can be made", failure);
    }
  }

  private <T> T pick(T[] choices) {
    return choices[(variant + count++) % choices.length];
  }
}
