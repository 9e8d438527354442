package io.helyos.persistence.archive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.helyos.model.EntityId;
import io.helyos.model.journal.FeedRow;
import io.helyos.persistence.serialization.RecordedFormat;
import java.util.Base64;

/// The lines of an archive.
final class ArchiveLine {
  static final int FORMAT = 1;

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .build();

  private ArchiveLine() {}

  record First(int helyosJournal) {}

  record Event(long offset, String entity, long sequence, String recorded) {
    FeedRow row() {
      return new FeedRow(
          offset,
          EntityId.parse(entity),
          sequence,
          RecordedFormat.read(Base64.getDecoder().decode(recorded)));
    }
  }

  record Last(long events, String sha256) {}

  static String of(FeedRow row) {
    var recorded = Base64.getEncoder().encodeToString(RecordedFormat.write(row.recorded()));
    return write(new Event(row.offset(), row.entity().toString(), row.sequence(), recorded));
  }

  static String write(Object line) {
    try {
      return JSON.writeValueAsString(line);
    } catch (JsonProcessingException impossible) {
      throw new IllegalArgumentException(impossible);
    }
  }

  static <T> T read(String line, Class<T> kind) {
    try {
      return JSON.readValue(line, kind);
    } catch (JsonProcessingException failure) {
      throw new ArchiveFailure(
          "Expected a line with %s, found: %s".formatted(kind.getSimpleName(), start(line)),
          failure);
    }
  }

  private static String start(String line) {
    return line.length() > 100 ? line.substring(0, 100) + "..." : line;
  }
}
