package io.helyos.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Requests byte by byte, for those that no client library would send.
final class RawHttp implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 30_000;

  private final Socket socket;

  RawHttp(int port) {
    try {
      socket = new Socket(InetAddress.getLoopbackAddress(), port);
      socket.setSoTimeout(PATIENCE_MILLIS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// One request and the whole answer.
  static Reply ask(int port, String request) {
    try (var raw = new RawHttp(port)) {
      return raw.send(request).read();
    }
  }

  /// The answer to a request that is too large to be read to its end. The daemon hangs up on what
  /// still comes in, and a connection that is cut takes an answer on its way along: then there is
  /// none.
  static Optional<Reply> askTooMuch(int port, String request) {
    try (var raw = new RawHttp(port)) {
      return Optional.of(raw.send(request).read());
    } catch (UncheckedIOException cut) {
      return Optional.empty();
    }
  }

  RawHttp send(String text) {
    return send(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  RawHttp send(byte[] bytes) {
    try {
      socket.getOutputStream().write(bytes);
      socket.getOutputStream().flush();
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Reads one answer with a Content-Length, or to the end.
  Reply read() {
    var bytes = new ByteArrayOutputStream();
    try {
      var in = socket.getInputStream();
      for (var b = in.read(); b >= 0; b = in.read()) {
        bytes.write(b);
        var text = bytes.toString(StandardCharsets.UTF_8);
        if (!isWhole(text, bytes.size())) continue;
        return Reply.of(text);
      }
    } catch (IOException e) {
      if (bytes.size() == 0) throw new UncheckedIOException(e);
    }
    return Reply.of(bytes.toString(StandardCharsets.UTF_8));
  }

  private static boolean isWhole(String text, int read) {
    var end = text.indexOf("\r\n\r\n");
    var at = text.indexOf("Content-Length: ");
    if (end < 0 || at < 0 || at > end) return false;
    var length = Integer.parseInt(text.substring(at + 16, text.indexOf('\r', at)));
    return read >= end + 4 + length;
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// What came back.
  record Reply(int status, String head, String body) {
    static Reply of(String text) {
      assertThat(text).as("an HTTP answer").startsWith("HTTP/1.1 ");
      var parts = text.split("\r\n\r\n", 2);
      return new Reply(
          Integer.parseInt(text.substring(9, 12)), parts[0], parts.length < 2 ? "" : parts[1]);
    }

    /// A problem of this status, or of one of these.
    Reply expectProblem(Integer... expected) {
      assertThat(expected).as("status of %s %s", head, body).contains(status);
      assertThat(head).contains("Content-Type: application/problem+json");
      try {
        var json = new ObjectMapper().readTree(body);
        assertThat(json.path("status").asInt()).isEqualTo(status);
        assertThat(json.path("error").asText()).isNotEmpty();
        assertThat(json.path("type").asText()).startsWith("urn:helyos:problem:");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return this;
    }
  }
}
