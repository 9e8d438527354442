package io.helyos.model.port;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/// The first line and the headers of an HTTP/1.1 message, kept byte for byte.
record HttpHead(List<String> lines) {
  HttpHead {
    lines = List.copyOf(lines);
  }

  static HttpHead read(InputStream in) throws IOException {
    var bytes = new ByteArrayOutputStream();
    var ends = 0;
    while (ends < 2) {
      var next = in.read();
      if (next < 0) {
        throw new EOFException("the connection ended where a message head was expected");
      }
      bytes.write(next);
      ends = next == '\n' ? ends + 1 : next == '\r' ? ends : 0;
    }
    return new HttpHead(bytes.toString(StandardCharsets.ISO_8859_1).lines().toList());
  }

  void write(OutputStream out) throws IOException {
    for (var line : lines) {
      out.write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
    }
    out.flush();
  }

  String method() {
    return lines.getFirst().split(" ", 3)[0];
  }

  String target() {
    return lines.getFirst().split(" ", 3)[1];
  }

  int status() {
    return Integer.parseInt(lines.getFirst().split(" ", 3)[1]);
  }

  String header(String name) {
    var prefix = name.toLowerCase(Locale.ROOT) + ":";
    return lines.stream()
        .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(prefix))
        .map(line -> line.substring(prefix.length()).strip())
        .findFirst()
        .orElse("");
  }

  boolean isChunked() {
    return header("Transfer-Encoding").equalsIgnoreCase("chunked");
  }

  /// -1 when the message does not say.
  long contentLength() {
    var value = header("Content-Length");
    return value.isEmpty() ? -1 : Long.parseLong(value);
  }

  boolean asksForUpgrade() {
    return !header("Upgrade").isEmpty();
  }
}
