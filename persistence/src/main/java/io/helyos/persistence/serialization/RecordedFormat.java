package io.helyos.persistence.serialization;

import io.helyos.model.journal.Recorded;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/// The layout of a [Recorded] on disk: its own version, then the fields in a fixed order, texts and
/// numbers with their lengths, and the event last.
///
/// Written by hand, as it is in front of every event for ever: nothing here depends on a library.
public final class RecordedFormat {
  private static final int VERSION = 1;

  private RecordedFormat() {}

  public static byte[] write(Recorded recorded) {
    var bytes = new ByteArrayOutputStream(160 + recorded.bytes().length);
    try (var out = new DataOutputStream(bytes)) {
      out.writeByte(VERSION);
      Compact.writeText(out, recorded.type());
      Compact.writeNumber(out, recorded.version());
      Compact.writeTime(out, recorded.time());
      Compact.writeText(out, recorded.daemon());
      Compact.writeText(out, recorded.change());
      Compact.writeText(out, recorded.author());
      Compact.writeText(out, recorded.cause());
      Compact.writeText(out, recorded.command());
      Compact.writeText(out, recorded.digest());
      Compact.writeBytes(out, recorded.hash());
      out.write(recorded.bytes());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  public static Recorded read(byte[] stored) {
    try (var in = new DataInputStream(new ByteArrayInputStream(stored))) {
      var version = in.readUnsignedByte();
      if (version != VERSION) throw new IllegalArgumentException(unknown(version));
      return fields(in);
    } catch (IOException cutOff) {
      throw new UncheckedIOException(
          "Expected a recorded event, found %d bytes that end too early. The journal is damaged."
              .formatted(stored.length),
          cutOff);
    }
  }

  private static Recorded fields(DataInputStream in) throws IOException {
    var type = Compact.readText(in);
    var version = Math.toIntExact(Compact.readNumber(in));
    var time = Compact.readTime(in);
    var daemon = Compact.readText(in);
    var change = Compact.readText(in);
    var author = Compact.readText(in);
    var cause = Compact.readText(in);
    var command = Compact.readText(in);
    var digest = Compact.readText(in);
    var hash = Compact.readBytes(in);
    return new Recorded(
        in.readAllBytes(),
        type,
        version,
        time,
        daemon,
        change,
        author,
        cause,
        command,
        digest,
        hash);
  }

  private static String unknown(int version) {
    return "Expected a recorded event in layout %d, found layout %d. Start the build that wrote it."
        .formatted(VERSION, version);
  }
}
