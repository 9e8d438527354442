package io.helyos.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;

/// One keep-alive connection to Docker's API, with nothing in between: the fastest way there is to
/// ask the engine, one request after the other.
final class EngineLane implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final SocketChannel channel;
  private final InputStream in;

  EngineLane(Path socket) throws IOException {
    channel = SocketChannel.open(StandardProtocolFamily.UNIX);
    channel.connect(UnixDomainSocketAddress.of(socket));
    in = new BufferedInputStream(Channels.newInputStream(channel));
  }

  /// The head of an answer.
  ///
  /// @param length of the body in bytes, -1 when it comes in chunks
  private record Head(int status, long length) {}

  JsonNode get(String path) throws IOException {
    return ask("GET", path, "");
  }

  /// Sends a request and reads the whole answer; fails when it is no success.
  JsonNode ask(String method, String path, String body) throws IOException {
    send(method, path, body);
    var head = head();
    var answer = head.length < 0 ? chunks() : in.readNBytes((int) head.length);
    if (head.status >= 400) {
      throw new IOException(
          "Expected %s %s to succeed, found status %d: %s"
              .formatted(
                  method, path, head.status, new String(answer, StandardCharsets.UTF_8).strip()));
    }
    return answer.length == 0 ? JSON.missingNode() : JSON.readTree(answer);
  }

  /// Sends a request whose answer never ends; its parts are read by [#next].
  void open(String path) throws IOException {
    send("GET", path, "");
    head();
  }

  /// The next part of an open answer, a JSON null at its end.
  JsonNode next() throws IOException {
    var chunk = chunk();
    return chunk.length == 0 ? JSON.nullNode() : JSON.readTree(chunk);
  }

  private void send(String method, String path, String body) throws IOException {
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    var head =
        "%s %s HTTP/1.1\r\nHost: docker\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
            .formatted(method, path, bytes.length)
            .getBytes(StandardCharsets.UTF_8);
    var request = ByteBuffer.allocate(head.length + bytes.length).put(head).put(bytes).flip();
    while (request.hasRemaining()) channel.write(request);
  }

  private Head head() throws IOException {
    var status = Integer.parseInt(line().split(" ", -1)[1]);
    var length = status == 204 || status == 304 ? 0L : -1L;
    for (var line = line(); !line.isEmpty(); line = line()) {
      var header = line.toLowerCase(Locale.ROOT);
      if (header.startsWith("content-length:")) {
        length = Long.parseLong(header.substring(header.indexOf(':') + 1).strip());
      }
    }
    return new Head(status, length);
  }

  private byte[] chunks() throws IOException {
    var all = new java.io.ByteArrayOutputStream();
    for (var chunk = chunk(); chunk.length > 0; chunk = chunk()) all.write(chunk);
    return all.toByteArray();
  }

  private byte[] chunk() throws IOException {
    var chunk = in.readNBytes(Integer.parseInt(line(), 16));
    line();
    return chunk;
  }

  private String line() throws IOException {
    var line = new StringBuilder();
    for (var next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) throw new EOFException("The engine has closed the connection.");
      if (next != '\r') line.append((char) next);
    }
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
