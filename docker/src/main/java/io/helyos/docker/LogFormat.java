package io.helyos.docker;

import io.helyos.model.port.LogLine;
import io.helyos.model.port.LogQuery;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A container's log as the engine sends it: frames of a stream's number, a length, and one line
/// that begins with its time. Read here and not by the library, which loses where a frame begins.
final class LogFormat {
  /// As the port promises; also what the engine itself cuts long lines to.
  static final int LONGEST = 16 * 1024;

  private static final int STDERR = 2;

  /// Longer than any time, `2026-01-02T03:04:05.123456789+01:00 `.
  private static final int TIME = 40;

  private LogFormat() {}

  static String path(String container, LogQuery query) {
    return "/containers/%s/logs?stdout=1&stderr=1&timestamps=1&follow=%d&tail=%s%s"
        .formatted(
            EventFormat.encode(container),
            query.follow() ? 1 : 0,
            query.tail() < 0 ? "all" : Integer.toString(query.tail()),
            query.since().map(when -> "&since=" + EventFormat.seconds(when)).orElse(""));
  }

  static StreamPublisher.Reader<LogLine> read(InputStream bytes) {
    return new Lines(new DataInputStream(new BufferedInputStream(bytes)))::next;
  }

  private static final class Lines {
    private static final byte[] NOTHING = {};

    private final DataInputStream bytes;
    private Instant time = Instant.EPOCH;
    private boolean stderr;

    /// Of the present frame: what has been read with its time, and what has not been read.
    private byte[] begun = NOTHING;

    private int left;

    Lines(DataInputStream bytes) {
      this.bytes = bytes;
    }

    @Nullable LogLine next() throws IOException {
      if (left == 0 && !nextFrame()) {
        return null;
      }
      var text = Arrays.copyOf(begun, Math.min(LONGEST, begun.length + left));
      bytes.readFully(text, begun.length, text.length - begun.length);
      left -= text.length - begun.length;
      begun = NOTHING;
      skipEnd();
      var end = text.length > 0 && text[text.length - 1] == '\n' ? text.length - 1 : text.length;
      return new LogLine(time, stderr, new String(text, 0, end, StandardCharsets.UTF_8));
    }

    /// A line's end that would be a piece of its own.
    private void skipEnd() throws IOException {
      if (left == 1) {
        bytes.mark(1);
        if (bytes.readByte() == '\n') {
          left = 0;
        } else {
          bytes.reset();
        }
      }
    }

    private boolean nextFrame() throws IOException {
      var stream = bytes.read();
      if (stream < 0) {
        return false;
      }
      stderr = stream == STDERR;
      bytes.skipNBytes(3);
      left = bytes.readInt();
      readTime();
      return true;
    }

    private void readTime() throws IOException {
      begun = new byte[Math.min(left, TIME)];
      bytes.readFully(begun);
      left -= begun.length;
      var text = new String(begun, StandardCharsets.ISO_8859_1);
      var space = text.indexOf(' ');
      if (space > 0) {
        time = Instant.parse(text.substring(0, space));
        begun = Arrays.copyOfRange(begun, space + 1, begun.length);
      }
    }
  }
}
