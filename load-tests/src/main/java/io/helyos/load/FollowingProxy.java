package io.helyos.load;

import io.helyos.client.http.Endpoint;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/// HAProxy in front of a deployment, as `examples/haproxy/follow` keeps it there.
final class FollowingProxy implements AutoCloseable {
  private static final Duration START = Duration.ofSeconds(60);

  private final Process script;
  private final int port;
  private final Path log;

  private FollowingProxy(Process script, int port, Path log) {
    this.script = script;
    this.port = port;
    this.log = log;
  }

  /// Started, and answering for one of the pods.
  static FollowingProxy before(Endpoint daemon, String project, String deployment)
      throws Exception {
    var port = freePort();
    var log = Files.createTempFile("helyos-haproxy", ".log");
    var builder =
        new ProcessBuilder("examples/haproxy/follow", project, deployment, "127.0.0.1:" + port);
    builder.environment().put("HELYOS_SERVER", daemon.server().toString());
    builder.environment().put("HELYOS_TOKEN", daemon.token().orElse(""));
    var script = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    var proxy = new FollowingProxy(script, port, log);
    Processes.await("an answer of the proxy", START, Duration.ofMillis(200), proxy::answers);
    return proxy;
  }

  private boolean answers() throws IOException {
    if (!script.isAlive()) throw new IllegalStateException(Files.readString(log));
    try {
      return SteadyRequests.answer(port).startsWith("HTTP/1.1 200");
    } catch (IOException notYet) {
      return false;
    }
  }

  int port() {
    return port;
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /// The script ends its own proxy.
  @Override
  public void close() throws IOException {
    script.destroy();
    script.onExit().join();
    Files.deleteIfExists(log);
  }
}
