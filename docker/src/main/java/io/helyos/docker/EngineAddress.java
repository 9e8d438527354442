package io.helyos.docker;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Optional;

/// Which addresses of an engine are safe to speak to, and which are this machine's own.
final class EngineAddress {
  private EngineAddress() {}

  /// Whoever reaches an engine owns its machine: across a network only with TLS on both sides.
  static void check(DockerSettings settings) {
    var host = settings.host();
    switch (String.valueOf(host.getScheme())) {
      case "unix" -> {
        if (host.getPath() == null || host.getPath().isEmpty()) {
          throw refused(host, "it has no path; write unix:///var/run/docker.sock");
        }
      }
      case "tcp" -> checkTcp(settings, host);
      default -> throw refused(host, "expected unix:///path or tcp://address:port");
    }
  }

  private static void checkTcp(DockerSettings settings, URI host) {
    if (host.getHost() == null || host.getPort() < 0) {
      throw refused(host, "expected tcp://address:port");
    }
    if (settings.certificates().isEmpty() && !isLoopback(host)) {
      throw refused(
          host,
          "it is another machine and there is no TLS; set DOCKER_TLS_VERIFY=1 and DOCKER_CERT_PATH");
    }
  }

  /// Whether paths of the engine are paths of this machine, so that they can be checked here.
  static boolean isLocal(URI host) {
    return "unix".equals(host.getScheme()) || isLoopback(host);
  }

  static Optional<Path> socket(URI host) {
    return "unix".equals(host.getScheme())
        ? Optional.of(Path.of(host.getPath()))
        : Optional.empty();
  }

  private static boolean isLoopback(URI host) {
    try {
      return InetAddress.getByName(host.getHost()).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  private static IllegalArgumentException refused(URI host, String why) {
    return new IllegalArgumentException("cannot use the Docker engine at " + host + ": " + why);
  }
}
