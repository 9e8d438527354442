package io.helyos.persistence.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import io.helyos.persistence.sqlite.StorageFailure;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// One daemon for one data directory. The kernel lets go of the lock when the process dies, however
/// it dies: a file that is left behind locks nobody out.
public final class DataDirLock implements AutoCloseable {
  private static final int LONGEST_PID = 32;

  private final FileChannel channel;

  private DataDirLock(FileChannel channel) {
    this.channel = channel;
  }

  /// Takes the lock, or says which process holds it.
  public static DataDirLock acquire(Path directory) {
    try {
      Files.createDirectories(directory);
      return acquireIn(directory);
    } catch (IOException failure) {
      throw new StorageFailure(
          "Cannot use %s as data directory: %s. Check that it exists and belongs to this user."
              .formatted(directory, failure),
          failure);
    }
  }

  public boolean isHeld() {
    return channel.isOpen();
  }

  private static DataDirLock acquireIn(Path directory) throws IOException {
    var channel = FileChannel.open(directory.resolve("lock"), CREATE, READ, WRITE);
    try {
      if (tryLock(channel) == null) throw taken(directory, channel);
      channel.truncate(0);
      channel.write(UTF_8.encode(ProcessHandle.current().pid() + "\n"), 0);
      return new DataDirLock(channel);
    } catch (IOException | RuntimeException failure) {
      channel.close();
      throw failure;
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException heldByThisProcess) {
      return null;
    }
  }

  private static StorageFailure taken(Path directory, FileChannel channel) throws IOException {
    var buffer = ByteBuffer.allocate(LONGEST_PID);
    channel.read(buffer, 0);
    var pid = UTF_8.decode(buffer.flip()).toString().strip();
    return new StorageFailure(
        "Another helyosd (pid %s) uses %s. Stop it, or give this one another --data-dir."
            .formatted(pid.isEmpty() ? "unknown" : pid, directory));
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException failure) {
      throw new StorageFailure("Cannot let go of the data directory's lock: " + failure, failure);
    }
  }
}
