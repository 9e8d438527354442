package io.helyos.daemon.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// Stands between a daemon and its engine, passes every byte on, and counts the calls that are
/// under way. On demand it keeps the answers to creates back: the engine has made the container,
/// and the daemon does not know.
public final class HeldEngine implements AutoCloseable {
  private final Path socket;
  private final Path engine;
  private final ServerSocketChannel listener;
  private final Set<HeldConnection> connections = ConcurrentHashMap.newKeySet();
  private final AtomicInteger calls = new AtomicInteger();
  private final AtomicInteger cutCalls = new AtomicInteger();
  private final AtomicInteger cutCreates = new AtomicInteger();
  private boolean holding;

  public HeldEngine(Path socket, Path engine) {
    this.socket = socket;
    this.engine = engine;
    try {
      listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
      listener.bind(UnixDomainSocketAddress.of(socket));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot listen at " + socket, e);
    }
    Thread.ofVirtual().name("held-engine").start(this::accept);
  }

  private void accept() {
    try {
      while (true) serve(listener.accept());
    } catch (IOException closed) {
      // The test is over.
    }
  }

  private void serve(SocketChannel client) throws IOException {
    try {
      var upstream = SocketChannel.open(UnixDomainSocketAddress.of(engine));
      var connection = new HeldConnection(this, client, upstream);
      connections.add(connection);
      connection.start();
    } catch (IOException engineIsBusy) {
      client.close();
    }
  }

  public Path socket() {
    return socket;
  }

  /// From now on no create is answered.
  public synchronized void hold() {
    holding = true;
  }

  public synchronized void release() {
    holding = false;
    notifyAll();
  }

  /// Waits while creates are held and the daemon still listens.
  synchronized void awaitRelease(HeldConnection connection) throws InterruptedException {
    while (holding && connection.isOpen()) wait();
  }

  synchronized void closed(HeldConnection connection) {
    connections.remove(connection);
    notifyAll();
  }

  /// All calls so far.
  public int calls() {
    return calls.get();
  }

  /// Calls that the engine has been sent and that are not answered.
  public long underWay() {
    return connections.stream().filter(HeldConnection::isAsking).count();
  }

  /// Creates among them.
  public long createsUnderWay() {
    return connections.stream().filter(HeldConnection::isCreating).count();
  }

  /// Calls whose caller hung up before it heard an answer, since the last time this was asked.
  public int takeCutCalls() {
    return cutCalls.getAndSet(0);
  }

  /// Creates among them.
  public int takeCutCreates() {
    return cutCreates.getAndSet(0);
  }

  void called() {
    calls.incrementAndGet();
  }

  void cut(boolean wasCreate) {
    cutCalls.incrementAndGet();
    if (wasCreate) cutCreates.incrementAndGet();
  }

  static boolean isRequest(ByteBuffer bytes) {
    return word(bytes).matches("(?s)(GET|POST|PUT|HEAD|DELETE) /.*");
  }

  static boolean isCreate(ByteBuffer bytes) {
    return word(bytes).matches("(?s)POST \\S*/containers/create[? ].*");
  }

  private static String word(ByteBuffer bytes) {
    var first = new byte[Math.min(bytes.remaining(), 200)];
    bytes.get(bytes.position(), first);
    return new String(first, StandardCharsets.ISO_8859_1);
  }

  @Override
  public void close() {
    try {
      listener.close();
      Files.deleteIfExists(socket);
      connections.forEach(HeldConnection::close);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
