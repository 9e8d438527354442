package io.helyos.docker;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.helyos.model.port.ContainerEvent;
import io.helyos.model.port.ContainerEvent.Kind;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The engine's events: one JSON object after another, for as long as the engine lives.
final class EventFormat {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ObjectReader EVENTS =
      JSON.readerFor(JsonNode.class).without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private static final Map<String, Kind> KINDS =
      Map.of(
          "create", Kind.CREATED,
          "start", Kind.STARTED,
          "oom", Kind.OOM,
          "die", Kind.DIED,
          "destroy", Kind.DESTROYED);

  /// What the engine puts among the labels.
  private static final Set<String> NO_LABELS = Set.of("image", "name", "exitCode");

  private EventFormat() {}

  /// The request's path, with its filters.
  static String path(Map<String, String> labels, Instant since) {
    var wanted = labels.entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).toList();
    var filters =
        Map.of("type", List.of("container"), "event", List.copyOf(KINDS.keySet()), "label", wanted);
    return "/events?since=%s&filters=%s".formatted(seconds(since), encode(json(filters)));
  }

  /// An instant as the engine reads it: seconds and nanoseconds.
  static String seconds(Instant when) {
    return "%d.%09d".formatted(when.getEpochSecond(), when.getNano());
  }

  static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String json(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static StreamPublisher.Reader<ContainerEvent> read(InputStream bytes) {
    return new Events(bytes)::next;
  }

  /// Absent for what is no life event of a container.
  static Optional<ContainerEvent> event(JsonNode json) {
    // An exec or a health check adds its command to the word: `exec_start: sh`.
    var kind = KINDS.get(json.path("Action").asText());
    if (kind == null || !json.path("Type").asText("container").equals("container")) {
      return Optional.empty();
    }
    var actor = json.path("Actor");
    var labels = new HashMap<String, String>();
    actor
        .path("Attributes")
        .properties()
        .forEach(entry -> labels.put(entry.getKey(), entry.getValue().asText()));
    var exitCode = labels.getOrDefault("exitCode", "0");
    labels.keySet().removeAll(NO_LABELS);
    var nanos = json.path("timeNano").asLong();
    var time = Instant.ofEpochSecond(nanos / 1_000_000_000, nanos % 1_000_000_000);
    return Optional.of(
        new ContainerEvent(
            kind,
            actor.path("ID").asText(),
            labels,
            time,
            kind == Kind.DIED ? Integer.parseInt(exitCode) : 0));
  }

  private static final class Events {
    private final InputStream bytes;
    private @Nullable MappingIterator<JsonNode> json;

    Events(InputStream bytes) {
      this.bytes = bytes;
    }

    ContainerEvent next() throws IOException {
      if (json == null) {
        // Reads ahead, so only now and not when the stream is opened.
        json = EVENTS.readValues(bytes);
      }
      while (json.hasNextValue()) {
        var event = event(json.nextValue());
        if (event.isPresent()) {
          return event.get();
        }
      }
      throw new EOFException("the engine has closed its event stream");
    }
  }
}
