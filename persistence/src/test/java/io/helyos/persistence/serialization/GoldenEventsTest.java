package io.helyos.persistence.serialization;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.helyos.model.journal.EncodedEvent;
import io.helyos.persistence.serialization.EventTypes.EventType;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Journals of all builds that ever were, in small. A file is made once, with `-Dgolden=write`,
/// when its type is new; after that it is never written again.
class GoldenEventsTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final JacksonCodec codec = new JacksonCodec();

  private static List<EventType> types() {
    return EventTypes.all();
  }

  @BeforeAll
  static void write_the_files_of_new_types() throws IOException {
    if (!"write".equals(System.getProperty("golden"))) return;
    for (var type : present()) {
      var file = GoldenEvent.file(type);
      if (!Files.exists(file)) GoldenEvent.sample(type, new JacksonCodec()).write(file);
    }
  }

  @Test
  void every_type_and_version_has_its_file_and_no_file_has_lost_its_type() throws IOException {
    assertThat(GoldenEvent.files())
        .as("new types get their file with -Dgolden=write; old ones stay in the table for ever")
        .containsExactlyInAnyOrderElementsOf(types().stream().map(GoldenEvent::file).toList());
  }

  @ParameterizedTest
  @MethodSource("types")
  void a_stored_row_is_read_as_what_it_meant_when_it_was_written(EventType type)
      throws IOException {
    var golden = GoldenEvent.read(type);
    var read = GoldenEvent.of(RecordedFormat.read(golden.stored()), codec);
    if (type.isPresent()) assertThat(read.event()).isEqualTo(golden.event());
    else assertHolds(JSON.readTree(read.event()), JSON.readTree(golden.event()));
    assertThat(read.envelope()).isEqualTo(golden.envelope());
  }

  private static List<EventType> present() {
    return EventTypes.all().stream().filter(EventType::isPresent).toList();
  }

  @ParameterizedTest
  @MethodSource("present")
  void this_build_would_write_the_same_row(EventType type) throws IOException {
    var recorded = RecordedFormat.read(GoldenEvent.read(type).stored());
    var event = new EncodedEvent(recorded.type(), recorded.version(), recorded.bytes());
    assertThat(codec.encode(codec.decode(event)).bytes()).isEqualTo(recorded.bytes());
    assertThat(RecordedFormat.write(recorded)).isEqualTo(GoldenEvent.read(type).stored());
  }

  /// An older event says what it said, and perhaps more.
  private static void assertHolds(JsonNode now, JsonNode then) {
    if (!then.isObject()) {
      assertThat(now).isEqualTo(then);
      return;
    }
    then.properties().forEach(field -> assertHolds(now.required(field.getKey()), field.getValue()));
  }

  @ParameterizedTest
  @MethodSource("types")
  void the_file_is_of_its_own_type(EventType type) throws IOException {
    var envelope = GoldenEvent.read(type).envelope();
    assertThat(envelope.required("type").textValue()).isEqualTo(type.name());
    assertThat(envelope.required("version").intValue()).isEqualTo(type.version());
  }
}
