package io.helyos.model.port;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/// Moves message bodies from one connection to another as they come.
final class HttpBody {
  private HttpBody() {}

  /// Where the content of chunks goes.
  interface Sink {
    void accept(byte[] content) throws IOException;
  }

  static void copyExactly(InputStream in, OutputStream out, long length) throws IOException {
    var buffer = new byte[8192];
    for (var left = length; left > 0; ) {
      var read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
      if (read < 0) {
        throw new EOFException("the connection ended " + left + " bytes before the body did");
      }
      out.write(buffer, 0, read);
      out.flush();
      left -= read;
    }
  }

  static void copyToEnd(InputStream in, OutputStream out) throws IOException {
    var buffer = new byte[8192];
    for (var read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      out.write(buffer, 0, read);
      out.flush();
    }
  }

  /// Reads chunks up to the last one. Trailers are dropped: engines send none that matter.
  static void readChunks(InputStream in, Sink sink) throws IOException {
    while (true) {
      var size = Integer.parseInt(line(in).split(";", 2)[0].strip(), 16);
      if (size == 0) {
        while (!line(in).isEmpty()) {
          // A trailer.
        }
        return;
      }
      var content = in.readNBytes(size);
      if (content.length < size) {
        throw new EOFException("the connection ended within a chunk");
      }
      line(in);
      sink.accept(content);
    }
  }

  static void writeChunk(OutputStream out, byte[] content) throws IOException {
    out.write((Integer.toHexString(content.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
    out.write(content);
    out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  static void writeLastChunk(OutputStream out) throws IOException {
    out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  private static String line(InputStream in) throws IOException {
    var text = new StringBuilder();
    for (var next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new EOFException("the connection ended within a line");
      }
      if (next != '\r') {
        text.append((char) next);
      }
    }
    return text.toString();
  }
}
