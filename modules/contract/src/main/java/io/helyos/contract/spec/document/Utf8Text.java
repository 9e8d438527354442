package io.helyos.contract.spec.document;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;

/// Bytes as text, strictly: no byte is replaced by a question mark.
public sealed interface Utf8Text {

  record Decoded(String text) implements Utf8Text {}

  record Malformed(Position position, int found) implements Utf8Text {}

  /// Decodes, without the byte order mark that some editors put first.
  static Utf8Text decode(byte[] bytes) {
    var in = ByteBuffer.wrap(bytes);
    var out = CharBuffer.allocate(bytes.length);
    var result = StandardCharsets.UTF_8.newDecoder().decode(in, out, true);
    out.flip();
    if (result.isError()) {
      return new Malformed(Position.after(out, out.length()), bytes[in.position()] & 0xff);
    }
    var text = out.toString();
    return new Decoded(text.startsWith("\ufeff") ? text.substring(1) : text);
  }
}
