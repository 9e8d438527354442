package io.helyos.persistence.serialization;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.helyos.model.journal.EncodedEvent;
import io.helyos.model.journal.Recorded;
import io.helyos.persistence.serialization.EventTypes.EventType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/// An event as some build has written it, kept for ever: its fields, its envelope, and the row's
/// bytes.
record GoldenEvent(String event, ObjectNode envelope, byte[] stored) {
  private static final Path FOLDER = Path.of("src", "test", "resources", "golden", "events");
  private static final HexFormat HEX = HexFormat.of();
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  static GoldenEvent of(Recorded recorded, JacksonCodec codec) {
    var event = new EncodedEvent(recorded.type(), recorded.version(), recorded.bytes());
    return new GoldenEvent(
        codec.json(codec.decode(event)), envelopeOf(recorded), RecordedFormat.write(recorded));
  }

  private static ObjectNode envelopeOf(Recorded recorded) {
    return JSON.createObjectNode()
        .put("type", recorded.type())
        .put("version", recorded.version())
        .put("time", recorded.time().toString())
        .put("daemon", recorded.daemon())
        .put("change", recorded.change())
        .put("author", recorded.author())
        .put("cause", recorded.cause())
        .put("command", recorded.command())
        .put("digest", recorded.digest())
        .put("hash", HEX.formatHex(recorded.hash()));
  }

  /// What this build writes for a sample of the type.
  static GoldenEvent sample(EventType type, JacksonCodec codec) {
    var encoded = codec.encode(Samples.of(type.shape(), 2));
    var hash = new byte[32];
    for (var i = 0; i < hash.length; i++) hash[i] = (byte) (i * 7 + type.name().length());
    var recorded =
        new Recorded(
            encoded.bytes(),
            encoded.type(),
            encoded.version(),
            Instant.parse("2026-11-22T09:00:00.000123Z"),
            "node-1",
            "0192f3c4-d5e6-7192-8192-0123456789ab",
            "alice",
            "deployment|shop-api@3",
            "deploy-7",
            "c0ffee00c0ffee00",
            hash);
    return of(recorded, codec);
  }

  static Path file(EventType type) {
    return FOLDER.resolve(type.name() + "-v" + type.version() + ".json");
  }

  static List<Path> files() throws IOException {
    try (var files = Files.list(FOLDER)) {
      return files.toList();
    }
  }

  static GoldenEvent read(EventType type) throws IOException {
    var file = JSON.readTree(Files.readString(file(type)));
    return new GoldenEvent(
        file.required("event").toString(),
        (ObjectNode) file.required("envelope"),
        HEX.parseHex(file.required("stored").textValue()));
  }

  void write(Path file) throws IOException {
    var content = JSON.createObjectNode();
    content.set("event", JSON.readTree(event));
    content.set("envelope", envelope);
    content.put("stored", HEX.formatHex(stored));
    Files.createDirectories(FOLDER);
    Files.writeString(file, JSON.writeValueAsString(content) + "\n");
  }
}
