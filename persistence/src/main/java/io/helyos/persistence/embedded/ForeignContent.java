package io.helyos.persistence.embedded;

import io.helyos.persistence.serialization.Compact;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/// What Pekko's own serializers have made of something that is no event of ours, with all that is
/// needed to read it again.
///
/// @param serializer the identifier of the serializer that knows these bytes
/// @param manifest that serializer's hint to itself
/// @param writer which life of a persistent actor wrote it
/// @param adapter the hint of an event adapter, mostly empty
record ForeignContent(
    int serializer, String manifest, String writer, String adapter, byte[] bytes) {
  private static final int LAYOUT = 1;

  byte[] write() {
    var stored = new ByteArrayOutputStream(64 + bytes.length);
    try (var out = new DataOutputStream(stored)) {
      out.writeByte(LAYOUT);
      out.writeInt(serializer);
      Compact.writeText(out, manifest);
      Compact.writeText(out, writer);
      Compact.writeText(out, adapter);
      out.write(bytes);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return stored.toByteArray();
  }

  static ForeignContent read(byte[] stored) {
    try (var in = new DataInputStream(new ByteArrayInputStream(stored))) {
      var layout = in.readUnsignedByte();
      if (layout != LAYOUT) {
        throw new IllegalArgumentException(
            "Expected layout %d, found %d. Start the build that wrote it."
                .formatted(LAYOUT, layout));
      }
      return new ForeignContent(
          in.readInt(),
          Compact.readText(in),
          Compact.readText(in),
          Compact.readText(in),
          in.readAllBytes());
    } catch (IOException cutOff) {
      throw new UncheckedIOException("The journal is damaged: a row ends too early.", cutOff);
    }
  }
}
