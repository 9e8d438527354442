package io.helyos.persistence.cassandra.server;

import io.helyos.persistence.cassandra.session.CassandraSchema;
import io.helyos.persistence.cassandra.session.CassandraSettings;
import io.helyos.persistence.cassandra.session.CassandraStore;
import io.helyos.persistence.cassandra.session.Replication;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A real Cassandra in a JVM of its own, on loopback and free ports, with its data in a folder. It
/// ends with this process at the latest.
public final class CassandraProcess implements AutoCloseable {
  private static final int MINUTES_TO_START = 3;

  private static @Nullable CassandraProcess shared;

  private final AtomicInteger keyspaces = new AtomicInteger();
  private final Path folder;
  private final String options;
  private final int port = freePort();
  private final int storagePort = freePort();
  private Process process;

  /// @param options of its JVM
  private CassandraProcess(Path folder, String options) {
    this.folder = folder;
    this.options = options;
    this.process = launch();
    Runtime.getRuntime().addShutdownHook(new Thread(this::close));
  }

  /// The one that all tests of a module share. It makes tables quickly, as it need not find them
  /// again after it was killed.
  public static synchronized CassandraProcess shared() {
    if (shared == null) shared = start("-Dcassandra.unsafesystem=true");
    return shared;
  }

  /// One of its own, for whoever takes it away.
  public static CassandraProcess start() {
    return start("");
  }

  private static CassandraProcess start(String options) {
    try {
      var server = new CassandraProcess(Files.createTempDirectory("helyos-cassandra"), options);
      return server.untilItAnswers();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Process launch() {
    try {
      var builder =
          new ProcessBuilder(
              script().toString(),
              folder.toString(),
              "127.0.0.1",
              Integer.toString(port),
              Integer.toString(storagePort));
      builder.environment().put("CASSANDRA_JAVA_OPTS", options);
      return builder
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private CassandraProcess untilItAnswers() {
    try (var session =
        CassandraStore.connect(settings("system"))
            .toCompletableFuture()
            .get(MINUTES_TO_START, TimeUnit.MINUTES)) {
      session.checkSchemaAgreement();
      return this;
    } catch (Exception e) {
      close();
      throw new AssertionError("Cassandra does not answer, see " + log(), e);
    }
  }

  /// A keyspace of this name on this server, whether it is there or not.
  public CassandraSettings settings(String keyspace) {
    return CassandraSettings.of("127.0.0.1:" + port).withKeyspace(keyspace);
  }

  /// A fresh keyspace with all tables.
  public CassandraSettings fresh() {
    var settings = settings("test_" + keyspaces.incrementAndGet());
    try (var session = CassandraStore.connect(settings).toCompletableFuture().join()) {
      new CassandraSchema(settings.keyspace(), Replication.single())
          .apply(session)
          .toCompletableFuture()
          .join();
    }
    return settings;
  }

  public int port() {
    return port;
  }

  private Path log() {
    return folder.resolve("log");
  }

  /// As `kill -9` does; the data stays.
  public void kill() {
    process.destroyForcibly();
    process.onExit().join();
  }

  /// It does nothing, without losing anything: what was sent to it waits for it.
  public void freeze() {
    signal("STOP");
  }

  public void thaw() {
    signal("CONT");
  }

  private void signal(String name) {
    try {
      var kill = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start();
      if (kill.onExit().join().exitValue() != 0) {
        throw new IllegalStateException("Could not send SIG%s to Cassandra.".formatted(name));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Starts it again on its data and waits until it answers.
  public void restart() {
    process = launch();
    untilItAnswers();
  }

  @Override
  public void close() {
    kill();
    if (!Files.exists(folder)) return;
    try (var files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(CassandraProcess::delete);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path script() {
    return Stream.iterate(Path.of("").toAbsolutePath(), up -> up != null, Path::getParent)
        .map(directory -> directory.resolve("scripts/cassandra/run"))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(
            () -> new AssertionError("Expected scripts/cassandra/run above this directory"));
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
