package io.helyos.orchestrator.entity;

import io.helyos.model.EntityKind;
import io.helyos.model.port.Codec;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import org.apache.pekko.persistence.typed.SnapshotAdapter;

/// Snapshots as plain bytes: the envelope's memory, then the state as the codec writes it.
final class SnapshotFormat implements SnapshotAdapter<Remembered> {
  private static final int VERSION = 1;

  private final EntityKind kind;
  private final Codec codec;

  SnapshotFormat(EntityKind kind, Codec codec) {
    this.kind = kind;
    this.codec = codec;
  }

  @Override
  public Object toJournal(Remembered remembered) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      out.writeByte(VERSION);
      out.writeLong(remembered.sequence());
      write(out, remembered.hash());
      write(out, remembered.time());
      out.writeUTF(remembered.change());
      out.writeUTF(remembered.author());
      out.writeInt(remembered.recent().known().size());
      for (var entry : remembered.recent().known().entrySet()) {
        out.writeUTF(entry.getKey());
        out.writeUTF(entry.getValue().digest());
        out.writeUTF(entry.getValue().change());
        out.writeLong(entry.getValue().sequence());
        write(out, entry.getValue().time());
      }
      write(out, codec.encodeState(kind, remembered.state()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  @Override
  public Remembered fromJournal(Object stored) {
    try (var in = new DataInputStream(new ByteArrayInputStream((byte[]) stored))) {
      var version = in.readByte();
      if (version != VERSION) {
        throw new IllegalStateException("A snapshot of version %d is unknown".formatted(version));
      }
      var sequence = in.readLong();
      var hash = bytes(in);
      var time = instant(in);
      var change = in.readUTF();
      var author = in.readUTF();
      var known = new LinkedHashMap<String, RecentCommands.Known>();
      for (var left = in.readInt(); left > 0; left--) {
        known.put(
            in.readUTF(),
            new RecentCommands.Known(in.readUTF(), in.readUTF(), in.readLong(), instant(in)));
      }
      var state = codec.decodeState(kind, bytes(in));
      return new Remembered(state, sequence, hash, time, change, author, RecentCommands.of(known));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(DataOutputStream out, Instant time) throws IOException {
    out.writeLong(time.getEpochSecond());
    out.writeInt(time.getNano());
  }

  private static Instant instant(DataInputStream in) throws IOException {
    return Instant.ofEpochSecond(in.readLong(), in.readInt());
  }

  private static void write(DataOutputStream out, byte[] bytes) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static byte[] bytes(DataInputStream in) throws IOException {
    return in.readNBytes(in.readInt());
  }
}
