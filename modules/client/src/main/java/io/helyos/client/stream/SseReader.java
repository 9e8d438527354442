package io.helyos.client.stream;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Splits a byte stream into frames. A line longer than the limit is cut, so that a container that
/// never ends its line cannot fill the memory.
final class SseReader implements AutoCloseable {
  static final int LONGEST_LINE = 1 << 20;

  private final InputStream in;
  private boolean afterReturn;
  private String lastId = "";

  SseReader(InputStream in) {
    this.in = new BufferedInputStream(in, 16_384);
  }

  /// The next frame with data, or null at the end of the stream.
  @Nullable SseFrame next() throws IOException {
    var data = new StringBuilder();
    var id = "";
    var some = false;
    for (var line = line(); line != null; line = line()) {
      if (line.isEmpty()) {
        if (!id.isEmpty()) lastId = id;
        if (some) return new SseFrame(id, data.toString());
        id = "";
      } else if (line.startsWith("data")) {
        if (some) data.append('\n');
        data.append(value(line));
        some = true;
      } else if (line.startsWith("id")) {
        id = value(line);
      }
    }
    // An unfinished frame is no frame: its end, and perhaps its id, never came.
    return null;
  }

  /// The last id of a whole frame, also of one without data.
  Optional<String> lastId() {
    return Optional.of(lastId).filter(id -> !id.isEmpty());
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  private static String value(String line) {
    var colon = line.indexOf(':');
    if (colon < 0) return "";
    var from = line.startsWith(" ", colon + 1) ? colon + 2 : colon + 1;
    return line.substring(from);
  }

  /// A line ends with CR, LF or both.
  private @Nullable String line() throws IOException {
    var bytes = new ByteArrayOutputStream(256);
    for (var b = in.read(); b >= 0; b = in.read()) {
      var second = afterReturn && b == '\n';
      afterReturn = b == '\r';
      if (second) continue;
      if (b == '\n' || b == '\r') return bytes.toString(StandardCharsets.UTF_8);
      if (bytes.size() < LONGEST_LINE) bytes.write(b);
    }
    return null;
  }
}
