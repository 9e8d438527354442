package io.helyos.http.exchange;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Percent-encoded text of a URI.
final class PercentText {
  private PercentText() {}

  /// The text that was meant; empty when it is no UTF-8, or has control characters in it.
  static Optional<String> decode(String raw) {
    var bytes = new ByteArrayOutputStream(raw.length());
    for (var i = 0; i < raw.length(); i++) {
      var c = raw.charAt(i);
      if (c != '%') {
        if (c > 0x7f) return Optional.empty();
        bytes.write(c);
        continue;
      }
      if (i + 2 >= raw.length()) return Optional.empty();
      var high = Character.digit(raw.charAt(i + 1), 16);
      var low = Character.digit(raw.charAt(i + 2), 16);
      if (high < 0 || low < 0) return Optional.empty();
      bytes.write(high << 4 | low);
      i += 2;
    }
    return text(bytes.toByteArray()).filter(t -> t.chars().noneMatch(Character::isISOControl));
  }

  /// The bytes as UTF-8, if they are.
  static Optional<String> text(byte[] bytes) {
    try {
      // A fresh decoder refuses what is malformed, where String would put U+FFFD in its place.
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }
}
