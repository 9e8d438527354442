package io.helyos.client;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;

/// A server on a bare socket, for what a proper server would never do: it takes one request for
/// each connection and then writes the next of its answers, byte for byte. An empty answer closes
/// the connection without a word.
public final class TestServer implements AutoCloseable {
  /// A request: its first line, its headers in lower case and its body.
  public record Asked(String line, TreeMap<String, String> headers, String body) {
    public String header(String name) {
      return headers.getOrDefault(name, "");
    }
  }

  private final ServerSocket socket;
  private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
  private final List<Socket> open = new CopyOnWriteArrayList<>();
  public final List<Asked> asked = new CopyOnWriteArrayList<>();

  public TestServer(String... answers) {
    try {
      socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    this.answers.addAll(List.of(answers));
    Thread.ofVirtual().start(this::serve);
  }

  public static String json(int status, String body, String... headers) {
    return answer(status, "application/json", body, headers);
  }

  public static String answer(int status, String type, String body, String... headers) {
    var text = new StringBuilder("HTTP/1.1 " + status + " Some\r\nContent-Type: " + type + "\r\n");
    for (var header : headers) text.append(header).append("\r\n");
    var length = body.getBytes(StandardCharsets.UTF_8).length;
    return text + "Content-Length: " + length + "\r\nConnection: close\r\n\r\n" + body;
  }

  /// A stream that ends where the text ends.
  public static String stream(String frames) {
    return "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n"
        + frames;
  }

  public String url() {
    return "http://127.0.0.1:" + socket.getLocalPort();
  }

  public void then(String answer) {
    answers.add(answer);
  }

  @Override
  public void close() {
    try {
      socket.close();
      for (var one : open) one.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void serve() {
    try {
      while (true) {
        var connection = socket.accept();
        open.add(connection);
        Thread.ofVirtual().start(() -> answer(connection));
      }
    } catch (SocketException e) {
      // Closed by the test.
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void answer(Socket connection) {
    try (connection) {
      var in =
          new BufferedReader(
              new InputStreamReader(connection.getInputStream(), StandardCharsets.ISO_8859_1));
      asked.add(read(in));
      var text = answers.take();
      connection.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
      connection.getOutputStream().flush();
    } catch (IOException e) {
      // The client has gone, as some tests want it.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Asked read(BufferedReader in) throws IOException {
    var lines = new ArrayList<String>();
    for (var line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
      lines.add(line);
    }
    var headers = new TreeMap<String, String>();
    for (var line : lines.subList(1, lines.size())) {
      var colon = line.indexOf(':');
      headers.put(
          line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
    }
    var body = new char[Integer.parseInt(headers.getOrDefault("content-length", "0"))];
    for (var n = 0; n < body.length; ) n += in.read(body, n, body.length - n);
    return new Asked(lines.getFirst(), headers, new String(body));
  }
}
