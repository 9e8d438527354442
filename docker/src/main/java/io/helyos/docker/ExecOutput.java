package io.helyos.docker;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/// What a command has written to both its outputs, of which the end is kept: frames of a stream's
/// number, a length, and bytes.
final class ExecOutput {
  /// As the port promises.
  static final int KEPT = 4096;

  private final byte[] ring = new byte[KEPT];
  private long written;

  private ExecOutput() {}

  /// Blocks until the stream ends.
  static String read(InputStream stream) throws IOException {
    var output = new ExecOutput();
    var bytes = new DataInputStream(new BufferedInputStream(stream));
    while (bytes.read() >= 0) {
      bytes.skipNBytes(3);
      output.keep(bytes, bytes.readInt());
    }
    return output.end();
  }

  private void keep(DataInputStream bytes, int length) throws IOException {
    var left = length;
    while (left > 0) {
      var at = (int) (written % KEPT);
      var read = bytes.read(ring, at, Math.min(left, KEPT - at));
      if (read < 0) {
        return;
      }
      written += read;
      left -= read;
    }
  }

  private String end() {
    var kept = (int) Math.min(written, KEPT);
    var end = new byte[kept];
    for (var i = 0; i < kept; i++) {
      end[i] = ring[(int) ((written - kept + i) % KEPT)];
    }
    var begin = 0;
    // A character that was cut in two is none.
    while (written > KEPT && begin < kept && (end[begin] & 0xC0) == 0x80) {
      begin++;
    }
    return new String(end, begin, kept - begin, StandardCharsets.UTF_8);
  }
}
