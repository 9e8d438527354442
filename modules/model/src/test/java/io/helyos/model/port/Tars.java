package io.helyos.model.port;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/// Tar archives of tests: the contents of files by name. A name that ends with a slash is a
/// directory's.
public final class Tars {
  private Tars() {}

  public static byte[] of(Map<String, byte[]> files) {
    var bytes = new ByteArrayOutputStream();
    try (var tar = new TarArchiveOutputStream(bytes)) {
      for (var file : files.entrySet()) {
        var entry = new TarArchiveEntry(file.getKey());
        entry.setSize(file.getValue().length);
        tar.putArchiveEntry(entry);
        tar.write(file.getValue());
        tar.closeArchiveEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  public static byte[] ofText(String name, String content) {
    return of(Map.of(name, content.getBytes(StandardCharsets.UTF_8)));
  }

  public static SequencedMap<String, byte[]> read(Collection<byte[]> pieces) {
    var whole = new ByteArrayOutputStream();
    pieces.forEach(whole::writeBytes);
    return read(whole.toByteArray());
  }

  public static SequencedMap<String, byte[]> read(byte[] archive) {
    var files = new TreeMap<String, byte[]>();
    try (var tar = new TarArchiveInputStream(new ByteArrayInputStream(archive))) {
      for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        files.put(entry.getName(), tar.readAllBytes());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }
}
