package io.helyos.model.port;

import io.helyos.model.port.FaultyEngine.Fault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Stands between a client and a real engine, on a Unix socket of its own, and misbehaves on
/// demand. Also counts what was asked, so that a test can prove how little that was.
public final class EngineProxy implements AutoCloseable {
  private static final Pattern VERSION = Pattern.compile("^/v\\d+\\.\\d+(?=/)");

  /// A request that a client has made.
  ///
  /// @param path without API version and query: `/containers/json`
  public record Request(String method, String path, String query) {
    static Request of(HttpHead head) {
      var target = head.target().split("\\?", 2);
      var path = VERSION.matcher(target[0]).replaceFirst("");
      return new Request(head.method(), path, target.length > 1 ? target[1] : "");
    }
  }

  private final Path socket;
  private final Path engine;
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private final Set<EngineProxyConnection> connections = ConcurrentHashMap.newKeySet();
  private volatile @Nullable Fault fault;
  private @Nullable ServerSocketChannel listener;

  /// Listens at once.
  ///
  /// @param socket where clients connect; must not exist, at most 100 characters
  /// @param engine the engine's own socket
  public EngineProxy(Path socket, Path engine) {
    this.socket = socket;
    this.engine = engine;
    this.listener = listen(socket);
    accept(listener);
  }

  public Path socket() {
    return socket;
  }

  /// From now on, until the next one or [#heal]. Streams that are open go on, except under
  /// [Fault#REFUSE], which cuts every connection.
  public synchronized void inflict(Fault next) {
    heal();
    fault = next;
    if (next == Fault.REFUSE) {
      stopListening();
      connections.forEach(EngineProxyConnection::cut);
    }
  }

  public synchronized void heal() {
    fault = null;
    if (listener == null) {
      listener = listen(socket);
      accept(listener);
    }
  }

  /// Cuts the connections on which an answer is under way.
  public void cutStreams() {
    connections.stream()
        .filter(EngineProxyConnection::isAnswering)
        .forEach(EngineProxyConnection::cut);
  }

  /// All requests so far, oldest first.
  public List<Request> requests() {
    return List.copyOf(requests);
  }

  public long count(Predicate<Request> wanted) {
    return requests.stream().filter(wanted).count();
  }

  public long count(String method, String path) {
    return count(request -> request.method().equals(method) && request.path().equals(path));
  }

  /// Requests that have been sent on but are not answered yet.
  public long unanswered() {
    return connections.stream().mapToLong(EngineProxyConnection::unanswered).sum();
  }

  /// Answers that have begun and not ended: streams, most of all.
  public long openAnswers() {
    return connections.stream().filter(EngineProxyConnection::isAnswering).count();
  }

  public void forgetRequests() {
    requests.clear();
  }

  @Override
  public synchronized void close() {
    stopListening();
    connections.forEach(EngineProxyConnection::cut);
  }

  /// What shall be done to a request that has just come in.
  Optional<Fault> faultFor(Request request) {
    requests.add(request);
    return Optional.ofNullable(fault);
  }

  void forget(EngineProxyConnection connection) {
    connections.remove(connection);
  }

  private static ServerSocketChannel listen(Path socket) {
    try {
      var opened = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
      opened.bind(UnixDomainSocketAddress.of(socket));
      return opened;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot listen at " + socket, e);
    }
  }

  private void accept(ServerSocketChannel from) {
    Thread.ofVirtual()
        .name("engine-proxy")
        .start(() -> {
          try {
            while (true) {
              serve(from.accept());
            }
          } catch (IOException closed) {
            // The listener was closed: by a fault, or for good.
          }
        });
  }

  private void serve(SocketChannel client) throws IOException {
    try {
      var upstream = SocketChannel.open(UnixDomainSocketAddress.of(engine));
      var connection = new EngineProxyConnection(this, client, upstream);
      connections.add(connection);
      connection.start();
    } catch (IOException engineIsAway) {
      client.close();
    }
  }

  private void stopListening() {
    try {
      if (listener != null) {
        listener.close();
        listener = null;
      }
      Files.deleteIfExists(socket);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot give up " + socket, e);
    }
  }
}
