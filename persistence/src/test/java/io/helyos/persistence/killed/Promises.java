package io.helyos.persistence.killed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// What a process was told to be durable, each on disk before the next is asked for: a name and a
/// number that only grows.
public final class Promises {
  private final FileChannel channel;

  private Promises(FileChannel channel) {
    this.channel = channel;
  }

  public static Promises appendTo(Path file) throws IOException {
    return new Promises(FileChannel.open(file, CREATE, WRITE, APPEND));
  }

  public synchronized void add(String name, long number) {
    try {
      channel.write(UTF_8.encode(name + " " + number + "\n"));
      channel.force(false);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /// The highest number of each name.
  public static Map<String, Long> read(Path file) throws IOException {
    var highest = new HashMap<String, Long>();
    if (!Files.exists(file)) return highest;
    var text = Files.readString(file);
    // What stands behind the last line end was cut off by the kill, and promised to nobody.
    for (var line : text.substring(0, text.lastIndexOf('\n') + 1).lines().toList()) {
      var space = line.indexOf(' ');
      highest.merge(line.substring(0, space), Long.valueOf(line.substring(space + 1)), Math::max);
    }
    return highest;
  }

  /// How many promises were made.
  public static long count(Path file) throws IOException {
    if (!Files.exists(file)) return 0;
    try (var lines = Files.lines(file)) {
      return lines.count();
    }
  }
}
