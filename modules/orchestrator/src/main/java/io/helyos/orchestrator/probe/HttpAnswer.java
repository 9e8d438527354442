package io.helyos.orchestrator.probe;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The beginning of an HTTP answer, byte for byte as it comes: status, whether the body is cut in
/// chunks, and the body's first line. Of a line only the beginning is kept, so that no answer costs
/// more than a few hundred bytes.
final class HttpAnswer {
  /// Kept of any line.
  private static final int LINE = 200;

  private static final Pattern STATUS =
      Pattern.compile("HTTP/1\\.[01] +([1-9]\\d\\d)(?: +(.*))?", Pattern.CASE_INSENSITIVE);

  private static final byte TLS_ALERT = 0x15;
  private static final byte TLS_HANDSHAKE = 0x16;
  private static final int FIRST_FINAL = 200;

  /// @param reason as the server worded it, may be empty
  record Status(int code, String reason) {
    @Override
    public String toString() {
      return reason.isEmpty() ? Integer.toString(code) : code + " " + reason;
    }
  }

  private enum Part {
    STATUS,
    HEADERS,
    CHUNK_SIZE,
    BODY,
    /// Nothing more is wanted.
    REST
  }

  private final ByteArrayOutputStream line = new ByteArrayOutputStream(64);
  private Part part = Part.STATUS;
  private @Nullable Status status;
  private boolean chunked;
  private boolean nonsense;
  private String firstLine = "";

  void next(byte read) {
    if (part == Part.REST) {
      return;
    }
    if (read != '\n') {
      keep(read);
      return;
    }
    var text = text();
    line.reset();
    part = after(text);
  }

  private void keep(byte read) {
    if (line.size() < LINE) {
      line.write(read);
    } else if (part == Part.BODY || part == Part.STATUS) {
      part = after(text());
    }
  }

  private Part after(String text) {
    return switch (part) {
      case STATUS -> afterStatus(text);
      case HEADERS -> afterHeader(text.strip().toLowerCase(Locale.ROOT));
      case CHUNK_SIZE -> Part.BODY;
      case BODY -> {
        firstLine = Words.clean(text);
        yield firstLine.isEmpty() ? Part.BODY : Part.REST;
      }
      case REST -> Part.REST;
    };
  }

  private Part afterStatus(String text) {
    var matcher = STATUS.matcher(text.strip());
    if (!matcher.matches()) {
      nonsense = true;
      firstLine = Words.clean(text);
      return Part.REST;
    }
    var reason = matcher.group(2);
    var code = Integer.parseInt(matcher.group(1));
    // What comes before the answer proper is no answer.
    status =
        code < FIRST_FINAL ? null : new Status(code, reason == null ? "" : Words.clean(reason));
    return Part.HEADERS;
  }

  private Part afterHeader(String header) {
    if (!header.isEmpty()) {
      chunked |= header.startsWith("transfer-encoding:") && header.endsWith("chunked");
      return Part.HEADERS;
    }
    if (status == null) {
      return Part.STATUS;
    }
    return chunked ? Part.CHUNK_SIZE : Part.BODY;
  }

  private String text() {
    return line.toString(StandardCharsets.UTF_8);
  }

  /// Null until the first line has come, and for what is no HTTP.
  @Nullable Status status() {
    return status;
  }

  boolean isNonsense() {
    return nonsense || speaksTls();
  }

  /// Whether status and the body's first line are there.
  boolean isWhole() {
    return part == Part.REST;
  }

  boolean hasBegun() {
    return part != Part.STATUS || line.size() > 0;
  }

  boolean speaksTls() {
    if (part != Part.STATUS || line.size() == 0) {
      return false;
    }
    var first = line.toByteArray()[0];
    return first == TLS_ALERT || first == TLS_HANDSHAKE;
  }

  String nonsense() {
    var begun = nonsense ? firstLine : Words.clean(text());
    return begun.isEmpty()
        ? "expected HTTP, found something else"
        : "expected HTTP, found: " + begun;
  }

  /// The body's first line that is not blank, or as much of it as has come.
  String body() {
    return part == Part.BODY ? Words.clean(text()) : firstLine;
  }
}
