package io.helyos.docker;

import com.github.dockerjava.transport.DockerHttpClient.Response;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A request after which the connection carries plain bytes both ways: the engine calls it
/// hijacked. The library can do it too, but never tells the engine that the input has ended, for
/// which half of all commands wait.
final class HijackedStream implements Response {
  private static final int LONGEST_HEAD = 16 * 1024;
  private static final int LONGEST_REFUSAL = 64 * 1024;
  private static final int SWITCHING = 101;
  private static final int OK = 200;

  private final EngineWire wire;
  private final InputStream body;

  private HijackedStream(EngineWire wire, InputStream body) {
    this.wire = wire;
    this.body = body;
  }

  /// Blocks until the engine has answered. Fails as every call on it does.
  static HijackedStream open(DockerSettings settings, String path, byte[] json) {
    try {
      var wire = EngineWire.connect(settings);
      try {
        return answered(wire, path, json);
      } catch (IOException | RuntimeException e) {
        wire.close();
        throw e;
      }
    } catch (IOException e) {
      throw Failures.translate(new UncheckedIOException(e));
    }
  }

  private static HijackedStream answered(EngineWire wire, String path, byte[] json)
      throws IOException {
    var head =
        """
        POST %s HTTP/1.1\r
        Host: docker\r
        Connection: Upgrade\r
        Upgrade: tcp\r
        Content-Type: application/json\r
        Content-Length: %d\r
        \r
        """
            .formatted(path, json.length);
    wire.out().write(head.getBytes(StandardCharsets.US_ASCII));
    wire.out().write(json);
    wire.out().flush();
    var in = new BufferedInputStream(wire.in());
    var answer = head(in);
    var status = status(answer);
    if (status == SWITCHING || status == OK) return new HijackedStream(wire, in);
    var words = in.readNBytes((int) Math.min(length(answer), LONGEST_REFUSAL));
    throw Refusals.of(status, new String(words, StandardCharsets.UTF_8), null);
  }

  /// Up to the empty line, and no byte further: what follows is the command's.
  private static String head(InputStream in) throws IOException {
    var head = new StringBuilder();
    while (!head.toString().endsWith("\r\n\r\n")) {
      var next = in.read();
      if (next < 0) throw new EOFException("the answer was cut off");
      if (head.length() == LONGEST_HEAD) throw new IOException("the answer has no end");
      head.append((char) next);
    }
    return head.toString();
  }

  private static int status(String head) throws IOException {
    var words = head.lines().findFirst().orElse("").split(" ", 3);
    if (words.length < 2 || !words[1].matches("[1-5][0-9]{2}")) {
      throw new IOException("expected an answer in HTTP, found " + words[0]);
    }
    return Integer.parseInt(words[1]);
  }

  private static long length(String head) {
    return head.lines()
        .map(line -> line.toLowerCase(Locale.ROOT))
        .filter(line -> line.startsWith("content-length:"))
        .map(line -> line.substring(line.indexOf(':') + 1).strip())
        .filter(number -> number.matches("[0-9]{1,9}"))
        .mapToLong(Long::parseLong)
        .findFirst()
        .orElse(0);
  }

  /// Blocks for as long as the command does not read.
  void write(byte[] bytes) throws IOException {
    wire.out().write(bytes);
    wire.out().flush();
  }

  /// Nothing more will be written; there may still be something to read.
  void endInput() throws IOException {
    wire.halfClose().run();
  }

  @Override
  public int getStatusCode() {
    return OK;
  }

  @Override
  public Map<String, List<String>> getHeaders() {
    return Map.of();
  }

  @Override
  public @Nullable String getHeader(String name) {
    return null;
  }

  @Override
  public InputStream getBody() {
    return body;
  }

  @Override
  public void close() {
    try {
      wire.close();
    } catch (IOException e) {
      // It is gone, which is what was wanted.
    }
  }
}
