package io.helyos.daemon.harness;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A program that writes all events into a file of its own, a line each. It can be killed at any
/// moment; started again it goes on behind the last line that it has whole.
public final class EventLog implements AutoCloseable {
  private static final Pattern PLACE =
      Pattern.compile(
          "\"offset\":(?<offset>\\d+),\"entity\":\"(?<entity>[^\"]+)\",\"sequence\":(?<sequence>\\d+)");

  private final DaemonProcess daemon;
  private final Path file;
  private @Nullable Process process;

  /// An event by its place.
  public record Line(long offset, String entity, long sequence) {}

  public EventLog(DaemonProcess daemon, Path file) {
    this.daemon = daemon;
    this.file = file;
  }

  public EventLog start() {
    try {
      cutTornLine();
      var lines = lines();
      var after = lines.isEmpty() ? 0 : lines.getLast().offset();
      process =
          new ProcessBuilder(
                  "curl",
                  "--silent",
                  "--no-buffer",
                  "--header",
                  "Authorization: Bearer " + daemon.api().token(),
                  "--header",
                  "Accept: application/x-ndjson",
                  "http://127.0.0.1:%d/api/v1/events?after=%d".formatted(daemon.port(), after))
              .redirectOutput(ProcessBuilder.Redirect.appendTo(file.toFile()))
              .start();
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException("Expected to find curl on this machine", e);
    }
  }

  private void cutTornLine() throws IOException {
    if (!Files.exists(file)) Files.createFile(file);
    var text = Files.readString(file);
    var whole = text.substring(0, text.lastIndexOf('\n') + 1);
    try (var open = new RandomAccessFile(file.toFile(), "rw")) {
      open.setLength(whole.getBytes(StandardCharsets.UTF_8).length);
    }
  }

  /// What it has whole, in the order in which it came.
  public List<Line> lines() {
    try {
      var text = Files.readString(file);
      return text.substring(0, text.lastIndexOf('\n') + 1)
          .lines()
          .map(PLACE::matcher)
          .filter(Matcher::find)
          .map(found ->
              new Line(
                  Long.parseLong(found.group("offset")),
                  found.group("entity"),
                  Long.parseLong(found.group("sequence"))))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// As `kill -9` does.
  public void kill() {
    var running = process;
    if (running == null) throw new AssertionError("The reader was not started");
    if (!running.isAlive()) throw new AssertionError("Ended by itself: " + running.exitValue());
    close();
  }

  @Override
  public void close() {
    if (process == null) return;
    process.destroyForcibly();
    try {
      if (!process.waitFor(60, TimeUnit.SECONDS)) throw new AssertionError("It does not die");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
