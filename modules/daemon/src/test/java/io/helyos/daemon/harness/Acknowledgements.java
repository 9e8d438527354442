package io.helyos.daemon.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/// The client's own log: what the daemon has promised, on disk before anything else is done.
public final class Acknowledgements implements AutoCloseable {
  private final Path file;
  private final FileChannel channel;

  public Acknowledgements(Path file) {
    this.file = file;
    try {
      channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A promise of the daemon.
  ///
  /// @param mark `entity@sequence` of the event
  public record Acknowledged(String key, int replicas, String change, String mark) {}

  synchronized void write(Acknowledged promise) {
    var line =
        "%s %d %s %s%n"
            .formatted(promise.key(), promise.replicas(), promise.change(), promise.mark());
    try {
      channel.write(StandardCharsets.UTF_8.encode(line));
      channel.force(true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Read back from the disk.
  public List<Acknowledged> all() {
    try (var lines = Files.lines(file)) {
      return lines
          .map(line -> line.split(" "))
          .map(part -> new Acknowledged(part[0], Integer.parseInt(part[1]), part[2], part[3]))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
