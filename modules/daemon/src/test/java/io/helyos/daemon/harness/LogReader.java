package io.helyos.daemon.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/// A reader of a stream of logs, as bare as the protocol: it keeps the last id and hands it back.
public final class LogReader implements AutoCloseable {
  private record Line(String pod, String text) {}

  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final URI address;
  private final String token;
  private final List<Line> read = new ArrayList<>();
  private Stream<String> stream = Stream.empty();
  private Iterator<String> lines = stream.iterator();
  private boolean connected;
  private String id = "";

  public LogReader(DaemonProcess daemon, String path) {
    this.address = URI.create("http://127.0.0.1:%d%s".formatted(daemon.port(), path));
    try {
      this.token = Files.readString(daemon.dataDir().resolve("token")).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// What a pod has written, as far as it was read.
  public List<String> of(String pod) {
    return read.stream().filter(line -> line.pod().equals(pod)).map(Line::text).toList();
  }

  /// Reads whole frames until it holds; goes on where it broke off.
  public void readUntil(BooleanSupplier holds) {
    if (!connected) connect();
    var data = "";
    while (!holds.getAsBoolean()) {
      var line = lines.next();
      if (line.startsWith("data: ")) data = line.substring(6);
      if (line.startsWith("id: ")) id = line.substring(4);
      if (line.startsWith("event: ")) read.add(new Line(line.substring(7), data));
    }
  }

  public void breakOff() {
    stream.close();
    connected = false;
  }

  private void connect() {
    var request = HttpRequest.newBuilder(address).header("Authorization", "Bearer " + token);
    if (!id.isEmpty()) request.header("Last-Event-ID", id);
    try {
      var answer = HTTP.send(request.build(), BodyHandlers.ofLines());
      if (answer.statusCode() != 200) throw new AssertionError("Status " + answer.statusCode());
      stream = answer.body();
      lines = stream.iterator();
      connected = true;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("Interrupted", e);
    }
  }

  @Override
  public void close() {
    breakOff();
  }
}
