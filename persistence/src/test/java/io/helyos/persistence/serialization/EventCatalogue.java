package io.helyos.persistence.serialization;

import io.helyos.persistence.serialization.EventTypes.EventType;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Every type of event that this build writes, as a page for people: what it means, its fields, and
/// the versions that can be read.
final class EventCatalogue {
  private static final String HEAD =
      """
      # Events

      Everything that is in the journal is one of these. They are written once and never changed; a type is never
      renamed, and an older version of it is read as what it meant when it was written. What a newer build has written
      sets the thing aside that it is about, and nothing else. `helyos history`, `helyos events` and
      [the stream of the API](api.md) show them, `data` has the fields of these tables.

      Each event also has `offset`, `entity`, `sequence`, `time`, `node` (of the daemon that wrote it), `change`, `author`
      and `cause`: [what happened](../guide/history.md).

      This page is made from the code.
      """;

  private EventCatalogue() {}

  static String text() throws IOException {
    var kinds = new LinkedHashMap<String, StringBuilder>();
    for (var type : EventTypes.all()) {
      var kind = type.name().substring(0, type.name().indexOf('.'));
      var chapter = kinds.computeIfAbsent(kind, name -> new StringBuilder(title(name)));
      if (type.isPresent()) chapter.append(section(type));
    }
    return HEAD + String.join("", kinds.values());
  }

  private static String title(String kind) {
    return "\n## %s%s\n"
        .formatted(kind.substring(0, 1).toUpperCase(Locale.ROOT), kind.substring(1));
  }

  private static String section(EventType type) throws IOException {
    var source = EventSource.of(type.shape());
    var text = new StringBuilder("\n### `%s`\n\n".formatted(type.name()));
    text.append(source.meaning()).append(versions(type)).append('\n');
    var components = type.shape().getRecordComponents();
    if (components.length == 0) return text.toString();
    text.append("\n| field | what it is | |\n|---|---|---|\n");
    for (var component : components) {
      var said = source.fields().getOrDefault(component.getName(), "");
      text.append(
          "| `%s` | %s | %s |\n"
              .formatted(component.getName(), words(component), said)
              .replace("|  |", "| |"));
    }
    return text.toString();
  }

  private static String versions(EventType type) {
    var all =
        EventTypes.all().stream()
            .filter(other -> other.name().equals(type.name()))
            .map(other -> Integer.toString(other.version()))
            .collect(Collectors.joining(" and "));
    return type.version() == 1 ? "" : " Version %d; %s can be read.".formatted(type.version(), all);
  }

  private static String words(RecordComponent component) {
    return words(component.getGenericType());
  }

  private static String words(Type type) {
    if (type instanceof ParameterizedType generic) return container(generic);
    var raw = (Class<?>) type;
    if (raw.isEnum()) return choice(raw);
    if (raw == Instant.class) return "time";
    if (raw == Duration.class) return "duration";
    return switch (raw.getSimpleName()) {
      case "String" -> "text";
      case "int", "long", "Integer", "Long", "double", "Double" -> "number";
      case "boolean", "Boolean" -> "true or false";
      default -> "object: " + fields(raw);
    };
  }

  private static String container(ParameterizedType generic) {
    var of = generic.getActualTypeArguments();
    var raw = (Class<?>) generic.getRawType();
    if (raw == Optional.class) return words(of[0]) + "; may be missing";
    if (Map.class.isAssignableFrom(raw))
      return "object by %s: %s".formatted(key(of[0]), words(of[1]));
    if (Collection.class.isAssignableFrom(raw)) return "list of " + words(of[0]);
    throw new IllegalStateException("No words are known for " + generic);
  }

  private static String key(Type key) {
    return key == String.class ? "name" : "number";
  }

  private static String choice(Class<?> constants) {
    return Arrays.stream(constants.getEnumConstants())
        .map(constant -> "`" + constant + "`")
        .collect(Collectors.joining(", "));
  }

  /// The names are enough: the whole of a template is in the reference of specs.
  private static String fields(Class<?> type) {
    var records = type.isSealed() ? type.getPermittedSubclasses() : new Class<?>[] {type};
    return Arrays.stream(records)
        .flatMap(one -> Arrays.stream(one.getRecordComponents()))
        .map(component -> "`" + component.getName() + "`")
        .distinct()
        .collect(Collectors.joining(", "));
  }
}
